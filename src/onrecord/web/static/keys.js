// Keys: single letters that act where nobody is writing.

/** Call the action of a key, unless a field has the focus or a key of the system is held. */
export function onKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const target = event.target;
    if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (action && action(event) !== false) event.preventDefault();
  });
}

/** The next of some elements from the one that is current, without going round. */
export function stepFrom(all, current, by) {
  const place = all.indexOf(current);
  if (place < 0) return by > 0 ? all[0] : all.at(-1);
  return all[Math.max(0, Math.min(all.length - 1, place + by))];
}
