// A row that was removed, by anybody, leaves a line where it stood: what was in it, and a button that takes it back.
// The list at the foot of the page is for those who come later.
(() => {
  const gone = new Map(); // path:row → the rows and the lines before it, nearest first
  let shown = [],
    writing = "", // the row that one writes in
    inside = ""; // which line has the focus, also when the page has fetched itself again and lost it

  const all = (selector) => [...document.querySelectorAll(`#blad ${selector}`)];
  const keyOf = (one) => one.dataset.gone ?? one.value.slice(one.value.indexOf(":") + 1);
  const lines = () => all(".gone"),
    buttons = () => all("button[name=rad][value^='bort:']"),
    both = () => all("button[name=rad][value^='bort:'], .gone");
  const pathOf = (key) => key.slice(0, key.lastIndexOf(":"));
  const inList = (key) =>
    all(`.removed button[value="tillbaka:${key}"]`)[0]?.closest("li");

  const saidIn = (held) => held.querySelector("span").textContent.trim();

  function look() {
    const now = buttons().map(keyOf);
    for (const [at, key] of shown.entries()) {
      if (now.includes(key) || gone.has(key)) continue;
      const before = shown.slice(0, at).filter((one) => pathOf(one) === pathOf(key));
      gone.set(key, before.reverse());
    }
    for (const [key, before] of gone) {
      const held = inList(key);
      if (now.includes(key) || !held) gone.delete(key);
      else show(key, before, held);
    }
    shown = both().map(keyOf);
    const rest = all(".removed")[0];
    if (rest) rest.hidden = [...rest.querySelectorAll("li")].every((one) => one.hidden);
  }

  function show(key, before, held) {
    held.hidden = true;
    if (lines().some((one) => keyOf(one) === key)) return;
    const line = place(pathOf(key), before);
    if (!line) return;
    const words = document.createElement("span"),
      back = held.querySelector("button").cloneNode(true);
    const mine = writing === key;
    if (mine) words.setAttribute("role", "alert");
    words.textContent = `${mine ? "Raden du skrev i är borttagen" : "Borttaget"}: ${saidIn(held)}`;
    line.dataset.gone = key;
    (line.firstElementChild ?? line).append(words, back);
    if ((mine || inside === key) && document.activeElement === document.body) back.focus();
  }

  // After the nearest row before it that is left; first among the others when there is none.
  function place(path, before) {
    const holder = all(`[data-rows="${path}"]`)[0],
      left = before.map((key) => both().find((one) => keyOf(one) === key)).find(Boolean);
    if (holder?.matches("tbody")) return placeInTable(holder, left);
    const list = holder?.querySelector("ol"),
      line = document.createElement("li");
    if (!list) return null;
    line.className = "gone";
    if (left) left.closest("li").after(line);
    else list.prepend(line);
    return line;
  }

  function placeInTable(body, left) {
    const line = document.createElement("tr"),
      cell = document.createElement("td");
    line.className = "gone";
    cell.colSpan = body.querySelector("[colspan]").colSpan;
    line.append(cell);
    let after = left?.closest("tr");
    while (after?.nextElementSibling?.matches(".explain, .gone")) after = after.nextElementSibling;
    if (after) after.after(line);
    else (body.querySelector(".row--add") ?? body.lastElementChild).before(line);
    return line;
  }

  document.addEventListener("focusin", ({ target }) => {
    inside = target.closest?.(".gone")?.dataset.gone ?? "";
    const button = target.matches("[data-version], .longtext")
      ? target.closest("li.row, tr")?.querySelector("button[name=rad][value^='bort:']")
      : null;
    writing = button ? keyOf(button) : "";
  });
  document.addEventListener("DOMContentLoaded", () => (shown = buttons().map(keyOf)));
  document.addEventListener("htmx:after:swap", look);
})();
