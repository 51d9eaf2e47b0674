/** Pictures of products, drawn from what they are and which colour they have: no image is fetched from anywhere. */

const SVG = "http://www.w3.org/2000/svg";
const COLOURS = {
  black: "#2b2d31", white: "#e9e6df", cream: "#e8dcc3", pearl: "#e6e2da", grey: "#8d949c", gray: "#8d949c", graphite: "#4a4f57",
  charcoal: "#474b52", navy: "#27406b", midnight: "#1f2f55", indigo: "#3c4a86", blue: "#3f74b5", teal: "#1f7f85", green: "#4c8a55",
  sage: "#8fa58a", moss: "#6d7d3f", olive: "#7a7a3c", forest: "#2f5f45", red: "#b5413c", burgundy: "#7a2740", rust: "#b0592f",
  terracotta: "#c26e4c", orange: "#d98032", yellow: "#d9b23f", gold: "#c59d48", tan: "#bf9b72", brown: "#7d5a41", pink: "#d98c9b",
  purple: "#78598f", silver: "#b4bac1",
};
/** Words of a category or a title, and the shape that stands for them; the first that fits is drawn. */
const SHAPES = [
  [/jacket|coat|parka|外套|羽绒/, "jacket"],
  [/jumper|sweater|knit|hoodie/, "jumper"],
  [/jean|trouser/, "trousers"],
  [/knife|chef/, "knife"],
  [/skillet|frying|griddle/, "skillet"],
  [/shirt|tee\b|dress|robe|t恤|衬衫/, "shirt"],
  [/scarf|bedding|linen|cushion|丝巾|床品|家纺/, "cloth"],
  [/shoe|boot|footwear|sneaker|鞋/, "shoe"],
  [/bag|backpack|accessor|箱包/, "bag"],
  [/kettle|flask|bottle|watering|oil|honey|soy|保温|水壶/, "bottle"],
  [/mug|cup|tea|coffee|tableware|bowl|teapot|茶|餐具/, "mug"],
  [/kitchen|cook|pan|pot|oven|knife|rice|厨|锅/, "pot"],
  [/lamp|light|pendant|灯/, "lamp"],
  [/chair|sofa|stool|desk|table|furniture|bookcase|bench|家具|椅/, "chair"],
  [/headphone|earbud|speaker|audio|音频/, "headphones"],
  [/electronic|charger|keyboard|monitor|reader|phone|watch|数码/, "screen"],
  [/book|notebook|stationery|pen|图书|文具/, "book"],
  [/plant|garden|planter|floral|园艺|绿植/, "leaf"],
  [/ukulele|instrument|drum|guitar|乐器/, "note"],
  [/beauty|soap|cream|lip|skin|candle|decor|美妆|香/, "jar"],
  [/toy|block|game|plush|puzzle|玩具/, "blocks"],
  [/sport|yoga|cycling|camp|outdoor|tent|运动/, "tent"],
  [/pet|dog|cat|宠物/, "paw"],
  [/food|grocery|chocolate|食品/, "jar"],
  [/cloth|apparel|服饰/, "shirt"],
];
const PATHS = {
  shirt: ["M62 46 80 40c6 10 34 10 40 0l18 6 22 26-18 14-8-8v62H66V78l-8 8-18-14z"],
  jacket: [
    "M64 44 84 36h32l20 8 26 84-18 6-12-38v50H68V96l-12 38-18-6z",
    "M97 46h6v100h-6zM72 112h20v5H72zM108 112h20v5h-20zM84 36h32l-16 16z",
  ],
  jumper: ["M62 46 82 38c6 8 30 8 36 0l20 8 24 80-18 6-12-36v50H68V96l-12 36-18-6z", "M68 136h64v10H68zM82 38c6 8 30 8 36 0l4 3c-8 12-36 12-44 0z"],
  knife: ["M38 118 142 46c10 18 4 34-12 48L56 134z", "M34 120l18-12 14 20-24 18a12 12 0 0 1-8-26z"],
  skillet: ["M40 84h80v22a26 26 0 0 1-26 26H66a26 26 0 0 1-26-26z", "M120 84h48v12h-48zM36 78h88v8H36z"],
  trousers: ["M70 36h60l8 108h-28l-10-66-10 66H62z", "M70 36h60l1 12H69z"],
  cloth: ["M50 44h100v70c-16 14-34-10-50 2s-34 10-50-2z", "M50 118c16 12 34 10 50-2s34 12 50-2v22c-16 12-34-10-50 2s-34 12-50 0z"],
  shoe: ["M40 84c14 8 24 4 34-14l30 24c14 10 56 8 56 30v8H40z", "M40 134h120v8H40z"],
  bag: ["M56 70h88l8 74H48z", "M76 82V62a24 24 0 0 1 48 0v20h-9V62a15 15 0 0 0-30 0v20z"],
  bottle: ["M86 34h28v18l14 16v68a10 10 0 0 1-10 10H82a10 10 0 0 1-10-10V68l14-16z", "M72 86h56v30H72z"],
  mug: ["M54 58h74v62a22 22 0 0 1-22 22H76a22 22 0 0 1-22-22z", "M128 72h10a20 20 0 0 1 0 44h-10v-11h8a9 9 0 0 0 0-22h-8z"],
  pot: ["M52 78h96v48a16 16 0 0 1-16 16H68a16 16 0 0 1-16-16z", "M34 84h18v14H34zM148 84h18v14h-18zM56 60h88a10 10 0 0 1 4 10H52a10 10 0 0 1 4-10zM92 46h16v12H92z"],
  lamp: ["M78 40h44l26 56H52z", "M96 96h8v38h-8zM74 134h52v10H74z"],
  chair: ["M64 36h12v62h58V36h-6 12v108h-12v-34H76v34H64z", "M64 88h76v16H64zM76 44h52v30H76z"],
  headphones: ["M44 112a56 56 0 0 1 112 0h-14a42 42 0 0 0-84 0z", "M40 104h24v40H54a14 14 0 0 1-14-14zM136 104h24v26a14 14 0 0 1-14 14h-10z"],
  screen: ["M42 48h116a6 6 0 0 1 6 6v62a6 6 0 0 1-6 6H42a6 6 0 0 1-6-6V54a6 6 0 0 1 6-6z", "M86 122h28v14h16v8H70v-8h16z"],
  book: ["M46 46c20-8 40-6 54 6v92c-14-10-34-12-54-4z", "M154 46c-20-8-40-6-54 6v92c14-10 34-12 54-4z"],
  leaf: ["M100 96c-40 4-54-22-52-48 30-2 52 14 52 48z", "M100 86c0-34 22-48 54-44 2 28-16 48-54 44zM95 84h10v36H95zM74 112h52l-8 32H82z"],
  note: ["M84 40h60v18H98v66a20 16 0 1 1-14-15z", "M130 58h14v50a20 16 0 1 1-14-15z"],
  jar: ["M60 70h80v60a14 14 0 0 1-14 14H74a14 14 0 0 1-14-14z", "M66 46h68v18H66zM60 88h80v30H60z"],
  blocks: ["M50 96h48v48H50zM102 96h48v48h-48z", "M76 44h48v48H76z"],
  tent: ["M100 44 164 142H36z", "M100 78 122 142H78z"],
  paw: ["M100 92c22 0 38 20 36 36-2 14-20 16-36 8-16 8-34 6-36-8-2-16 14-36 36-36z", "M58 74a12 16 0 1 0 1 0zM84 52a12 16 0 1 0 1 0zM116 52a12 16 0 1 0 1 0zM142 74a12 16 0 1 0 1 0z"],
  shape: ["M100 44 152 74v60l-52 22-52-22V74z", "M100 44v112l52-22V74z"],
};

