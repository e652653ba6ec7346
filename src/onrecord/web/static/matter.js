// The matter's slider, and what changed since the last visit. Without this module the form and the tabs do the same.

const DAY_MS = 86400000;

function dayAt(first, place) {
  return new Date(Date.parse(first) + place * DAY_MS).toISOString().slice(0, 10);
}

function inWords(day) {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(day));
}

/** Show the slider, keep the day beside it, and go there when it is let go. */
function addSlider(form) {
  const slide = form.querySelector(".slide");
  const day = form.querySelector("input[type=date]");
  slide.hidden = false;
  slide.addEventListener("input", () => {
    day.value = dayAt(form.dataset.first, slide.valueAsNumber);
    slide.setAttribute("aria-valuetext", inWords(day.value));
  });
  slide.addEventListener("change", () => form.requestSubmit());
}

/** Lead "What changed" to the day of the last visit, which only this browser keeps. */
function rememberVisit(link) {
  const key = `onrecord visit ${link.pathname}`;
  const today = new Date().toISOString().slice(0, 10);
  try {
    const seen = JSON.parse(localStorage.getItem(key) ?? "{}");
    const last = seen.today === today ? seen.last : seen.today;
    localStorage.setItem(key, JSON.stringify({ today, last }));
    if (last) {
      link.search = `?since=${last}&recorded=true`;
      link.title = `since your last visit on ${inWords(last)}`;
    }
  } catch {
    // A browser that keeps nothing has no last visit.
  }
}

const form = document.querySelector("form[data-first]");
if (form) addSlider(form);
const changes = document.querySelector('.tabs a[href$="/changes"]');
if (changes) rememberVisit(changes);
