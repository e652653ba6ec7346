// Review: a key presses the button or follows the link that is marked with it.

import { onKeys } from "./keys.js";

/** Press a button, follow a link, or open a part and go to its first field. */
function press(element) {
  if (element.tagName !== "SUMMARY") return element.click();
  const part = element.parentElement;
  part.open = !part.open;
  const field = part.open ? part.querySelector('input:not([type="hidden"]), select, textarea') : element;
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

const keyed = [...document.querySelectorAll("[data-key]")];
const actions = Object.fromEntries(keyed.map((element) => [element.dataset.key, () => press(element)]));
actions.o = () => document.querySelector(".byline a")?.click();
onKeys(actions);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const part = event.target instanceof Element ? event.target.closest(".judge details[open]") : null;
  if (part) {
    part.open = false;
    part.querySelector("summary").focus();
  }
});

const shown = document.querySelector(".passage");
for (const trigger of document.querySelectorAll(`.passage [data-act="${CSS.escape(shown?.dataset.shown ?? "")}"]`)) {
  trigger.classList.add("on");
}
document.querySelector('.queue [aria-current="true"]')?.scrollIntoView({ block: "nearest" });
