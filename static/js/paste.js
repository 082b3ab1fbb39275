// Pasting a block into the budget: bare numbers are taken in and told about, a block with headings is shown first.
(() => {
  const { hasWords, laidOut, planned, shownWords, worth } = finsam.block,
    { plainNumber } = finsam.grid;

  document.addEventListener("paste", (event) => {
    const cell = event.target;
    if (!cell.matches?.("#blad .cell")) return;
    const rows = finsam.readBlock(
      event.clipboardData.getData("text/plain"),
      event.clipboardData.getData("text/html"),
    ).filter((row, _, all) => all.length < 2 || row.length);
    if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const headed = rows.some((row) => row.some(hasWords)) && cell.closest("table[data-grid]");
    if (headed) preview({ ...planned(rows, cell), unit: unitOf(rows) });
    else takeIn(laidOut(rows, cell));
  });

  const changes = ({ edits }) =>
    edits.filter(({ cell, words }) => plainNumber(cell.value) !== plainNumber(finsam.meant(cell, words)));

  async function takeIn(plan) {
    const wanted = changes(plan),
      filled = wanted.filter(({ cell }) => !cell.value),
      over = wanted.filter(({ cell }) => cell.value);
    const told = await filledWords(filled);
    if (plan.sums.length) told.push(`${plan.sums.length} ${plan.sums.length === 1 ? "summa" : "summor"} stämmer.`);
    if (plan.lost.length) told.push(lostWords(plan.lost));
    told.push(...unitWords(filled));
    if (plan.held?.length)
      told.push(
        plan.held.map(({ words }) => words).join(", ") +
          ` ser ut som ${plan.held.length === 1 ? "en summa" : "summor"} av det ovanför och togs inte in.`,
      );
    const answers = plan.held?.length
      ? [["Ta in ändå", () => takeIn({ edits: plan.held, sums: [], lost: [] })]]
      : [];
    say(told.join(" "), over, answers);
  }

  // Which unit the numbers were read in, where that can be mistaken. What the block says of it is only repeated: the
  // form's own heading says tkr, and people write kronor below it.
  function unitWords(edits, said) {
    if (!edits.length) return [];
    const here = edits.some(({ cell }) => cell.dataset.unit === "tkr") ? "tkr" : "kr";
    if (said && said !== here) return [`Blocket säger ${said}, men bladet räknar i ${here}. Kontrollera beloppen.`];
    return here === "tkr" ? ["Talen läses i tkr."] : [];
  }
  const unitOf = (rows) => {
    const words = rows.flat().filter(hasWords).join(" ");
    return /\btkr\b|tusental/i.test(words) ? "tkr" : /\bkronor\b|\bi kr\b/i.test(words) ? "kr" : "";
  };

  const cells = (many) => `${many} ${many === 1 ? "ruta" : "rutor"}`;
  const few = (words) => `${words.slice(0, 6).join(", ")}${words.length > 6 ? " …" : "."}`;
  const lostWords = (lost) => `${lost.length} fick inte plats: ${few(lost)}`;

  // How many were filled in, and what was no amount: it stands in its cell as it was pasted.
  async function filledWords(edits, done = "fylldes") {
    await fill(edits);
    const told = [`${cells(edits.length)} ${done}.`],
      unread = edits.filter(({ cell }) => cell.getAttribute("aria-invalid") === "true");
    if (unread.length) {
      const marked = unread.length === 1 ? "är märkt" : "är märkta",
        words = few(unread.map((one) => one.words));
      told.push(`${unread.length} av dem gick inte att läsa och ${marked}: ${words}`);
    }
    return told;
  }
  document.addEventListener("finsam:angrat", () => document.getElementById("klistrat")?.replaceChildren());

  const fill = async (edits) => {
    if (!edits.length) return;
    for (const { cell, words } of edits) {
      cell.value = words;
      finsam.inUnit(cell);
      cell.dataset.unsaved = "";
    }
    await finsam.putMany(
      edits.map(({ cell }) => ({ path: cell.name, value: cell.value, base: +cell.dataset.version })),
    );
  };

  // Rows that are added, one at a time as with the button; one that can't be is told with what stood in it.
  async function addedWords(fresh) {
    const lost = [];
    let added = 0;
    for (const { body, label, parts } of fresh) {
      const { rows: base, called } = body.dataset;
      const asked = new URLSearchParams({ rad: `ny:${base}:`, op: finsam.newId() }),
        answer = await finsam.post(finsam.url("rad"), asked).catch(() => null),
        message = answer?.ok ? await answer.json() : null;
      if (!message?.row) {
        lost.push(...parts.map(({ words }) => `${label} ${words}`));
        continue;
      }
      added++;
      finsam.take(message, { own: true });
      const written = parts.map(({ cell, part, words }) => ({ path: part, value: finsam.meant(cell, words) }));
      await finsam.putMany(
        [{ path: called, value: label }, ...written].map(({ path, value }) => ({
          path: `${base}/${message.row}/${path}`,
          value,
          base: 0,
        })),
      );
    }
    const told = added > 0 ? [`${added} ${added === 1 ? "rad" : "rader"} lades till.`] : [];
    return lost.length ? [...told, lostWords(lost)] : told;
  }

  function preview(plan) {
    const place = document.getElementById("klistrat");
    if (!place) return;
    const edits = changes(plan),
      { fresh } = plan,
      many = edits.length + fresh.flatMap(({ parts }) => parts).length;
    if (!many && !plan.lost.length && !plan.sums.length) return say("Allt det klistrade står redan här.");
    const table = element("table", { className: "ledger ledger--small" });
    table.append(element("caption", { className: "hidden", textContent: "Det som tas in" }));
    const head = table.createTHead().insertRow();
    for (const textContent of ["Ruta", "Tas in", "Står nu"]) head.append(element("th", { scope: "col", textContent }));
    const body = table.createTBody();
    let title = null;
    for (const { cell, words } of edits) {
      const now = shownWords(cell.closest("section")?.querySelector("h2"));
      if (now !== title)
        body.insertRow().append(element("th", { scope: "rowgroup", colSpan: 3, textContent: (title = now) }));
      const row = body.insertRow();
      row.append(element("th", { scope: "row", textContent: cell.ariaLabel }));
      for (const text of [finsam.meant(cell, words), cell.value])
        row.append(element("td", { className: "sum", textContent: text }));
    }
    for (const { label, parts } of fresh)
      for (const { cell, words } of parts) {
        const row = body.insertRow();
        const column = cell.ariaLabel.slice(cell.ariaLabel.lastIndexOf(", "));
        row.append(element("th", { scope: "row", textContent: `${label}${column} (ny rad)` }));
        for (const textContent of [finsam.meant(cell, words), ""])
          row.append(element("td", { className: "sum", textContent }));
      }
    const wrong = plan.sums.filter(({ words, lines }) => lines !== undefined && worth(words) !== lines);
    const right = plan.sums.filter(({ words, lines }) => lines !== undefined && worth(words) === lines);
    const told = [`${cells(many)} tas in efter rubrikerna.`];
    if (fresh.length)
      told.push(
        `${fresh.length} ${fresh.length === 1 ? "ny rad" : "nya rader"}: ${few(fresh.map(({ label }) => label))}`,
      );
    if (right.length) told.push(`${right.length} ${right.length === 1 ? "summa" : "summor"} stämmer.`);
    for (const { label, words, lines } of wrong)
      told.push(`${label} säger ${words}, men raderna ger ${lines.toLocaleString("sv-SE")}.`);
    if (plan.lost.length) told.push(lostWords(plan.lost));
    told.push(...unitWords([...edits, ...fresh.flatMap(({ parts }) => parts)], plan.unit));
    place.replaceChildren(element("p", { textContent: told.join(" ") }));
    if (many) {
      const holder = element("div", { className: "ledger-scroll" });
      holder.append(table);
      place.append(
        holder,
        answer(`Ta in ${cells(many)}`, async () => {
          const told = edits.length ? await filledWords(edits) : [];
          say([...told, ...(await addedWords(fresh))].join(" "));
        }),
      );
    }
    const no = answer(many ? "Ta inte in något" : "Stäng", () => place.replaceChildren());
    place.append(no);
    place.querySelector("button").focus();
  }

  const element = (name, parts) => Object.assign(document.createElement(name), parts);

  const say = (finsam.sayPasted = (words, over = [], answers = []) => {
    const place = document.getElementById("klistrat");
    if (!place) return;
    const told = element("p", {
      textContent: words + (over.length ? ` ${cells(over.length)} hade redan något annat och är orörda.` : ""),
    });
    place.replaceChildren(told);
    const which =
      over
        .slice(0, 4)
        .map(({ cell, words }) => `${cell.value} → ${words}`)
        .join(", ") + (over.length > 4 ? " …" : "");
    if (over.length)
      place.append(
        answer(`Skriv över (${which})`, async () => {
          say((await filledWords(over, "skrevs över")).join(" "));
        }),
      );
    for (const [label, act] of answers) place.append(answer(label, act));
    place.append(answer(over.length ? "Låt dem stå" : "Stäng", () => place.replaceChildren()));
  });

  function answer(words, act) {
    const button = element("button", { type: "button", className: "btn", textContent: words });
    button.onclick = act;
    return button;
  }
})();
