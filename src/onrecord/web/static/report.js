// A report: follow a passage outward through everybody who is cited for it, go from act to act, ask why.

import { onKeys, stepFrom } from "./keys.js";

const bar = document.querySelector(".chain-bar");
const reading = document.querySelector(".reading");
const acts = [...document.querySelectorAll(".act")];
const voices = [...document.querySelectorAll(".who")];

function idsOf(words) {
  return words ? words.split(" ") : [];
}

function wordsOf(chain) {
  const voice = document.getElementById(`voice-${chain[0]}`);
  return voice ? voice.childNodes[1].textContent.trim() : "The outlet states this itself";
}

/** Light up the passages, sources and cues of a chain and its acts; `chain` has the innermost first. */
function follow(chain, actId) {
  for (const lit of document.querySelectorAll(".on")) lit.classList.remove("on");
  for (const id of chain) {
    for (const part of document.querySelectorAll(`[data-att="${CSS.escape(id)}"]`)) part.classList.add("on");
  }
  for (const part of actId ? document.querySelectorAll(`[data-act="${CSS.escape(actId)}"]`) : []) part.classList.add("on");
  bar.textContent = wordsOf(chain);
  bar.hidden = false;
}

function leave() {
  for (const lit of document.querySelectorAll(".on")) lit.classList.remove("on");
  bar.hidden = true;
}

function followElement(element) {
  const act = element.closest(".act");
  if (act) return follow(idsOf(act.dataset.chain).reverse(), act.dataset.act);
  const trigger = element.closest(".trigger");
  const said = element.closest(".said");
  if (said || trigger) follow(idsOf(said?.dataset.chain), trigger?.dataset.act);
  else leave();
}

reading.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse") followElement(event.target);
});
reading.addEventListener("pointerleave", (event) => {
  if (event.pointerType === "mouse" && !reading.contains(document.activeElement)) leave();
});
reading.addEventListener("click", (event) => followElement(event.target));
reading.addEventListener("focusin", (event) => followElement(event.target));

/** Put the explanation of an act into its card, from the page that has it. */
async function explain(act) {
  const place = act.querySelector(".explain");
  if (!place || act.querySelector(".explanation")) return act.querySelector(".explanation")?.remove();
  const box = document.createElement("div");
  box.className = "explanation";
  box.textContent = "…";
  act.append(box);
  try {
    const answer = await fetch(place.querySelector("a").href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("#explanation") ?? page.querySelector("main");
    found.removeAttribute("id");
    box.replaceChildren(document.adoptNode(found));
  } catch {
    box.textContent = "The explanation could not be fetched.";
  }
}

reading.addEventListener("click", (event) => {
  const link = event.target.closest(".explain a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  explain(link.closest(".act"));
});

function goTo(element) {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

function currentOf(all, selector) {
  const element = document.activeElement?.closest?.(selector);
  return all.includes(element) ? element : null;
}

onKeys({
  j: () => goTo(stepFrom(acts, currentOf(acts, ".act"), 1)),
  k: () => goTo(stepFrom(acts, currentOf(acts, ".act"), -1)),
  v: () => goTo(stepFrom(voices, currentOf(voices, ".who"), 1)),
  V: () => goTo(stepFrom(voices, currentOf(voices, ".who"), -1)),
  Enter: () => {
    const act = currentOf(acts, ".act");
    if (!act || document.activeElement !== act) return false;
    explain(act);
  },
  "?": () => document.querySelector(".legend").toggleAttribute("open"),
  Escape: leave,
});
