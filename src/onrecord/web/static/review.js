// Review: one or two keys an act. What is decided goes to the API; the next act, fetched beforehand, is shown at once.
//
//   a accept   r reject   c correct   m merge   s split   u undo one's last   j, k the next and the one before
//   Enter sends the form that is open, Escape leaves it
//
// Without this module the same forms are sent as forms, and the page is loaded anew for the next act.

import { onKeys } from "./keys.js";

const API = "/api/v1/judgements";
let ahead = null; // the page of the next act, on its way
let last = null; // what was decided here last: its number and the act
let busy = false;

const queued = () => document.querySelector(".queued");
const forms = () => document.querySelector(".judge");

function addressOf(act) {
  const url = new URL(location.href);
  url.searchParams.delete("done");
  url.searchParams.delete("act");
  if (act) url.searchParams.set("act", act);
  return url;
}

async function fetchPage(url) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`The page could not be fetched (${answer.status}).`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function fetchAhead() {
  const act = queued()?.dataset.after;
  ahead = act ? { act, page: fetchPage(addressOf(act)) } : null;
  ahead?.page.catch(() => {});
}

function say(words, isWrong = false) {
  const place = document.querySelector(".said");
  place.textContent = words;
  place.classList.toggle("problem", isWrong);
  place.hidden = false;
}

/** Put the parts of a page that match a selector in the place of those that are shown. */
function replace(page, selector) {
  const [now, then] = [document.querySelector(selector), page.querySelector(selector)];
  if (now && then) now.replaceWith(document.adoptNode(then));
}

/** Show an act; the page of an act that was fetched before something was decided is brought up to date after. */
async function show(act, { decided = false } = {}) {
  const url = addressOf(act);
  try {
    const page = await (ahead && ahead.act === act ? ahead.page : fetchPage(url));
    replace(page, "main");
    history.pushState(null, "", url);
    queued()?.focus();
    if (decided) {
      const fresh = await fetchPage(url);
      if (queued()?.dataset.act === fresh.querySelector(".queued")?.dataset.act) {
        Object.assign(queued()?.dataset ?? {}, fresh.querySelector(".queued")?.dataset);
        for (const part of [".queue", ".decided", ".byline"]) replace(fresh, part);
      } else {
        replace(fresh, "main");
      }
    }
    fetchAhead();
  } catch {
    location.assign(url);
  }
}

/** The judgement that a form says, as the API takes it. */
function givenBy(form) {
  const data = new FormData(form);
  const text = (name) => (data.get(name) ?? "").trim() || null;
  const texts = (name) => data.getAll(name).map((value) => value.trim()).filter(Boolean);
  const given = { verb: text("verb"), why: text("why") };
  given.acts = texts("acts").map((named) => {
    const at = named.lastIndexOf("#");
    return { report: named.slice(0, Math.max(at, 0)), act: named.slice(at + 1) };
  });
  if (given.verb === "correct") {
    given.correction = { parties: [] };
    for (const name of ["type", "status", "stage", "direction", "instrument"]) given.correction[name] = text(name);
    for (const role of ["actor", "recipient"]) {
      const [was, now] = [text(`${role}_was`), text(`${role}_now`)];
      if (was || now) given.correction.parties.push({ role, was, now });
    }
  }
  if (["merge_parties", "split_party"].includes(given.verb)) given.parties = texts("parties");
  if (given.verb === "split_party") given.reports = texts("reports");
  if (given.verb === "undo") given.undoes = Number(text("undoes"));
  return given;
}

async function send(given, token) {
  const answer = await fetch(API, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
    body: JSON.stringify(given),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail ?? answer.statusText);
  return told;
}

async function judge(form) {
  if (busy) return;
  busy = true;
  const [given, act, after] = [givenBy(form), queued()?.dataset.act, queued()?.dataset.after];
  try {
    const told = await send(given, form.elements.csrf_token.value);
    const back = given.verb === "undo" && last?.seq === given.undoes ? last.act : act;
    last = given.verb === "undo" ? null : { seq: told.seq, act };
    if (given.verb === "undo") ahead = null;
    await show(given.verb === "undo" ? back : after, { decided: given.verb !== "undo" });
    say(`Judgement ${told.seq} is recorded${given.verb === "undo" ? "" : "; u takes it back"}.`);
  } catch (error) {
    say(error.message, true);
  } finally {
    busy = false;
  }
}

function press(key) {
  const place = forms()?.querySelector(`[data-key="${key}"]`);
  if (!place) return false;
  if (place instanceof HTMLDetailsElement) {
    for (const other of forms().querySelectorAll("details")) other.open = other === place;
    const field = place.querySelector('input:not([type="hidden"]), select');
    field?.focus();
    field?.select?.();
  } else {
    place.form.requestSubmit();
  }
}

function undoLast() {
  const own = document.querySelectorAll("[data-own] .undo");
  const form = [...own].find((each) => Number(each.elements.undoes.value) === last?.seq) ?? own[0];
  if (!form) return false;
  form.requestSubmit();
}

function step(act) {
  if (!act) return false;
  show(act);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".judge form, form.undo")) return;
  event.preventDefault();
  judge(event.target);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !event.target.closest?.(".judge details")) return;
  event.target.closest("details").open = false;
  queued()?.focus();
});
window.addEventListener("popstate", () => location.reload());
onKeys({
  ...Object.fromEntries(["a", "r", "c", "m", "s"].map((key) => [key, () => press(key)])),
  u: undoLast,
  j: () => step(queued()?.dataset.after),
  k: () => step(queued()?.dataset.before),
});
fetchAhead();
