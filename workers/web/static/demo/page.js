/** Nodes for the demo's page. Whatever comes from the shop goes in as text. */

/** An element: `told` are attributes (false and null: none), and what is in it is text or nodes. */
export function node(name, told = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(told)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** An answer as JSON. Throws where there is none. */
export async function told(path, query = {}) {
  const url = new URL(path, document.baseURI);
  for (const [key, value] of Object.entries(query)) if (value !== "") url.searchParams.set(key, value);
  const answer = await fetch(url, { cache: "no-store", credentials: "omit" });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

/** Sends JSON; tells whether it was taken. */
export async function sent(path, body) {
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), credentials: "omit" });
    return answer.ok;
  } catch {
    return false;
  }
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** A price as it is written here: what does not look like one stays as it is. */
export function priced(price) {
  const [, amount, currency] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(price ?? "") ?? [];
  try {
    return amount ? new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(Number(amount)) : (price ?? "");
  } catch {
    return price;
  }
}

/** An id in short; the whole of it is there for who points at it. */
export function short(id) {
  const text = String(id ?? "");
  const head = /^u\d+\./.test(text) ? 7 : 6;
  return node("code", { title: text }, text.length > head + 5 ? `${text.slice(0, head)}…${text.slice(-3)}` : text);
}
