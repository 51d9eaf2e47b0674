/**
 * <copydesk-blurbs>: what one shopper should see, kept up to date. One module, no dependencies.
 *
 *     <script type="module" src="https://copy.example/widget.js"></script>
 *     <copydesk-blurbs user="me" slot="home" locale="en-GB" href-template="/p/{id}">
 *       <a href="/bestsellers">Bestsellers</a>
 *     </copydesk-blurbs>
 *
 * Attributes: user (a pseudonym, or `me`), slot (where on the site this is; only counted), locale, limit (1 to 12, else
 *   6), href-template (where a product is found), label (what the region is called), api (else where this file is from).
 * Property: token, a JWT. It is no attribute: those stand in the page's source.
 * Events: copydesk-update (audience, personal, stale, products), copydesk-click (product; a page that prevents its
 *   default follows the link itself), copydesk-error (status; 0: nobody answered).
 * Style: --copydesk-accent, -ink, -muted, -surface, -line, -radius, -gap, -item-inline-size, -item-block-size, and
 *   ::part(list | item | link | reason | title | text | badge). It is dark where the page's `color-scheme` lets it be.
 *
 * Its room follows from `limit`, so nothing around it moves. Before this file is there the page's own sheet reserves it:
 * copydesk-blurbs:not(:defined) { display: block; min-block-size: 28rem }. Children are shown only while the API has
 * never answered. What it answers becomes text, never markup. (In another component's shadow host, wrap the element:
 * `slot` would be that host's.)
 */

const LIMIT = 6;
const MOST = 12;
const TOGETHER_MS = 200;
const ANSWER_MS = 10_000;
const SILENCE_MS = 45_000;
const STEADY_MS = 10_000;
const SEEN_MS = 1000;
const LONGEST_MS = 30_000;
const MOST_BUFFERED = 65_536;
const IN_A_BEACON = 10;
const MOST_TOLD = 1000;
const HERE = new URL(".", import.meta.url).href;
const FINAL = new Set([400, 401, 403, 404]);
const RTL = new Set("ar ckb dv fa he ps sd ug ur yi".split(" "));
const WORDS = {
  en: {
    personal: "Picked for you", updated: "Recommendations updated",
    together: "Goes with what you saw", interest: "Matches your interests", popular: "Popular now", again: "Seen before",
  },
  zh: {
    personal: "为你推荐", updated: "推荐已更新",
    together: "与看过的商品搭配", interest: "符合你的兴趣", popular: "热门商品", again: "曾经看过",
  },
};
const REASONS = new Set(["together", "interest", "popular", "again"]);

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
:host { display: block; --_accent: var(--copydesk-accent, light-dark(#0b6e5f, #6fd6c3));
  --_ink: var(--copydesk-ink, light-dark(#1b1f23, #eef1f4)); --_muted: var(--copydesk-muted, light-dark(#5b6570, #a5b0bb));
  --_surface: var(--copydesk-surface, light-dark(#fff, #1d2228)); --_line: var(--copydesk-line, light-dark(#dfe3e7, #343b43));
  --_radius: var(--copydesk-radius, 14px); }
:host([hidden]) { display: none; }
section { display: grid; color: var(--_ink); outline: none; position: relative; }
ul, slot { grid-area: 1 / 1; min-inline-size: 0; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--copydesk-gap, 1rem);
  grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--copydesk-item-inline-size, 15rem)), 1fr));
  grid-auto-rows: var(--copydesk-item-block-size, 13.5rem); }
li { min-inline-size: 0; min-block-size: 0; }
slot { display: none; }
.fallen slot { display: block; }
.fallen ul, .ghost { visibility: hidden; }
.waiting .ghost { visibility: visible; border-radius: var(--_radius); background: var(--_line); opacity: .5;
  animation: breathe 1.6s ease-in-out infinite alternate; }
a { box-sizing: border-box; block-size: 100%; display: flex; flex-direction: column; gap: .375rem; overflow: hidden;
  padding: 1rem 1.125rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface);
  color: inherit; text-decoration: none; cursor: pointer; transition: border-color .15s, box-shadow .15s;
  animation: arrive .35s ease-out; }
