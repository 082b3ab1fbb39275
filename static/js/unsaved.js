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

  finsam.explainNoMore = (path) => beside(path)?.replaceChildren();

  function button([label, act]) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn";
    made.textContent = label;
    made.addEventListener("click", () => act(made));
    return made;
  }

  // Pages on the local network are not «secure», and have no clipboard but the old way.
  finsam.copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "hidden";
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };

  // `again`: what sends it once more; `away`: what lets it go.
  finsam.explainRefused = (edit, again, away) => {
    const copy = async (pressed) => {
      pressed.textContent = (await finsam.copy(edit.value)) ? "Kopierat" : "Markera texten och kopiera den själv";
    };
    finsam.explain(edit.path, `Inte sparat: ${edit.refused}`, [
      ["Kopiera det jag skrev", copy],
      ["Försök igen", again],
      ["Släng det", away],
    ]);
  };

  const many = (count, one, more) => (count === 1 ? one : `${count} ${more}`);

  const waiting = (edits) => many(edits.length, "1 ändring väntar", "ändringar väntar");

  function sentence(edits, { offline, joinAt, unkept }) {
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
  finsam.sayState = (edits, { offline, joinAt, unkept, typing }) => {
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
    const text = sentence(edits, { offline, joinAt, unkept });
    if (net.firstElementChild?.textContent === text || net.textContent === text) return;
    net.className = text ? "notice" : "";
    net.replaceChildren();
    if (!text) return;
    const p = document.createElement("p");
    p.textContent = text;
    net.append(p);
    const link = joinAt ? linkToCode(joinAt) : away ? null : linkElsewhere(edits);
    if (link) net.append(link);
  };

  function linkToCode(joinAt) {
    const link = document.createElement("a");
    link.href = `${joinAt}?${new URLSearchParams({ till: location.pathname + location.search })}`;
    link.textContent = "Gå med igen";
    return link;
  }

  function linkElsewhere(edits) {
    const elsewhere = edits.find((one) => (one.clash || one.refused) && one.section && !finsam.fieldOf(one.path));
    if (!elsewhere) return null;
    const link = document.createElement("a");
    const draft = document.getElementById("blad").dataset.draft;
    link.href = `/utkast/${draft}/avsnitt/${elsewhere.section}#f-${elsewhere.path.replaceAll("/", "-")}`;
    link.textContent = elsewhere.clash ? "Välj vad som ska stå" : "Gå till fältet";
    return link;
  }
})();
