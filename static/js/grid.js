// The budget as a spreadsheet: keys move between cells, Escape takes back, blocks go to Excel (they come from it in
// block.js and paste.js).
(() => {
  const cellsOf = (row) => [...row.querySelectorAll(".cell")];
  // What stands under a line, over the whole width, is no row of the grid.
  const rowsOf = (table) =>
    [...table.querySelectorAll("tbody tr:not(.row--beside)")].filter((row) => row.querySelector(".cell"));
  let anchor = null,
    chosen = [];

  // Cells are placed by the column they stand in, so that a row with fewer inputs still lines up.
  function columnOf(cell) {
    return cell.closest("td,th").cellIndex;
  }
  function at(row, column) {
    return row?.cells[column]?.querySelector(".cell") ?? null;
  }

  function move(cell, down, right) {
    const rows = rowsOf(cell.closest("table"));
    let row = rows.indexOf(cell.closest("tr")),
      column = columnOf(cell);
    if (right) {
      const cells = cellsOf(rows[row]),
        next = cells[cells.indexOf(cell) + right];
      return next ?? null;
    }
    while (rows[(row += down)]) {
      const found = at(rows[row], column);
      if (found) return found;
    }
    return null;
  }

  function go(cell) {
    if (cell) {
      cell.focus();
      cell.select();
      cell.closest("td,th").scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    return Boolean(cell);
  }

  document.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.matches?.("#blad .cell") || event.altKey) return;
    const table = cell.closest("table");
    const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const atStart = cell.selectionStart === 0 && cell.selectionEnd === 0,
      atEnd = cell.selectionStart === cell.value.length;
    if (event.shiftKey && event.key.startsWith("Arrow") && (whole || !cell.value)) {
      event.preventDefault();
      return widen(cell, event.key);
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === "c" && chosen.length > 1) {
        event.preventDefault();
        copyOut(table);
      }
      return;
    }
    if (event.key !== "Shift") choose([]);
    const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [event.shiftKey ? -1 : 1, 0] };
    if (steps[event.key]) {
      event.preventDefault();
      finsam.changed(cell, { now: true });
      go(move(cell, ...steps[event.key]));
    } else if (event.key === "ArrowRight" && (whole || atEnd)) {
      if (go(move(cell, 0, 1))) event.preventDefault();
    } else if (event.key === "ArrowLeft" && (whole || atStart)) {
      if (go(move(cell, 0, -1))) event.preventDefault();
    } else if (event.key === "Tab" && !event.shiftKey) {
      const next = move(cell, 0, 1); // past the row's buttons, which Shift+Tab reaches
      if (next) {
        event.preventDefault();
        finsam.changed(cell, { now: true });
        go(next);
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      takeBack(cell);
    } else if (event.key === "F2") {
      event.preventDefault();
      cell.setSelectionRange(cell.value.length, cell.value.length);
    }
  });

  function takeBack(cell) {
    cell.value = cell.finsamBefore ?? finsam.saved(cell);
    finsam.changed(cell);
    cell.select();
  }

  document.addEventListener("focusin", ({ target: cell }) => {
    if (!cell.matches?.("#blad .cell")) return;
    if (cell.dataset.shown && cell.dataset.typed !== undefined) {
      cell.value = finsam.inKronor(cell, cell.dataset.typed);
    }
    cell.finsamBefore = cell.value;
    bubble(cell);
  });
  // A click into a cell chooses what stands there, as a spreadsheet does; a second click places the caret.
  let pointed = null;
  document.addEventListener("pointerdown", ({ target }) => {
    pointed = target.matches?.("#blad .cell") && document.activeElement !== target ? target : null;
  });
  document.addEventListener("click", ({ target }) => {
    if (target === pointed && target.selectionStart === target.selectionEnd) target.select();
    pointed = null;
  });
  document.addEventListener("focusout", ({ target: cell }) => {
    if (!cell.matches?.("#blad .cell")) return;
    document.querySelector(".calc")?.remove();
    finsam.unfold(cell);
  });

  // An expression shows its result when nobody is in the cell, and itself when somebody is.
  finsam.unfold = (cell) => {
    if (!cell.dataset.shown || cell.dataset.unsaved !== undefined || document.activeElement === cell) return;
    cell.dataset.typed = cell.value === cell.dataset.shown ? (cell.dataset.typed ?? cell.value) : cell.value;
    cell.value = cell.dataset.shown;
    cell.finsamSaved = cell.value;
  };
  function bubble(cell) {
    if (cell.dataset.shown) cell.finsamSaved = finsam.typed(cell);
    tell(cell, "ger", cell.dataset.shown);
  }
  function tell(cell, verb, amount) {
    document.querySelector(".calc")?.remove();
    if (!amount) return;
    const words = document.createElement("span");
    words.className = "calc";
    words.innerHTML = `${verb} <b></b>`;
    words.querySelector("b").textContent = amount;
    cell.after(words);
  }
  // In tkr what is being typed is told in kronor too: three noughts too many are seen at once.
  document.addEventListener("input", ({ target: cell }) => {
    if (!cell.matches?.("#blad .cell[data-unit=tkr]")) return;
    const found = /^([-−–]?)([\d\s]+)(?:(?:,|\.(?!\d{3}))(\d{1,3}))?(\s*tkr)?$/.exec(cell.value.trim());
    const kronor = found && found[1].replace(/./, "\u2212") + grouped(found[2] + (found[3] ?? "").padEnd(3, "0"));
    tell(cell, "=", found && `${kronor}\u00a0kr`);
  });
  const grouped = (digits) =>
    digits.replace(/\D/g, "").replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  document.addEventListener("finsam:satt", ({ target: cell }) => {
    if (!cell.matches?.("#blad .cell")) return;
    if (cell.dataset.shown) {
      if (document.activeElement === cell) bubble(cell);
      else finsam.unfold(cell);
    } else delete cell.dataset.typed;
  });

  // In tkr a bare number means thousands, however it is written: the unit is written out, so that nothing is left to
  // guess. What is no number, and what has a unit («325 kr», «325:-»), stays as it is. As `in_unit` in core/kronor.py.
  const isBare = (words) => /\d/.test(words) && !/(?!x)\p{L}|[,:]-$/iu.test(words.trim());
  finsam.meant = (cell, words) =>
    cell.dataset.unit === "tkr" && isBare(words) ? `${words.trim()} tkr` : words;
  finsam.inUnit = (cell) => {
    cell.value = finsam.meant(cell, cell.value);
  };
  // What is known to be kronor says so when it is put in such a cell.
  finsam.inKronor = (cell, words) => (cell.dataset.unit === "tkr" && isBare(words) ? `${words} kr` : words);

  // The unit is another, chosen here or by somebody else: the page means it at once, also without contact. What stood
  // there in kronor says so, and a bare number typed from now on is of the new unit. What somebody is just typing keeps
  // the unit that it was begun in.
  function inNewUnit(chosen) {
    const unit = finsam.typed(chosen),
      budget = finsam.pathOf(chosen).split("/")[0];
    for (const cell of document.querySelectorAll(`#blad .cell[data-unit][name^="${budget}/"]`)) {
      if (cell.dataset.unit === unit) continue;
      const typing = cell.dataset.unsaved !== undefined,
        focused = document.activeElement === cell;
      cell.finsamOldUnit = typing || focused;
      if (typing && focused) continue;
      if (typing) finsam.inUnit(cell);
      cell.dataset.unit = unit;
      if (cell.dataset.shown) cell.dataset.shown = finsam.inKronor(cell, cell.dataset.shown);
      if (!cell.hasAttribute("aria-invalid")) finsam.putText(cell, finsam.inKronor(cell, cell.value));
      if (typing) finsam.changed(cell, { now: true });
      else {
        cell.finsamSaved = finsam.typed(cell);
        cell.defaultValue = cell.value; // or the page that is fetched again would take it for what it brought itself
      }
    }
  }
  for (const name of ["change", "finsam:satt"])
    document.addEventListener(name, ({ target }) => {
      const chosen = target.closest?.("fieldset[data-sets-unit]");
      if (chosen) inNewUnit(chosen);
      else if (name === "finsam:satt") freshUnit(target);
    });
  document.addEventListener("focusout", ({ target }) => freshUnit(target));
  // Left and saved, it is shown as the others are: the page that came with the new unit went past it.
  function freshUnit(cell) {
    if (!cell.finsamOldUnit || cell.dataset.unsaved !== undefined || document.activeElement === cell) return;
    cell.finsamOldUnit = false;
    htmx.trigger(document.getElementById("blad"), "foraldrad");
  }

  function widen(cell, key) {
    anchor ??= cell;
    const focus = chosen.at(-1) ?? cell,
      rows = rowsOf(cell.closest("table"));
    let row = rows.indexOf(focus.closest("tr")) + (key === "ArrowDown") - (key === "ArrowUp");
    let column = columnOf(focus) + (key === "ArrowRight") - (key === "ArrowLeft");
    const end = at(rows[row], column);
    if (!end) return;
    const rowsIn = [rows.indexOf(anchor.closest("tr")), row].sort((a, b) => a - b);
    const columnsIn = [columnOf(anchor), column].sort((a, b) => a - b);
    const block = [];
    for (let r = rowsIn[0]; r <= rowsIn[1]; r++)
      for (let c = columnsIn[0]; c <= columnsIn[1]; c++) {
        const one = at(rows[r], c);
        if (one) block.push(one);
      }
    choose([...block.filter((one) => one !== end), end]);
  }
  function choose(cells) {
    chosen.forEach((one) => one.classList.remove("is-chosen"));
    chosen = cells;
    chosen.forEach((one) => one.classList.add("is-chosen"));
    if (!cells.length) anchor = null;
  }
  const plainNumber = (text) => text.replace(/[\u00a0\s](?=\d)/g, "").replace("\u2212", "-");
  function block(table) {
    const rows = rowsOf(table)
      .map((row) => chosen.filter((one) => one.closest("tr") === row))
      .filter((row) => row.length);
    return rows
      .map((row) =>
        row
          .sort((a, b) => columnOf(a) - columnOf(b))
          .map((one) => plainNumber(one.value))
          .join("\t"),
      )
      .join("\r\n");
  }
  function copyOut(table) {
    const text = block(table),
      done = () => finsam.sayPasted(`${chosen.length} rutor är kopierade.`);
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, () => document.execCommand("copy"));
    else document.execCommand("copy");
  }
  document.addEventListener("copy", (event) => {
    if (chosen.length > 1) {
      event.preventDefault();
      event.clipboardData.setData("text/plain", block(chosen[0].closest("table")));
      finsam.sayPasted(`${chosen.length} rutor är kopierade.`);
    }
  });

  finsam.grid = { at, columnOf, plainNumber, rowsOf };
})();
