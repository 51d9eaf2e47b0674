/** The trace: from what a shopper did to what a shopper sees, each step as it stands on its topic. */

import { node, short } from "./page.js";

const ACTS = { viewed: "Viewed", carted: "Added to cart", purchased: "Bought", dismissed: "Turned down" };
const SORTS = { c: "category", t: "type", m: "material", k: "colour", b: "brand", p: "price band" };
const LIKES = 6;
const REASONS = {
  together: "goes with what was looked at", interest: "an interest of the profile", popular: "popular",
  again: "picked before", external: "from the shop's own recommender",
};

/** A facet in words. A brand is a hash in a profile, and stays one. */
function facetWords(facet) {
  const [sort, ...rest] = facet.split(":");
  return `${SORTS[sort] ?? sort} · ${rest.join(":").replaceAll("-", " ")}`;
}

function step(state, name, where, ...inside) {
  const head = node("div", { class: "step-head" }, node("h3", {}, name), node("span", { class: "topic" }, where));
  return node("li", { class: `step ${state}` }, head, ...inside);
}

const note = (text) => node("p", { class: "note" }, text);
const facts = (...pairs) =>
  node("dl", { class: "pairs" }, ...pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => node("div", {}, node("dt", {}, name), node("dd", {}, value))));

function eventStep({ act, user }, { personal }) {
  if (!act) return step("idle", "Event", "user-behaviour", note("Nothing yet. Look at a product, or have the page browse for you."));
  const source = personal?.source;
  return step("done", "Event", "user-behaviour",
    node("p", { class: "lead" }, `${ACTS[act.action] ?? act.action} `, node("strong", {}, act.title)),
    facts(["user", short(user)], ["latest position", source ? `partition ${source.partition}, offset ${source.offset}` : ""]));
}

function profileStep({ profile }) {
  if (!profile) return step("idle", "Profile", "profile", note("Nothing is known of this shopper."));
  if (profile.opted_out) return step("done", "Profile", "profile", note("This shopper has opted out: nothing is learnt."));
  const likes = Object.entries(profile.likes ?? {}).slice(0, LIKES);
  const most = Math.max(1, ...likes.map(([, weight]) => weight));
  const bars = likes.map(([facet, weight]) => node("li", {}, node("span", {}, facetWords(facet)), bar(weight / most)));
  return step("done", "Profile", "profile", node("ul", { class: "bars", role: "list" }, ...bars),
    facts(["applied", `offset ${profile.applied}`]));
}

/** A bar says nothing that its order does not, so it is only for the eye. */
function bar(share) {
  const made = node("span", { class: "bar", "aria-hidden": "true" });
  made.style.setProperty("--share", String(Math.max(0.03, share)));
  return made;
}

function audienceStep({ personal, words }) {
  if (!personal) return step("idle", "Audience", "personal-copy", note("Everyone: not enough is known to say more."));
  const chips = (personal.facets ?? []).map((facet) => node("li", {}, facetWords(facet)));
  return step("done", "Audience", "personal-copy", node("p", { class: "lead" }, node("strong", {}, words || personal.audience)),
    chips.length ? node("ul", { class: "chips", role: "list" }, ...chips) : null,
    note("This is all that a prompt may know of a shopper."));
}

function briefStep(chosen, pick, tabs) {
  if (!pick) return step("idle", "Brief", "copy-requests", note("No product has been picked yet."));
  const { blurb } = chosen ?? {};
  return step(blurb ? "done" : "wait", "Brief", "copy-requests", tabs, node("p", { class: "lead" }, `A blurb for `, node("strong", {}, chosen?.title ?? pick.product)),
    facts(["why", REASONS[pick.reason] ?? pick.reason], ["locale", pick.locale], ["brief", blurb && short(blurb.blurb.brief_id)]));
}

function draftStep(chosen) {
  const blurb = chosen?.blurb?.blurb;
  if (!blurb) return step("wait", "Draft", "Triton · writer", note("Asked for. Until it is there, the product's own copy stands in."));
  const known = new Map((chosen.facts ?? []).map((fact) => [fact.id, `${fact.name}: ${fact.value}${fact.unit ? ` ${fact.unit}` : ""}`]));
  const sentences = blurb.sentences.map((sentence) => node("li", {}, node("q", {}, sentence.text),
    node("ul", { class: "chips facts", role: "list", "aria-label": "states" }, ...sentence.facts.map((id) => node("li", { title: id }, known.get(id) ?? id)))));
  return step("done", "Draft", "Triton · writer", node("ul", { class: "sentences", role: "list", lang: chosen.blurb.locale }, ...sentences),
    facts(["written by", blurb.origin], ["model", short(blurb.fingerprint)], ["copy", short(blurb.copy_id)]));
}

function verdictStep(chosen) {
  const blurb = chosen?.blurb;
  if (!blurb) return step("wait", "Verdict", "audience-blurb", note("Pending."));
  const verdict = blurb.blurb.origin === "fallback" ? "published as fallback" : "published";
  return step("done", "Verdict", "audience-blurb", node("p", { class: "lead verdict" }, node("span", { "aria-hidden": "true" }, "✓ "), verdict),
    facts(["facts stated", String(new Set(blurb.blurb.sentences.flatMap((one) => one.facts)).size)], ["rules", short(blurb.blurb.rules_version)], ["edition", String(blurb.edition)]),
    note("One text for everybody in this audience: written once, not once for each shopper."));
}

export class Trace {
  #list;
  #drawn = "";
  #seen = { trace: {}, told: {} };
  #chosen = "";

  constructor(list) {
    this.#list = list;
  }

  /** `told`: {act, user}, what this page knows of itself. */
  show(trace, told) {
    this.#seen = { trace, told };
    this.#draw();
  }

  /** Which pick's words are followed. */
  choose(product) {
    this.#chosen = product;
    this.#draw();
  }

  #draw() {
    const drawn = JSON.stringify([this.#seen, this.#chosen]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const { trace, told } = this.#seen;
    const picks = trace.personal?.picks ?? [];
    const written = new Map((trace.blurbs ?? []).map((one) => [one.product, one]));
    const pick = picks.find((one) => one.product === this.#chosen) ?? picks.find((one) => written.get(one.product)?.blurb) ?? picks[0];
    const chosen = written.get(pick?.product);
    const held = this.#list.contains(document.activeElement) ? document.activeElement.dataset.product : undefined;
    this.#list.replaceChildren(eventStep(told, trace), profileStep(trace), audienceStep(trace),
      briefStep(chosen, pick, this.#tabs(picks, pick, written)), draftStep(chosen), verdictStep(chosen));
    if (held) [...this.#list.querySelectorAll("button")].find((one) => one.dataset.product === held)?.focus({ preventScroll: true });
  }

  #tabs(picks, pick, written) {
    const tabs = picks.slice(0, 6).map((one, at) => {
      const title = written.get(one.product)?.title ?? one.product;
      const tab = node("button", { type: "button", title, "aria-label": `Pick ${at + 1}: ${title}`, "aria-pressed": String(one === pick),
        "data-product": one.product, class: written.get(one.product)?.blurb ? "" : "bare" }, String(at + 1));
      tab.addEventListener("click", () => this.choose(one.product));
      return tab;
    });
    return node("div", { class: "tabs", role: "group", "aria-label": "Follow a pick" }, ...tabs);
  }
}
