// Notes that are tied to words of a text: the words are chosen by marking them, they are tinted where they stand, and a
// press on them in the note goes there.
(() => {
  const REST = 300; // ms after a change until it is looked for again
  const LONGEST = 200; // characters of what a note is tied to, as web/posted.py
  let marked = null, // {path, words}: what was marked last in a text of the page
    timer = null;
  const tie = () => document.querySelector("[data-tie]");
  const byId = (id) => document.getElementById(id);

  // ---- choosing
  function markedNow() {
    const field = document.activeElement;
    if (field?.matches("textarea[data-version]")) {
      const { name, value, selectionStart, selectionEnd } = field;
      return { path: name, words: value.slice(selectionStart, selectionEnd) };
    }
    const selection = getSelection(),
      box = selection.anchorNode?.parentElement?.closest("#blad .editor .longtext");
    if (!box || !box.contains(selection.focusNode)) return null;
    return { path: box.closest(".editor").previousElementSibling.name, words: selection.toString() };
  }

  document.addEventListener("selectionchange", () => {
    const now = markedNow();
    if (!now) return;
    const words = now.words.replace(/\s+/g, " ").trim().slice(0, LONGEST).trim();
    marked = words ? { path: now.path, words } : null;
    showTie();
  });

  function showTie() {
    if (tie()) tie().hidden = !marked;
  }

  finsam.showTied = () => {
    const quote = byId("ny-anteckning-citat")?.value;
    if (byId("ny-anteckning-om")) byId("ny-anteckning-om").textContent = quote ? `Om ”${quote}”` : "";
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-tie]") && marked) {
      byId("ny-anteckning-falt").value = marked.path;
      byId("ny-anteckning-citat").value = marked.words;
      finsam.showTied();
      byId("ny-anteckning").focus();
    }
    const link = event.target.closest("#blad a[data-passage]");
    if (link && goTo(link)) event.preventDefault();
  });

  // ---- where they stand
  const quoteOf = (link) => link.textContent.trim().replace(/^”|”$/g, "");

  // The words as a range of the editor's page; spaces and paragraphs between them don't count.
  function rangeOf(box, quote) {
    const wanted = quote.replace(/\s/g, ""),
      texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    let letters = "";
    const places = [];
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      for (let at = 0; at < node.data.length; at++) {
        if (/\s/.test(node.data[at])) continue;
        letters += node.data[at];
        places.push([node, at]);
      }
    }
    const from = letters.indexOf(wanted);
    if (from < 0 || !wanted) return null;
    const range = document.createRange(),
      [first, last] = [places[from], places[from + wanted.length - 1]];
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    return range;
  }

  const boxOf = (path) => {
    const field = finsam.fieldOf(path);
    return field?.finsamEditor ? field.nextElementSibling.querySelector(".longtext") : null;
  };

  function goTo(link) {
    const { passage } = link.dataset,
      box = boxOf(passage),
      field = finsam.fieldOf(passage);
    if (box) {
      const range = rangeOf(box, quoteOf(link));
      if (!range) return false;
      field.focus();
      getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
      return true;
    }
    const at = field?.value?.indexOf(quoteOf(link)) ?? -1;
    if (at < 0) return false;
    field.focus();
    field.setSelectionRange(at, at + quoteOf(link).length);
    return true;
  }

  // Tinted without touching the text: it is the browser that draws it. What is no longer there is said at the note.
  function show() {
    const ranges = [];
    for (const link of document.querySelectorAll("#blad a[data-passage]")) {
      const box = boxOf(link.dataset.passage),
        range = box && rangeOf(box, quoteOf(link)),
        field = finsam.fieldOf(link.dataset.passage);
      const there = box ? range : field?.value?.includes(quoteOf(link));
      if (field) link.closest(".note__about").classList.toggle("is-gone", !there);
      if (range && !link.closest(".is-done")) ranges.push(range);
    }
    if (globalThis.Highlight) CSS.highlights.set("anteckning", new Highlight(...ranges));
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  }
  document.addEventListener("htmx:after:swap", () => {
    finsam.showTied();
    showTie();
  });
  for (const event of ["input", "finsam:satt", "htmx:after:swap"]) document.addEventListener(event, soon);
  addEventListener("load", soon);
})();
