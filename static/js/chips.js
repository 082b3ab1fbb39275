// Living amounts: a chip shows what the figure says now; the document holds only its key. Its menu says where it comes
// from and goes there.
(() => {
  const { schema } = finsam,
    { nodes } = schema;
  const known = new Map(), // key → {text, label, href}
    chips = new Set();

  finsam.says = (key) => known.get(key)?.text;

  // What the page knows stands in the list of amounts that can be put in.
  finsam.learnAmounts = () => {
    for (const { dataset } of document.querySelectorAll(".insert [data-insert]"))
      known.set(dataset.insert, { text: dataset.says, label: dataset.label, href: dataset.from });
    chips.forEach((chip) => chip.show());
  };

  // A change made them say something else; null: what it referred to is gone.
  finsam.hearAmounts = (changed) => {
    for (const [key, now] of Object.entries(changed)) {
      if (now === null) known.delete(key);
      else known.set(key, typeof now === "string" ? { label: key, ...known.get(key), text: now } : now);
    }
    for (const button of document.querySelectorAll(".insert [data-insert]")) {
      const text = finsam.says(button.dataset.insert);
      button.closest("li").hidden = text === undefined;
      if (text === undefined || text === button.dataset.says) continue;
      button.dataset.says = text;
      button.querySelector("b").textContent = text;
    }
    chips.forEach((chip) => chip.show());
  };

  class Chip {
    constructor(node, view, place) {
      this.key = node.attrs.key;
      this.view = view;
      this.place = place;
      this.dom = document.createElement("span");
      this.dom.contentEditable = "false";
      this.dom.finsamChip = this;
      this.show();
      chips.add(this);
    }
    show() {
      const found = known.get(this.key);
      this.dom.className = found ? "amount amount--chip" : "amount amount--chip amount--gone";
      this.dom.title = found
        ? `${found.label}: följer underlaget`
        : "Det som beloppet hämtades från finns inte kvar";
      this.dom.textContent = found ? found.text : "belopp som saknas";
    }
    update(node) {
      return node.type === nodes.chip && node.attrs.key === this.key;
    }
    ignoreMutation() {
      return true;
    }
    destroy() {
      chips.delete(this);
    }
    // What the document holds in its place: words, or nothing.
    become(words) {
      const at = this.place(),
        { state } = this.view;
      const marks = state.doc.nodeAt(at).marks;
      const tr = words
        ? state.tr.replaceWith(at, at + 1, schema.text(words, marks))
        : state.tr.delete(at, at + 1);
      this.view.dispatch(tr);
      this.view.focus();
    }
  }
  finsam.chipView = (node, view, place) => new Chip(node, view, place);

  // ---- the menu
  let menu = null,
    owner = null;

  function part(kind, className, text) {
    const made = document.createElement(kind);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function button(words, act) {
    const made = part("button", "btn btn--quiet", words);
    made.type = "button";
    made.addEventListener("click", () => {
      const chip = owner;
      close();
      act(chip);
    });
    return made;
  }

  function open(chip) {
    close();
    const found = known.get(chip.key),
      editable = chip.view.editable;
    menu = part("div", "chip-menu", "");
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", "Om beloppet");
    menu.append(
      part(
        "p",
        "",
        found ? `${found.text}: ${found.label}.` : "Det som beloppet hämtades från finns inte kvar.",
      ),
    );
    if (found?.href) {
      const link = part("a", "btn btn--quiet", "Gå dit");
      link.href = found.href;
      menu.append(link);
    }
    if (editable && found)
      menu.append(button("Gör till vanlig text", (one) => one.become(finsam.says(one.key))));
    if (editable) menu.append(button("Ta bort", (one) => one.become("")));
    owner = chip;
    const place = chip.view.dom.closest(".editor"),
      box = chip.dom.getBoundingClientRect(),
      frame = place.getBoundingClientRect();
    place.append(menu);
    const left = Math.min(box.left - frame.left, frame.width - menu.offsetWidth);
    menu.style.setProperty("left", `${Math.max(0, left)}px`);
    menu.style.setProperty("top", `${box.bottom - frame.top + 4}px`);
  }

  function close() {
    menu?.remove();
    menu = owner = null;
  }

  // By keyboard: Alt and arrow down beside a chip, as a list is opened anywhere else.
  finsam.openChip = (view) => {
    const { $from, empty } = view.state.selection;
    const before = $from.nodeBefore?.type === nodes.chip ? $from.pos - 1 : -1,
      after = $from.nodeAfter?.type === nodes.chip ? $from.pos : before;
    const chip = empty && after >= 0 ? view.nodeDOM(after)?.finsamChip : null;
    if (!chip) return false;
    open(chip);
    menu.querySelector("a, button")?.focus();
    return true;
  };

  document.addEventListener("click", ({ target }) => {
    const chip = target.closest?.(".amount--chip")?.finsamChip;
    if (chip && chip !== owner) open(chip);
    else if (!target.closest?.(".chip-menu")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (!menu || event.key !== "Escape") return;
    const { view } = owner;
    close();
    view.focus();
  });
  document.addEventListener("input", close);
})();
