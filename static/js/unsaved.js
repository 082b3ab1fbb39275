// What the bar and the fields say of what is not saved: it waits, two wrote at once, or it was refused. A text that was
// refused is never thrown away by the program: it stays in the field and in this browser, and can be copied.
(() => {
  const beside = (path) =>
    document.getElementById("p-" + path.replaceAll("/", "-")) ?? finsam.besideCell(path);
  finsam.besideCell = (path) =>
    finsam.fieldOf(path)?.closest("tr")?.nextElementSibling?.querySelector(".explain td, td[id]");

  // A sentence beside the field, and buttons under it.
  finsam.explain = (path, sentence, buttons = []) => {
    const place = beside(path);
    if (!place) return;
    const words = document.createElement("p");
    words.className = "field__error";
    words.textContent = sentence;
    place.replaceChildren(words);
    if (!buttons.length) return;
    const row = document.createElement("p");
    row.className = "btns";
    row.append(...buttons.map(button));
    place.append(row);
  };

  finsam.explainNoMore = (path) => {
    beside(path)?.replaceChildren();
    keptAt(path)?.remove();
  };

  function button([label, act]) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn";
    made.textContent = label;
    made.addEventListener("click", () => act(made));
    return made;
  }

  // Pages on the local network are not «secure», and have no clipboard but the old way. `html`: the same with its
  // looks.
  finsam.copy = ({ plain, html }) => {
    const put = (event) => {
      event.clipboardData.setData("text/plain", plain);
      if (html) event.clipboardData.setData("text/html", html);
      event.preventDefault();
    };
    const area = document.createElement("textarea");
    area.value = plain;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    area.addEventListener("copy", put);
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  // A text as people see it, and as it is put on the clipboard.
  const seen = ({ path, value }) =>
    finsam.fieldOf(path)?.finsamEditor?.forClipboard(value) ?? { plain: value, html: "" };

  // `again`: what sends it once more; `away`: what lets it go.
  finsam.explainRefused = (edit, again, away) => {
    const sentence = `Inte sparat: ${edit.refused[0].toLowerCase()}${edit.refused.slice(1)}`;
    const copy = (pressed) => {
      pressed.textContent = finsam.copy(seen(edit)) ? "Kopierat" : "Markera texten och kopiera den själv";
      pressed.focus();
    };
    const buttons = [
      ["Kopiera texten", copy],
      ["Försök igen", again],
      ["Släng det", away],
    ];
    if (finsam.fieldOf(edit.path)?.matches(":disabled")) keepBelowBar(edit, sentence, buttons);
    else finsam.explain(edit.path, sentence, buttons);
  };

  // What reached a draft that had been locked: nothing in the sheet can be pressed there, so it stands under the bar.
  const keptAt = (path) => document.querySelector(`#kvar [data-path="${CSS.escape(path)}"]`);

  function keepBelowBar(edit, sentence, [copy, , away]) {
    finsam.explain(edit.path, sentence);
    const box = document.createElement("section"),
      words = document.createElement("p"),
      text = document.createElement("blockquote"),
      row = document.createElement("p");
    box.className = "notice notice--error kept";
    box.dataset.path = edit.path;
    box.setAttribute("aria-label", "Det du skrev");
    words.textContent = `${sentence} Texten ligger kvar i den här webbläsaren och sparas när någon låser upp.`;
    text.textContent = seen(edit).plain;
    row.className = "btns";
    row.append(...[copy, away].map(button));
    box.append(words, text, row);
    keptAt(edit.path)?.remove();
    document.getElementById("kvar").append(box);
  }

  const many = (count, one, more) => (count === 1 ? one : `${count} ${more}`);

  const waiting = (edits) => many(edits.length, "1 ändring väntar", "ändringar väntar");

  function sentence(edits, { offline, joinAt, closed, unkept }) {
    const waits = edits.filter((one) => !one.refused).length,
      refused = edits.length - waits;
    if (unkept) return "Webbläsaren kan inte spara undan det du skriver. Stäng inte fönstret förrän det står Sparat.";
    if (offline) {
      return `Ingen kontakt med datorn där utkastet finns. ${
        edits.length
          ? `${waiting(edits)}. Allt är kvar här och sparas när kontakten är tillbaka.`
          : "Skriv gärna vidare: det sparas när kontakten är tillbaka."
      }`;
    }
    if (closed) {
      const kept = "ligger kvar i den här webbläsaren, och sparas när mötet har öppnats och du har gått med igen";
      const late = many(edits.length, "1 ändring hann", "ändringar hann");
      return edits.length
        ? `Mötet är stängt. ${late} inte sparas: det du skrev ${kept}.`
        : `Mötet är stängt. Allt du skrev är sparat. Det du skriver nu ${kept}.`;
    }
    if (joinAt) {
      return `Mötet är stängt eller har fått en ny kod. ${
        edits.length
          ? `${waiting(edits)}. Allt är kvar här och sparas när du har gått med igen.`
          : "Gå med igen för att skriva vidare."
      }`;
    }
    if (edits.some((one) => one.clash && one.section && !finsam.fieldOf(one.path))) {
      return "Två skrev samtidigt i ett annat avsnitt.";
    }
    if (!refused) return "";
    return `${many(refused, "1 ändring är inte sparad", "ändringar är inte sparade")}. Det du skrev är kvar här.`;
  }

  function inShort(edits, away) {
    if (away) return waiting(edits);
    const refused = edits.filter((one) => one.refused).length;
    return refused ? many(refused, "1 ändring inte sparad", "ändringar inte sparade") : "Två skrev samtidigt: välj";
  }

  // `edits`: everything that waits. The bar never says «sparat» of what is not.
  finsam.sayState = (edits, { offline, joinAt, closed, unkept, typing }) => {
    const mark = document.querySelector("#sparat"),
      net = document.querySelector("#natet");
    const away = offline || Boolean(joinAt);
    const stuck = edits.length > 0 && (away || edits.every((one) => one.clash || one.refused)),
      writing = typing || edits.length > 0;
    if (mark) {
      const told = stuck ? inShort(edits, away) : writing ? "Skriver …" : (mark.dataset.saved ?? "Allt är sparat");
      mark.classList.toggle("saved--waiting", stuck);
      mark.classList.toggle("saved--writing", writing && !stuck);
      if (mark.lastElementChild.textContent !== told) mark.lastElementChild.textContent = told;
    }
    if (!net) return;
    const text = sentence(edits, { offline, joinAt, closed, unkept });
    const below = document.querySelector("#kvar > *"),
      now = text + (below ? "#kvar" : "");
    if ((net.dataset.told ?? "") === now) return;
    net.dataset.told = now;
    net.className = text ? "notice" : "";
    net.replaceChildren();
    if (!text) return;
    const p = document.createElement("p");
    p.textContent = text;
    net.append(p);
    const link = closed ? copyAll(edits) : joinAt ? linkToCode(joinAt) : away ? null : linkTo(edits, below);
    if (link) net.append(link);
  };

  // Everything that was not sent, to be put elsewhere.
  function copyAll(edits) {
    const copy = (pressed) => {
      finsam.flush();
      const texts = [...finsam.waiting.values()].filter((one) => one.value).map((one) => seen(one).plain);
      const done = finsam.copy({ plain: texts.join("\n\n"), html: "" });
      pressed.textContent = done ? "Kopierat" : "Det gick inte att kopiera";
      pressed.focus();
    };
    return edits.length ? button(["Kopiera texten", copy]) : null;
  }

  function linkToCode(joinAt) {
    const link = document.createElement("a");
    link.href = `${joinAt}?${new URLSearchParams({ till: location.pathname + location.search })}`;
    link.textContent = "Gå med igen";
    return link;
  }

  function linkTo(edits, below) {
    const elsewhere = edits.find((one) => (one.clash || one.refused) && one.section && !finsam.fieldOf(one.path));
    if (!elsewhere && !below) return null;
    const link = document.createElement("a");
    if (!elsewhere) {
      link.href = "#kvar";
      link.textContent = "Visa texten";
      return link;
    }
    const draft = document.getElementById("blad").dataset.draft;
    link.href = `/utkast/${draft}/avsnitt/${elsewhere.section}#f-${elsewhere.path.replaceAll("/", "-")}`;
    link.textContent = elsewhere.clash ? "Välj vad som ska stå" : "Gå till fältet";
    return link;
  }
})();
