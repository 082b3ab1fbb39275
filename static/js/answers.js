// Keys of answers that are chosen: a letter takes the answer that begins with it (J and N for Ja and Nej); arrows move
// between the boxes of a table.
(() => {
  const boxOf = (cell) => cell?.querySelector("input[type=checkbox]") ?? null;

  function begins(radio, letter) {
    return radio.value.slice(0, 1).toLowerCase() === letter;
  }

  // The next answer with that letter after the one that is chosen, round and round.
  function choose(radio, letter) {
    const all = [...radio.closest("fieldset").querySelectorAll("input[type=radio]")],
      at = all.findIndex((one) => one.checked),
      found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((one) => begins(one, letter));
    if (!found) return false;
    found.focus();
    if (!found.checked) found.click();
    return true;
  }

  function move(box, down, right) {
    const row = box.closest("tr"),
      rows = [...row.closest("tbody").rows],
      column = box.closest("td").cellIndex;
    const next = boxOf(rows[rows.indexOf(row) + down]?.cells[column + right]);
    next?.focus();
    return Boolean(next);
  }

  const STEPS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  document.addEventListener("keydown", (event) => {
    const input = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !input.matches?.("#blad input")) return;
    const radio = input.type === "radio" && event.key.length === 1 && event.key !== " ",
      box = input.type === "checkbox" && input.closest("[data-ticks]") && STEPS[event.key];
    if (radio ? choose(input, event.key.toLowerCase()) : box && move(input, ...box)) event.preventDefault();
  });
})();