a:hover { border-color: var(--_accent); box-shadow: 0 6px 20px rgb(0 0 0 / .08); }
a:focus-visible { outline: 3px solid var(--_accent); outline-offset: -3px; }
span { unicode-bidi: isolate; overflow-wrap: anywhere; }
span:empty { display: none; }
[part=reason] { color: var(--_accent); font-size: .75rem; font-weight: 600; }
a > * { flex: none; }
[part=title], [part=text] { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; }
[part=title] { font-weight: 650; line-height: 1.3; -webkit-line-clamp: 2; }
[part=text] { color: var(--_muted); font-size: .9375rem; line-height: 1.45; -webkit-line-clamp: 4; flex: 0 1 auto; }
[part=badge] { margin-block-start: auto; color: var(--_muted); font-size: .6875rem; letter-spacing: .03em; }
[role=status] { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
@keyframes breathe { to { opacity: .25; } }
@keyframes arrive { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { a, .waiting .ghost { animation: none; transition: none; } }
`);

const wordsOf = (locale) => WORDS[locale.slice(0, 2)] ?? WORDS.en;
const textOf = (value, longest) => (typeof value === "string" ? value.slice(0, longest) : "");
const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
const directionOf = (locale) => locale && (RTL.has(locale.slice(0, 2)) ? "rtl" : "ltr");
const backOff = (tries) => Math.min(LONGEST_MS, 500 * 2 ** tries) * (0.5 + Math.random() / 2);

/** Whose a token is: all that is read of it here, to tell a renewed one from another shopper's. */
function subjectOf(token) {
  try {
    return JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"))).sub;
  } catch {
    return token;
  }
}

function put(node, name, value) {
  if (value) node.setAttribute(name, value);
  else node.removeAttribute(name);
}

function made(name, parts = {}) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(parts)) node.setAttribute(key, value);
  return node;
}

/** Where a product is found; empty where an id would lead anywhere but into the gap of the template. */
function linkTo(template, id) {
  const filled = (part) => new URL(template.replaceAll("{id}", () => encodeURIComponent(part)), document.baseURI);
  try {
    const url = filled(id);
    const ours = /^https?:$/.test(url.protocol) && url.protocol === location.protocol;
    return template && ours && !/^\.{1,2}$/.test(id) && url.origin === filled("x").origin ? url.href : "";
  } catch {
    return "";
  }
}

/** What an answer says, as far as it can be shown: bounded, each product once; nothing of a machine's without its label. */
function readItems(said, limit) {
  const found = new Map();
  for (const one of Array.isArray(said?.items) ? said.items : []) {
    const product = textOf(one?.product, 200);
    const label = one?.ai_generated === true ? textOf(one.ai_label, 40) : "";
    const item = { ...one, product, label, title: textOf(one?.title, 300), text: textOf(one?.text, 800), locale: textOf(one?.locale, 5) };
    if (one?.ai_generated === true && !label) continue;
    if (product && (item.title || item.text) && !found.has(product) && found.size < limit) found.set(product, item);
  }
  return [...found.values()];
}

/** The answer, if it is one. Throws {status, after}: when the API would be asked again. */
async function asked(url, headers, signal) {
  const answer = await fetch(url, { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer", headers, signal });
  if (answer.ok || answer.status === 304) return answer;
  throw { status: answer.status, after: Math.min(60_000, 1000 * (Number(answer.headers.get("retry-after")) || 0)) };
}

/** What was seen and followed, told in batches; what does not get through is lost, for a shopper never waits for it. */
const told = new Set();
const untold = [];
let telling;

function tell(target, item) {
  if (untold.length < 100) untold.push({ target, item });
  telling ??= setTimeout(flush, SEEN_MS);
}

function flush() {
  clearTimeout(telling);
  telling = undefined;
  while (untold.length) {
    const { target } = untold[0];
    const other = untold.findIndex((one) => one.target.url !== target.url || one.target.token !== target.token);
    const items = untold.splice(0, Math.min(IN_A_BEACON, other < 0 ? untold.length : other)).map((one) => one.item);
    const body = JSON.stringify({ items });
    const headers = { ...bearer(target.token), "content-type": "application/json" };
    // A beacon outlives the page, but carries no token; a kept fetch does both.
    if (!target.token) navigator.sendBeacon(target.url, body);
    else fetch(target.url, { method: "POST", body, headers, keepalive: true, credentials: "omit" }).catch(() => {});
  }
}
addEventListener("pagehide", flush);
document.addEventListener("visibilitychange", () => document.hidden && flush());

/** The stream of updates, one for all elements of a page that ask alike: a browser has six connections for a host. */
class Stream {
  static #all = new Map();
  #listeners = new Set();
  #over = new AbortController();
  #line = new AbortController();
  #wake = () => {};
  #last = "";

  /** Returns what leaves it. A listener also hears `open` and `lost`: something may have been missed. */
  static join(url, token, listener) {
    const key = `${token} ${url}`;
    const stream = Stream.#all.get(key) ?? new Stream(url, token);
    Stream.#all.set(key, stream);
    stream.#listeners.add(listener);
    return () => {
      if (!stream.#listeners.delete(listener) || stream.#listeners.size) return;
      Stream.#all.delete(key);
      for (const one of [stream.#over, stream.#line]) one.abort();
      stream.#wake();
    };
  }

  constructor(url, token) {
    const turn = () => (document.hidden ? this.#line.abort() : this.#wake());
    document.addEventListener("visibilitychange", turn, { signal: this.#over.signal });
    this.#run(url, token);
  }

  async #run(url, token) {
    for (let tries = 0; !this.#over.signal.aborted; ) {
      const began = performance.now();
      const after = document.hidden ? 0 : await this.#read(url, token).catch((error) => error.after ?? 0);
      tries = performance.now() - began > STEADY_MS ? 0 : tries + 1;
      this.#say("lost");
      await this.#rest(Math.max(after ?? 0, backOff(tries)));
    }
  }

  /** A page that nobody looks at rests until somebody does. */
  #rest(forMs) {
    return new Promise((done) => {
      const timer = document.hidden || this.#over.signal.aborted ? 0 : setTimeout(done, forMs);
      this.#wake = () => [clearTimeout(timer), done()];
      if (this.#over.signal.aborted) done();
    });
  }

  async #read(url, token) {
    const line = (this.#line = new AbortController());
    const headers = { ...bearer(token), ...(this.#last && { "last-event-id": this.#last }) };
    let watch = setTimeout(() => line.abort(), SILENCE_MS);
    try {
      const answer = await asked(url, headers, line.signal);
      this.#say("open");
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = "", part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(watch);
        watch = setTimeout(() => line.abort(), SILENCE_MS);
        const frames = (rest + part.value).split("\n\n");
        rest = frames.pop();
        if (rest.length > MOST_BUFFERED) throw new Error("a frame without an end");
        frames.forEach((frame) => this.#frame(frame));
      }
    } finally {
      clearTimeout(watch);
      line.abort();
    }
  }

  #frame(frame) {
    const fields = Object.fromEntries(frame.split("\n").map((line) => [line.split(":", 1)[0], line.replace(/^[^:]*: ?/, "")]));
    if (fields.id) this.#last = fields.id;
    if (fields.event) this.#say(fields.event, fields.data);
  }

  #say(event, data = "{}") {
    for (const listener of [...this.#listeners]) listener(event, data);
  }
}

class CopydeskBlurbs extends HTMLElement {
  static observedAttributes = ["api", "href-template", "label", "limit", "locale", "slot", "user"];
  #token = "";
  #said = null;
  #failed = false;
  #tag = "";
  #life = null;
  #leave = () => {};
  #starting = false;
  #asking = false;
  #again = false;
  #tries = 0;
  #timer = 0;
  #due = 0;
  #cells = new Map();
  #ghosts = Array.from({ length: MOST }, () => made("li", { part: "ghost", class: "ghost", "aria-hidden": "true" }));
  #eye = new IntersectionObserver((entries) => this.#looked(entries), { threshold: 0.5 });
  #region = made("section", { part: "region", role: "region", tabindex: "-1" });
  #list = made("ul", { part: "list", role: "list" });
  #status = made("p", { role: "status", "aria-live": "polite" });

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [SHEET];
    this.#region.append(this.#list, made("slot"), this.#status);
    root.append(this.#region);
  }

  get token() {
    return this.#token;
  }

  set token(value) {
    const token = String(value ?? "");
    if (token === this.#token) return;
    // A token that was only renewed is the same shopper's: what is shown stays.
    if (subjectOf(token) !== subjectOf(this.#token)) this.#forget();
    this.#token = token;
    this.#begin();
  }

  connectedCallback() {
    const early = Object.getOwnPropertyDescriptor(this, "token");
    if (early && delete this.token) this.token = early.value;
    this.#paint();
    this.#begin();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, was, is) {
    if (was === is || !this.isConnected) return;
    // Nobody is shown what was another's, not even for a moment.
    if (name === "user" || name === "api") this.#forget();
    this.#paint();
    if (name !== "label" && name !== "href-template") this.#begin();
  }

  get #limit() {
    return Math.min(MOST, Math.max(1, parseInt(this.getAttribute("limit"), 10) || LIMIT));
  }

  get #locale() {
    const asked = this.getAttribute("locale") || this.closest("[lang]")?.lang || "";
    return (/^[a-z]{2}(-[A-Z]{2})?$/.exec(asked) ?? /^[a-z]{2}/.exec(asked) ?? [""])[0];
  }

  /** Several attributes that change at once are one beginning. */
  #begin() {
    if (this.#starting) return;
    this.#starting = true;
    queueMicrotask(() => {
      this.#starting = false;
      if (this.isConnected) this.#start();
    });
  }

  #start() {
    this.#stop();
    this.#life = new AbortController();
    this.#tag = "";
    try {
      const url = this.#url("v1/events", { users: this.#user });
      this.#leave = Stream.join(url, this.#token, (event, data) => this.#heard(event, data));
    } catch {
      return this.#fall(0);
    }
    for (const cell of this.#cells.values()) this.#eye.observe(cell.node);
    this.#want(0);
  }

  #stop() {
    this.#life?.abort();
    this.#life = null;
    this.#leave();
    this.#leave = () => {};
    this.#eye.disconnect();
    for (const timer of [this.#timer, ...Array.from(this.#cells.values(), (cell) => cell.timer)]) clearTimeout(timer);
    this.#timer = this.#tries = 0;
    this.#asking = this.#again = false;
  }

  #forget() {
    this.#life?.abort();
    this.#said = null;
    this.#failed = false;
    this.#paint();
  }

  get #user() {
    return this.getAttribute("user") || "me";
  }

  #url(path, query) {
    const base = new URL(this.getAttribute("api") || HERE, document.baseURI).href.replace(/\/*$/, "/");
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
    return url.href;
  }

  #heard(event, data) {
    const { user, product } = JSON.parse(data) ?? {};
    const mine = event === "open" || event === "reset" || user || this.#cells.has(product);
    if (mine || (event === "lost" && !this.#timer)) this.#want(TOGETHER_MS);
  }

  /** Asks in so many milliseconds, or sooner if that is planned already. */
  #want(inMs) {
    const due = performance.now() + inMs;
    if (!this.#life || (this.#timer && this.#due <= due)) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => this.#ask(this.#life), inMs);
  }

  /** One question at a time: what is told meanwhile is asked for after it. */
  async #ask(life) {
    this.#timer = 0;
    this.#again = this.#asking;
    if (this.#asking || document.hidden) return;
    this.#asking = true;
    try {
      await this.#fetch(life.signal);
      this.#tries = 0;
    } catch (error) {
      if (!life.signal.aborted) this.#fall(error.status ?? 0, error.after);
    }
    if (life.signal.aborted) return;
    this.#asking = false;
    if (this.#again) this.#want(TOGETHER_MS);
  }

  async #fetch(life) {
    const query = { slot: this.slot, limit: String(this.#limit), locale: this.#locale };
    const headers = { ...bearer(this.#token), ...(this.#tag && { "if-none-match": this.#tag }) };
    const signal = AbortSignal.any([life, AbortSignal.timeout(ANSWER_MS)]);
    const answer = await asked(this.#url(`v1/users/${encodeURIComponent(this.#user)}/blurbs`, query), headers, signal);
    if (answer.status === 304) return;
    const said = await answer.json();
    if (life.aborted) return;
    this.#tag = answer.headers.get("etag") ?? "";
    this.#show({ ...said, items: readItems(said, MOST) });
  }

  #show(said) {
    const before = this.#said && JSON.stringify(this.#said.items);
    this.#said = said;
    this.#paint();
    const news = before && before !== JSON.stringify(said.items);
    // A space more or less makes it something new to say.
    if (news) this.#status.textContent = wordsOf(this.#locale).updated + (this.#status.textContent.endsWith(" ") ? "" : " ");
    const { audience = null, personal = false, stale = false } = said;
    this.#emit("copydesk-update", { audience, personal, stale, products: said.items.map((item) => item.product) });
  }

  /** What was said last stays; who never had an answer is shown the page's own children. */
  #fall(status, after = 0) {
    this.#failed = true;
    this.#tries += 1;
    if (!this.#said) this.#paint();
    this.#emit("copydesk-error", { status });
    if (!FINAL.has(status)) this.#want(Math.max(after, backOff(this.#tries)));
  }

  #paint() {
    const { items = [], personal } = this.#said ?? {};
    const [locale, words] = [this.#locale, wordsOf(this.#locale)];
    const waiting = !this.#said && !this.#failed;
    this.#region.className = waiting ? "waiting" : items.length ? "" : "fallen";
    put(this.#region, "aria-busy", waiting && "true");
    put(this.#region, "aria-label", this.getAttribute("label") || (personal === false ? words.popular : words.personal));
    put(this.#region, "lang", locale);
    put(this.#region, "dir", directionOf(locale));
    const shown = items.slice(0, this.#limit);
    const held = this.shadowRoot.activeElement;
    const before = [...this.#cells.values()];
    const cells = shown.map((item, position) => this.#cell({ ...item, position }, words));
    for (const gone of before.filter((cell) => !cells.includes(cell))) this.#drop(gone);
    this.#arrange(cells);
    if (!held || held === this.shadowRoot.activeElement) return;
    // Whoever stood on a product still stands on it, and on no other: where it is gone, on what surrounds it.
    (held.isConnected ? held : this.#region).focus({ preventScroll: true });
  }

  /** Cells, then ghosts that hold the rest of the room. What is in its place is not touched. */
  #arrange(cells) {
    const wanted = [...cells.map((cell) => cell.node), ...this.#ghosts.slice(0, Math.max(0, this.#limit - cells.length))];
    for (const node of [...this.#list.children].filter((one) => !wanted.includes(one))) node.remove();
    wanted.forEach((node, at) => this.#list.children[at] === node || this.#list.insertBefore(node, this.#list.children[at]));
  }

  #cell(item, words) {
    const known = this.#cells.get(item.product);
    // What has moved is drawn anew in its new place, and only what holds the focus goes there itself: nothing jumps.
    const stays = known && (known.item.position === item.position || known.link === this.shadowRoot.activeElement);
    const cell = stays ? known : this.#newCell(item.product);
    const texts = { reason: REASONS.has(item.reason) ? words[item.reason] : "", title: item.title, text: item.text };
    // The law's words, as the answer has them: none are known here.
    texts.badge = item.label;
    for (const [part, text] of Object.entries(texts)) {
      if (cell[part].textContent !== text) cell[part].textContent = text;
    }
    for (const part of [cell.title, cell.text]) {
      put(part, "lang", item.locale);
      put(part, "dir", directionOf(item.locale) || "auto");
    }
    const href = linkTo(this.getAttribute("href-template") ?? "", item.product);
    put(cell.link, "href", href);
    put(cell.link, "role", !href && "link");
    put(cell.link, "tabindex", !href && "0");
    cell.item = item;
    const copy = JSON.stringify([this.#user, this.slot, item.product, item.copy_id ?? item.edition, item.text]);
    if (cell.copy !== copy) {
      cell.copy = copy;
      // Looked at anew, so that another text under the same eyes counts as seen too.
      this.#eye.unobserve(cell.node);
      this.#eye.observe(cell.node);
    }
    return cell;
  }

  #drop(cell) {
    clearTimeout(cell.timer);
    this.#eye.unobserve(cell.node);
    if (this.#cells.get(cell.item.product) === cell) this.#cells.delete(cell.item.product);
  }

  #newCell(product) {
    const cell = { node: made("li", { part: "item" }), link: made("a", { part: "link" }), timer: 0 };
    for (const part of ["reason", "title", "text", "badge"]) cell.link.append((cell[part] = made("span", { part })));
    cell.node.append(cell.link);
    cell.link.addEventListener("click", (event) => this.#follow(event, cell));
    cell.link.addEventListener("auxclick", (event) => event.button === 1 && this.#tell("clicked", cell));
    cell.link.addEventListener("keydown", (event) => event.key === "Enter" && !cell.link.href && cell.link.click());
    this.#cells.set(product, cell);
    return cell;
  }

  #follow(event, cell) {
    this.#tell("clicked", cell);
    flush();
    if (!this.#emit("copydesk-click", this.#about(cell.item))) event.preventDefault();
  }

  #looked(entries) {
    for (const { target, isIntersecting, intersectionRatio } of entries) {
      const cell = [...this.#cells.values()].find((one) => one.node === target);
      clearTimeout(cell?.timer);
      if (cell && isIntersecting && intersectionRatio >= 0.5) this.#dwell(cell);
    }
  }

  #dwell(cell) {
    cell.timer = setTimeout(() => {
      if (document.hidden) return this.#dwell(cell);
      if (told.has(cell.copy) || told.size >= MOST_TOLD) return undefined;
      told.add(cell.copy);
      return this.#tell("shown", cell);
    }, SEEN_MS);
  }

  #tell(action, cell) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const item = { id, action, ...this.#about(cell.item), at_ms: Date.now() };
    tell({ url: this.#url("v1/feedback", {}), token: this.#token }, item);
  }

  #about({ product, audience = null, copy_id = null, position }) {
    return { product, audience, copy_id, slot: /^[a-z0-9-]{1,32}$/.test(this.slot) ? this.slot : null, position };
  }

  #emit(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

if (!customElements.get("copydesk-blurbs")) customElements.define("copydesk-blurbs", CopydeskBlurbs);
