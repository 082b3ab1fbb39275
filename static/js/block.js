// A block of cells from Excel or Word, and where in the budget each of them goes. Bare numbers go where they are
// pasted; a block with headings goes by them, rows by label and columns by party. Sums are compared, never added.
(() => {
  const { at, columnOf, rowsOf } = finsam.grid;
  const MOST_SPANNED = 200;

  // ------------------------------------------------------------------ reading
  // Excel's plain text has a tab for every cell, also for those that are merged or that a text runs over. Word's has
  // one for each that is left after merging: then its rows differ in length, or all are shorter than the columns that
  // their cells begin in, and the spans of the HTML are counted instead.
  finsam.readBlock = (text, html) => {
    const typed = text.includes("\t") ? fromText(text) : null,
      isEven = typed?.every((row) => row.length === typed[0].length);
    // As in longtext.js: parsed only, never shown, and its styles read under another name.
    const unstyled = html.replace(/\sstyle\s*=/gi, " data-style="),
      table = html && new DOMParser().parseFromString(unstyled, "text/html").querySelector("table");
    if (!table) return typed ?? fromText(text);
    const { rows, begun } = fromTable(table);
    return isEven && typed[0].length >= begun ? typed : rows;
  };

  const tidy = (words) => words.replace(/[\u00ad\u200b]/g, "").replace(/\s+/g, " ").trim();

  // `begun`: the columns that a cell begins in.
  function fromTable(table) {
    const rows = [],
      begun = new Set();
    const shown = [...table.rows].filter((row) => !/display:\s*none/i.test(row.dataset.style ?? ""));
    shown.forEach((row, r) => {
      rows[r] ??= [];
      let column = 0;
      for (const cell of row.cells) {
        while (rows[r][column] !== undefined) column++;
        begun.add(column);
        const wide = Math.min(cell.colSpan, MOST_SPANNED),
          high = Math.min(cell.rowSpan || 1, shown.length - r);
        for (let down = 0; down < high; down++)
          for (let right = 0; right < wide; right++)
            (rows[r + down] ??= [])[column + right] = down || right ? "" : tidy(cell.textContent);
        column += wide;
      }
    });
    return { rows: rows.map((row) => Array.from(row, (words) => words ?? "")), begun: begun.size };
  }

  function fromText(text) {
    const rows = [];
    let row = [],
      cell = "",
      quoted = false;
    for (let n = 0; n < text.length; n++) {
      const sign = text[n];
      if (quoted) {
        if (sign === '"' && text[n + 1] === '"') {
          cell += '"';
          n++;
        } else if (sign === '"') quoted = false;
        else cell += sign;
      } else if (sign === '"' && cell === "") quoted = true;
      else if (sign === "\t") {
        row.push(cell);
        cell = "";
      } else if (sign === "\n" || sign === "\r") {
        if (sign === "\r" && text[n + 1] === "\n") n++;
        row.push(cell);
        rows.push(row);
        row = [];
        cell = "";
      } else cell += sign;
    }
    if (cell !== "" || row.length) {
      row.push(cell);
      rows.push(row);
    }
    return rows.map((one) => one.map(tidy));
  }

  // ------------------------------------------------------------------ what a cell of the block is
  const UNITS = { "": 1, kr: 1, kronor: 1, sek: 1, ":-": 1, ",-": 1, tkr: 1e3, tsek: 1e3, kkr: 1e3, ksek: 1e3 };
  Object.assign(UNITS, { tusen: 1e3, mkr: 1e6, mnkr: 1e6, msek: 1e6, milj: 1e6, miljon: 1e6, miljoner: 1e6 });
  const THOUSANDS = String.raw`t\.? ?kr|tsek|k(?:kr|sek)|tusen(?: kr| kronor)?`,
    MILLIONS = String.raw`mn?kr|msek|milj(?:on(?:er)?)?(?: kr| kronor)?`;
  const AFTER = String.raw`(?:${THOUSANDS}|${MILLIONS}|kr|kronor|sek|:-|,-)\.?`;
  const AMOUNT = new RegExp(
    String.raw`^\(?(?:(?:kr|sek)[.:]? ?)?[-−–]? ?\d[\d\s.,]*\)? ?(?:%|${AFTER})?\)? ?[*¹²³]*$`,
    "i",
  );
  const NUMBER = new RegExp(
    String.raw`^(?:(?:kr|sek)[.:]? ?)?([-−–]?) ?(\d{1,3}(?:\.\d{3})+|\d[\d ]*)([.,]\d{1,2})? ?(${AFTER})?$`,
    "i",
  );
  const hasWords = (words) => /\p{L}/u.test(words) && !AMOUNT.test(words);
  // Whole kronor as written, thousands as thousands of them; null for what is no single number.
  const worth = (words) => {
    const bare = tidy(words).replace(/ ?[*¹²³]+$/, ""),
      inside = /^\((.+)\)$/.exec(bare),
      found = NUMBER.exec(inside ? inside[1] : bare);
    if (!found) return null;
    const [, minus, whole, decimals = "", unit = ""] = found,
      said = unit.toLowerCase(),
      name = said.replace(/^t\.? ?kr\.?$/, "tkr").replace(/\.$/, "").split(" ")[0];
    const number = parseFloat(whole.replace(/[ .]/g, "") + decimals.replace(",", "."));
    return (minus || inside ? -1 : 1) * Math.round(number * UNITS[name] * 100) / 100;
  };
  const key = (words) =>
    tidy(words)
      .toLowerCase()
      .replace(/^\d+[.)]\s*/, "")
      .replace(/[\s:.*]+$/, "");
  // Labels are cut and lengthened when they are copied by hand: a long beginning will do.
  const alike = (one, other) =>
    one === other || (Math.min(one.length, other.length) >= 8 && (one.startsWith(other) || other.startsWith(one)));

  // ------------------------------------------------------------------ what the page's tables are called
  const shownWords = (element) => tidy(element?.textContent ?? "");
  function tablesOfPage() {
    return [...document.querySelectorAll("#blad table[data-grid]")].map((table) => {
      let group = null;
      const lines = [],
        sums = [];
      for (const row of table.querySelectorAll("tbody tr")) {
        const heading = row.querySelector("th[scope=rowgroup]"),
          name = row.querySelector("th[scope=row]"),
          input = name?.querySelector(".cell");
        if (heading) group = key(shownWords(heading));
        else if (name && row.matches(".row--sum, .row--total"))
          sums.push({ row, group, table, label: key(shownWords(name)), whole: row.matches(".row--total") });
        else if (name && row.querySelector(".cell"))
          lines.push({ row, group, table, input, label: key(input ? input.value : shownWords(name)) });
      }
      const heads = [...table.tHead.rows[0].cells].map((cell) => {
        const role = shownWords(cell.querySelector("small"));
        return { role: key(role), name: key(shownWords(cell).slice(role.length)) };
      });
      return { table, lines, sums, heads, title: key(shownWords(table.closest("section")?.querySelector("h2"))) };
    });
  }

  // ------------------------------------------------------------------ a block with headings
  // Where each cell of it goes: `edits` to take in, `fresh` rows to add for lines that the group doesn't have, `sums`
  // to compare, `lost` that have no place.
  function planned(rows, cell) {
    const pages = tablesOfPage(),
      names = labelColumn(rows);
    let next = cell.closest("tr"); // of a block whose rows have no labels
    const plan = { edits: [], fresh: [], sums: [], lost: [] };
    let page = pages.find((one) => one.table === cell.closest("table")),
      group = null,
      columns = null;
    const used = new Set();
    const lineOf = (label) =>
      page.lines.find((line) => !used.has(line) && (!group || line.group === group) && alike(line.label, label)) ??
      page.lines.find((line) => !used.has(line) && alike(line.label, label));
    const freeLine = () =>
      page.lines.find(
        (line) =>
          !used.has(line) && line.input && (!group || line.group === group) && !line.input.value && isEmpty(line.row),
      );
    const totals = new Map(); // group, table, or "run" and "block" → column → what the lines of the block are together
    const add = (scope, where, words) => {
      if (!totals.has(scope)) totals.set(scope, new Map());
      totals.get(scope).set(where, (totals.get(scope).get(where) ?? 0) + (worth(words) ?? 0));
    };
    // A sum that the page doesn't have is of the lines since the last sum, or of all of them.
    const ownLines = (where, words) => {
      const [run, all] = ["run", "block"].map((scope) => totals.get(scope)?.get(where));
      return worth(words) === null ? undefined : worth(words) === all ? all : (run ?? all);
    };
    for (const row of rows) {
      const label = key(row[names] ?? ""),
        rest = row.map((words, column) => ({ words, column })).filter(({ words, column }) => words && column !== names);
      const numbers = rest.filter(({ words }) => !hasWords(words));
      if (!numbers.length) {
        const turned = pages.find(
          (one) => alike(one.title, label) || rest.some(({ words }) => alike(one.title, key(words))),
        );
        if (turned) {
          page = turned;
          group = null;
        }
        const opened = page.lines.find((line) => line.group && alike(line.group, label));
        if (opened) group = opened.group;
        if (rest.length) columns = headColumns(row, page, names) ?? columns;
        continue;
      }
      if (names >= 0 && !label) {
        plan.lost.push(...numbers.map(({ words }) => words));
        continue;
      }
      const isHere = (one) => one.whole || !group || one.group === group;
      const sum = names < 0 ? null : page.sums.find((one) => isHere(one) && alike(one.label, label));
      const place = (column) => (columns ? columns.get(column) : sideBySide(column, names, cell));
      const named = sum || names < 0 ? null : lineOf(label);
      if (!sum && (isSum(label) || (!named && endsInSum(label)))) {
        for (const { words, column } of numbers) {
          if (place(column) === "sum") continue;
          plan.sums.push({ label: row[names], words, lines: ownLines(place(column), words) });
        }
        totals.delete("run");
        continue;
      }
      const line = sum ? null : names < 0 ? page.lines.find((one) => one.row === next) : (named ?? freeLine());
      if (names < 0 && line) next = page.lines[page.lines.indexOf(line) + 1]?.row;
      const fresh = !line && !sum && names >= 0 && group !== null ? newLine(page, group) : null;
      if (fresh) plan.fresh.push({ ...fresh, label: row[names] });
      if (line) {
        used.add(line);
        group = line.group;
        if (names >= 0 && line.input && !line.input.value) plan.edits.push({ cell: line.input, words: row[names] });
      }
      for (const { words, column } of rest) {
        const where = place(column);
        if (where === "sum") continue; // the sum of a row is worked out
        if (sum) {
          const scope = sum.whole ? sum.table : sum.group;
          const lines = totals.get(scope)?.get(where);
          if (worth(words) !== null && where !== undefined)
            plan.sums.push({ label: row[names], words, lines: lines ?? 0 });
          continue;
        }
        for (const scope of ["run", "block"]) add(scope, where, words);
        const home = line ?? fresh,
          target = home && where !== undefined ? at(home.row, where) : null,
          part = target && fresh ? partOf(fresh, target) : "";
        if (!target || (fresh && !part)) {
          plan.lost.push(`${row[names] ?? ""} ${words}`.trim());
          continue;
        }
        if (fresh) fresh.parts.push({ cell: target, part, words });
        else plan.edits.push({ cell: target, words });
        for (const scope of [home.group, home.table]) add(scope, where, words);
      }
      if (sum) totals.delete("run");
    }
    plan.fresh = plan.fresh.filter(({ parts }) => parts.length);
    return plan;
  }

  // A row of a group that can get more of them, laid out as its others, or as any of its table.
  function newLine(page, group) {
    const body = [...page.table.tBodies].find(
      (one) => one.dataset.called && key(shownWords(one.querySelector("th[scope=rowgroup]"))) === group,
    );
    const alike = page.lines.find((line) => line.group === group) ?? page.lines[0];
    return body && alike ? { body, row: alike.row, group, table: page.table, parts: [] } : null;
  }

  // What a cell of the row that it is laid out as is below its line: a share or a day only in the group itself.
  function partOf({ body }, cell) {
    const home = cell.closest("tbody");
    if (home !== body && !cell.dataset.unit) return "";
    const below = cell.name.slice(home.dataset.rows.length + 1);
    return below.slice(below.indexOf("/") + 1);
  }

  const isEmpty = (row) => [...row.querySelectorAll(".cell")].every((one) => !one.value);
  const isSum = (label) => /^(summa|total|delsumma|sammanlag|s:a(\s|$))/.test(label);
  const endsInSum = (label) => /\s(summa|totalt|sammanlagt)$/.test(label);

  // The column that most words stand in; -1 when those are only heads above numbers.
  function labelColumn(rows) {
    const counts = [],
      lined = rows.filter((row) => row.some((words) => words && !hasWords(words)) && row.some(hasWords));
    if (!lined.length) return -1;
    for (const row of lined)
      row.forEach((words, column) => (counts[column] = (counts[column] ?? 0) + (hasWords(words) ? 1 : 0)));
    return counts.indexOf(Math.max(...counts));
  }

  // Column of the block → column of the page, by what its head says; null for a row that heads nothing.
  function headColumns(row, page, names) {
    const found = new Map(),
      heads = page.heads.slice(1);
    row.forEach((words, column) => {
      const label = key(words);
      if (!label || column === names) return;
      const named = heads.filter(({ name }) => name && (alike(name, label) || label.includes(name)));
      const meant = named.length ? named : heads.filter(({ role }) => role && role === label);
      // Two are called «Samverkanspart»: which one is not guessed.
      const head = meant.length === 1 ? page.heads.indexOf(meant[0]) : -1;
      const isSums = head === page.heads.length - 1 || (head < 0 && /(^|\s)(summa|totalt?|alla)\b/.test(label));
      if (isSums) found.set(column, "sum");
      else if (head > 0) found.set(column, head);
    });
    return found.size ? found : null;
  }

  // Without heads the columns follow each other, from the cell that is pasted in.
  function sideBySide(column, names, cell) {
    const start = columnOf(cell);
    return start === 0 || names < 0 ? start + column - Math.max(names, 0) : start + column - names - 1;
  }

  // ------------------------------------------------------------------ a block of bare numbers
  // Our own table, our Excel file and the form have rows for headings and sums too. When the block has them in the
  // same places its sums are compared; sums that stand anywhere else are held back until somebody says so.
  function laidOut(rows, cell) {
    const table = cell.closest("table"),
      left = columnOf(cell);
    const whole = [...table.querySelectorAll("tbody tr:not(.explain, .row--add, .row--beside)")],
      lines = rowsOf(table);
    const like = whole.slice(whole.indexOf(cell.closest("tr")));
    if (isLikePage(rows, like)) return spread(rows, like, left, []);
    return spread(rows, lines.slice(lines.indexOf(cell.closest("tr"))), left, sumsIn(rows));
  }

  function isLikePage(rows, like) {
    let any = false;
    const sums = [];
    const fits = rows.every((row, r) =>
      row.every((words, column) => {
        const target = like[r];
        if (!words || !target) return !words;
        if (target.querySelector("th[scope=rowgroup]")) return false;
        sums[column] ??= { group: 0, table: 0 };
        const value = worth(words);
        if (target.matches(".row--sum, .row--total")) {
          const right = target.matches(".row--total") ? sums[column].table : sums[column].group;
          sums[column].group = 0;
          any = true;
          return value === right;
        }
        sums[column].group += value ?? 0;
        sums[column].table += value ?? 0;
        return true;
      }),
    );
    return fits && any;
  }

  // The numbers of a column that are what stands above them together. A line twice in a row is a line and its sum,
  // unless a third like it follows, or a later number is what all of them are together.
  const MOST_ADDED = 60;
  function sumsIn(rows) {
    const found = [];
    for (let column = 0; column < Math.max(0, ...rows.map((row) => row.length)); column++) {
      const values = rows.map((row) => worth(row[column] ?? "") ?? 0);
      const isTwoLines = (r, sum) => {
        if (values[r + 1] === values[r]) return true;
        let both = sum + values[r];
        return values.slice(r + 1, r + MOST_ADDED).some((value) => {
          const met = value === both;
          both += value;
          return value !== 0 && met;
        });
      };
      let sum = 0,
        many = 0,
        all = 0,
        gap = false,
        groups = 0;
      values.forEach((value, r) => {
        if (value === 0) return (gap ||= many === 1);
        const ofGroup = many && value === sum && (many > 1 || gap || !isTwoLines(r, sum));
        if (ofGroup || (groups && value === all)) {
          found.push(`${r}/${column}`);
          groups += 1;
          sum = many = 0;
          gap = false;
        } else {
          sum += value;
          all += value;
          many++;
        }
      });
    }
    return found;
  }

  function spread(rows, lines, left, held) {
    const plan = { edits: [], sums: [], lost: [], held: [] };
    rows.forEach((row, r) =>
      row.forEach((words, column) => {
        if (!words) return;
        const line = lines[r],
          target = at(line, left + column);
        if (line?.matches(".row--sum, .row--total")) plan.sums.push({ words });
        else if (!target) plan.lost.push(words);
        else (held.includes(`${r}/${column}`) ? plan.held : plan.edits).push({ cell: target, words });
      }),
    );
    return plan;
  }

  finsam.block = { hasWords, laidOut, planned, shownWords, worth };
})();
