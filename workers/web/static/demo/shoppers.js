/** Who shops here: pseudonyms made on this page, as `copydesk` would make them of a shop's own ids. Nobody is behind them. */

const KEPT = 6;
const SHELF = "copydesk-demo-shoppers";
const NAMES = "Ash Birch Cedar Elm Hazel Juniper Larch Maple Oak Rowan Sorrel Willow".split(" ");
const PSEUDONYM = /^u[0-9]{1,3}\.[0-9a-f]{32}$/;

function made(taken) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const name = NAMES.find((one) => !taken.some((shopper) => shopper.name === one)) ?? NAMES[bytes[0] % NAMES.length];
  return { user: `u1.${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`, name };
}

/** Those who were here before, the last one first: at least one. A browser that keeps nothing forgets them. */
export function known() {
  let kept = [];
  try {
    kept = JSON.parse(localStorage.getItem(SHELF) ?? "[]");
  } catch {
    kept = [];
  }
  const good = (Array.isArray(kept) ? kept : []).filter((one) => PSEUDONYM.test(one?.user) && NAMES.includes(one?.name));
  return good.length ? good.slice(0, KEPT) : remembered([made([])]);
}

/** With another at the head; who was not here for longest is forgotten. */
export function withAnother(shoppers) {
  return remembered([made(shoppers), ...shoppers].slice(0, KEPT));
}

/** With this one at the head. */
export function withFirst(shoppers, user) {
  const first = shoppers.filter((one) => one.user === user);
  return remembered([...first, ...shoppers.filter((one) => one.user !== user)]);
}

function remembered(shoppers) {
  try {
    localStorage.setItem(SHELF, JSON.stringify(shoppers));
  } catch {
    // A browser may keep nothing: then they last as long as the page.
  }
  return shoppers;
}
