/** The demo shop: somebody browses, and sees what becomes of it. The widget does its part by itself. */

import { drawing } from "./drawing.js";
import { byId, node, pause, priced, sent, told } from "./page.js";
import { known, withAnother, withFirst } from "./shoppers.js";
import { Trace } from "./trace.js";

const A_LOAD = 96;
const A_PAGE = 12;
const DEPARTMENTS = 8;
const BROWSED = 5;
const BETWEEN_MS = 350;
const LOOKS_MS = [250, 800, 1600, 3200, 6000];
const SAID = { carted: "Added to cart", purchased: "Bought", dismissed: "You will see less of this" };

const blurbs = byId("blurbs");
const trace = new Trace(byId("steps"));
const shop = { shoppers: known(), products: [], total: 0, department: "", shown: A_PAGE, acts: new Map(), open: null, looks: 0 };
const user = () => shop.shoppers[0].user;
const locale = () => byId("locale").value;

function say(text) {
  byId("said").textContent = text;
  byId("said").classList.add("up");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => byId("said").classList.remove("up"), 2400);
}

// ------------------------------------------------------------------------------------------------------ who is here

function seated() {
  const options = shop.shoppers.map((one) => node("option", { value: one.user }, `${one.name} · ${one.user.slice(3, 7)}`));
  byId("shopper").replaceChildren(...options);
  byId("shopper").value = user();
  blurbs.setAttribute("user", user());
  byId("audience-words").textContent = "Getting to know you …";
  trace.choose("");
  look();
}

byId("shopper").addEventListener("change", (event) => {
  shop.shoppers = withFirst(shop.shoppers, event.target.value);
  seated();
});
byId("another").addEventListener("click", () => {
  shop.shoppers = withAnother(shop.shoppers);
  seated();
  say(`${shop.shoppers[0].name} has come in. Nothing is known of them.`);
});
byId("locale").addEventListener("change", () => {
  blurbs.setAttribute("locale", locale());
  load();
});

// ------------------------------------------------------------------------------------------------- what they do here

async function act(action, product) {
  const taken = await sent("behaviour", { user: user(), action, product: product.id, locale: locale() });
  if (!taken) return say("The shop could not take that just now.");
  shop.acts.set(user(), { action, title: product.title });
  look();
  return SAID[action] && say(`${SAID[action]}: ${product.title}`);
}

/** Looks at the trace now, and again while the event makes its way: what comes of it may take seconds. */
async function look() {
  const mine = (shop.looks += 1);
  for (const ms of LOOKS_MS) {
    await pause(ms);
    if (mine !== shop.looks || document.hidden) return;
    await traced();
  }
}

async function traced() {
  const who = user();
  try {
    const said = await told("trace", { user: who });
    if (who === user()) trace.show(said, { user: who, act: shop.acts.get(who) });
  } catch {
    trace.show({}, { user: who, act: shop.acts.get(who) });
  }
}

/** What is said of the audience: whoever is in none yet is not told that they like everyone. */
function audience({ personal, audience: { id, words } = {} }) {
  if (!personal) return ["Nothing is known of you yet: this is what everybody likes"];
  if (!id || id === "everyone") return ["Getting to know you: words for everybody"];
  return ["For those who like ", node("strong", {}, words ?? "")];
}

blurbs.addEventListener("copydesk-update", ({ detail }) => {
  const words = byId("audience-words");
  byId("picks-title").textContent = detail.personal ? "Picked for you" : "Popular now";
  words.replaceChildren(...audience(detail));
  byId("audience").classList.remove("beat");
  requestAnimationFrame(() => byId("audience").classList.add("beat"));
  traced();
});
blurbs.addEventListener("copydesk-click", (event) => {
  event.preventDefault();
  const { product } = event.detail;
  trace.choose(product);
  see(shop.products.find((one) => one.id === product) ?? { id: product, title: product, category: "", price: "", text: "" });
});

byId("browse").addEventListener("click", async (event) => {
  const button = event.currentTarget;
  const chosen = here().sort(() => Math.random() - 0.5).slice(0, BROWSED);
  button.disabled = true;
  for (const [at, product] of chosen.entries()) {
    button.textContent = `Looking at ${at + 1} of ${chosen.length} …`;
    await act("viewed", product);
    await pause(BETWEEN_MS);
  }
  if (chosen.length) await act("carted", chosen[0]);
  button.textContent = "Browse five for me";
  button.disabled = false;
  button.focus();
});