function part(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** A number from a text, the same each time. */
export function numberOf(text) {
  let number = 2166136261;
  for (const sign of text) number = Math.imul(number ^ sign.codePointAt(0), 16777619) >>> 0;
  return number;
}

function colourOf({ id, colour = "" }) {
  const named = colour.toLowerCase().split(/[^a-z]+/).find((word) => Object.hasOwn(COLOURS, word));
  return named ? COLOURS[named] : `hsl(${numberOf(id) % 360} 34% 48%)`;
}

function shapeOf({ title = "", category = "" }) {
  const fits = (text) => SHAPES.find(([words]) => words.test(text.toLowerCase()))?.[1];
  return fits(title) ?? fits(category) ?? "shape";
}

/** A picture of a product. It says nothing that its title does not: it is hidden from who listens to the page. */
export function drawing(product) {
  const number = numberOf(product.id);
  const colour = colourOf(product);
  const svg = part("svg", { viewBox: "0 0 200 180", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true", focusable: "false" });
  const place = [[40, 150, 70], [165, 30, 58], [30, 30, 46], [170, 160, 64]][number % 4];
  svg.append(
    part("rect", { x: -60, y: -60, width: 320, height: 300, fill: colour, "fill-opacity": 0.14 }),
    part("circle", { cx: place[0], cy: place[1], r: place[2], fill: colour, "fill-opacity": 0.13 }),
    part("ellipse", { cx: 100, cy: 150, rx: 62, ry: 8, fill: "#000", "fill-opacity": 0.1 }),
  );
  PATHS[shapeOf(product)].forEach((d, at) => {
    svg.append(part("path", { d, fill: colour }));
    if (at) svg.append(part("path", { d, fill: "#fff", "fill-opacity": 0.22 }));
  });
  return svg;
}