// ---------------------------------------------------------------------------------------------------- what is on sale

const here = () => shop.products.filter((one) => !shop.department || one.category === shop.department);

async function load(offset = 0) {
  for (let wait = 500; ; wait = Math.min(8000, 2 * wait)) {
    try {
      const { products, total } = await told("products", { limit: A_LOAD, offset, locale: locale() });
      shop.products = offset ? [...shop.products, ...products] : products;
      shop.total = total;
      break;
    } catch {
      byId("shelf-note").textContent = "The shop is still opening …";
      await pause(wait);
    }
  }
  byId("products").setAttribute("aria-busy", "false");
  byId("shelf-note").textContent = shop.products.length ? "" : "Nothing is on sale yet: products appear as they are listed.";
  shelved();
}

function shelved() {
  const counts = new Map();
  for (const { category } of shop.products) if (category) counts.set(category, (counts.get(category) ?? 0) + 1);
  const names = [...counts].sort((one, other) => other[1] - one[1]).slice(0, DEPARTMENTS).map(([name]) => name);
  if (!names.includes(shop.department)) shop.department = "";
  byId("departments").replaceChildren(...["", ...names].map(department));
  const cards = here().slice(0, shop.shown).map(card);
  byId("products").replaceChildren(...cards);
  byId("more").hidden = shop.shown >= here().length && shop.products.length >= shop.total;
}

function department(name) {
  const words = name ? name.replaceAll("-", " ") : "everything";
  const chip = node("button", { type: "button", class: "chip", "aria-pressed": String(name === shop.department) }, words);
  chip.addEventListener("click", () => {
    [shop.department, shop.shown] = [name, A_PAGE];
    shelved();
    [...byId("departments").children].find((one) => one.getAttribute("aria-pressed") === "true")?.focus();
  });
  return chip;
}

/** Its category, and that a machine wrote the words below. */
const above = ({ category, ai_label }) => [category.replaceAll("-", " "), ai_label].filter(Boolean).join(" · ");

function card(product) {
  const open = node("button", { type: "button", class: "open" }, product.title);
  open.addEventListener("click", () => see(product));
  const cart = node("button", { type: "button", "aria-label": `Add to cart: ${product.title}` }, "Add to cart");
  cart.addEventListener("click", () => act("carted", product));
  const buy = node("button", { type: "button", class: "strong", "aria-label": `Buy: ${product.title}` }, "Buy");
  buy.addEventListener("click", () => act("purchased", product));
  const no = node("button", { type: "button", class: "no", "aria-label": `Not for me: ${product.title}`, title: "Not for me" }, "×");
  no.addEventListener("click", () => act("dismissed", product));
  return node("li", { class: "card" }, node("div", { class: "art" }, drawing(product)),
    node("div", { class: "card-body" }, node("p", { class: "category" }, above(product)), node("h3", { dir: "auto" }, open),
      node("p", { class: "card-text", dir: "auto" }, product.text), node("p", { class: "price" }, priced(product.price)),
      node("div", { class: "acts" }, cart, buy)), no);
}

byId("more").addEventListener("click", async () => {
  const before = byId("products").children.length;
  shop.shown += A_PAGE;
  if (shop.shown > shop.products.length && shop.products.length < shop.total) await load(shop.products.length);
  else shelved();
  byId("products").children[before]?.querySelector(".open").focus();
});

// -------------------------------------------------------------------------------------------------------- one product

/** To look at a product is an event; to follow a pick to it is one too. */
function see(product) {
  act("viewed", product);
  shop.open = product;
  byId("product-art").replaceChildren(drawing(product));
  byId("product-category").textContent = above(product);
  byId("product-title").textContent = product.title;
  byId("product-price").textContent = priced(product.price);
  byId("product-text").textContent = product.text;
  byId("product").showModal();
}

byId("product-close").addEventListener("click", () => byId("product").close());
byId("product").addEventListener("click", (event) => event.target === byId("product") && byId("product").close());
for (const button of byId("product").querySelectorAll("[data-act]")) {
  button.addEventListener("click", () => {
    act(button.dataset.act, shop.open);
    byId("product").close();
  });
}

document.addEventListener("visibilitychange", () => document.hidden || look());
blurbs.setAttribute("locale", locale());
seated();
load();
