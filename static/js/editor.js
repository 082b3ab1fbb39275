// Long texts as they look on paper: an editor in front of the textarea, which stays the field. What is written goes
// into it as markup, and what others wrote comes out of it again, word by word, without moving the caret.
(() => {
  const { closeHistory, EditorState, EditorView } = PM;
  const { schema, markup, typing, pasted } = finsam,
    { nodes } = schema,
    { parse, serialize } = markup;
  const COUNTED = 200; // ms of rest before the words are counted: in a long text that takes its time
  const COMPOSED = 80; // ms after a composed letter until the browser has it in the page

  class Editor {
    constructor(field, place) {
      this.field = field;
      this.place = place;
      place.replaceChildren();
      this.text = field.value;
      this.held = null;
      this.view = new EditorView(place, {
        state: EditorState.create({ doc: parse(this.text), plugins: typing.plugins() }),
        attributes: namesOf(field),
        editable: () => !field.matches(":disabled"),
        nodeViews: { chip: finsam.chipView },
        dispatchTransaction: (tr) => this.dispatch(tr),
        handlePaste: (view, event) =>
          pasted.goals(field, event.clipboardData) ||
          pasted.into(view, event.clipboardData, ...ends(view.state.selection)),
        handleDrop: (view, event, slice, moved) => !moved && this.drop(event),
        transformPastedHTML: pasted.transformPastedHTML,
        clipboardTextParser: pasted.clipboardTextParser,
        clipboardTextSerializer: pasted.clipboardTextSerializer,
        handleDOMEvents: {
          compositionend: () => this.composed(),
          keydown: () => caughtUp(),
          beforeinput: (view, event) => this.browserUndo(event),
          focus: () => this.entered(),
          blur: () => this.left(),
        },
      });
      place.addEventListener("focusin", (event) => event.stopPropagation()); // the field's own is told instead
      field.focus = () => this.focus();
      place.hidden = false;
      place.dataset.version = ""; // so that presence.js knows that somebody is in a field
      this.show();
    }

    dispatch(tr) {
      const mine = tr.docChanged && !tr.getMeta("others");
      if (mine && this.phraseEnded) closeHistory(tr);
      this.view.updateState(this.view.state.apply(tr));
      if (mine) {
        this.phraseEnded = endsPhrase(this.view.state.selection);
        this.tell();
      }
      this.show();
    }

    // What stands here, into the field: with what others wrote meanwhile, if a letter was being composed.
    tell() {
      const mine = serialize(this.view.state.doc);
      this.text = this.held ? (finsam.rebased(this.held.base, mine, this.held.theirs) ?? mine) : mine;
      this.field.value = this.text;
      this.field.dispatchEvent(new Event("input", { bubbles: true }));
    }

    // Another text than the one shown: from others, or put back.
    put(text) {
      if (text === this.text) return;
      this.text = text;
      this.take(text);
    }

    // While a letter is being composed (´ e, a telephone's word) its paragraph is left alone: what comes in waits.
    take(text) {
      const { state, composing } = this.view,
        { $head } = state.selection,
        { tr, touched } = finsam.takeText(state, text);
      const inHere = ({ from, to }) => to >= $head.before() && from <= $head.after();
      if (composing && $head.depth && touched.some(inHere)) {
        this.held = { base: serialize(state.doc), theirs: text };
        return;
      }
      this.held = null;
      if (tr.docChanged) this.view.dispatch(tr.setMeta("others", true).setMeta("addToHistory", false));
    }

    composed() {
      setTimeout(() => {
        if (this.held && !this.view.composing) this.take(this.field.value);
      }, COMPOSED);
      return false;
    }

    entered() {
      this.field.dataset.writing = "";
      finsam.lendTools(this.place, this.field);
      this.show();
      this.field.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
      return false;
    }

    // What the markup can't say (a line that begins with «2. ») is shown as it will be read.
    left() {
      delete this.field.dataset.writing;
      if (!parse(this.text).eq(this.view.state.doc)) this.take(this.text);
      if (this.field.dataset.unsaved !== undefined)
        this.field.dispatchEvent(new Event("change", { bubbles: true }));
      return false;
    }

    browserUndo(event) {
      const own = { historyUndo: "undo", historyRedo: "redo" }[event.inputType];
      if (!own) return false;
      event.preventDefault();
      return typing.commands[own](this.view.state, this.view.dispatch);
    }

    drop(event) {
      const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      return at !== undefined && pasted.into(this.view, event.dataTransfer, at, at);
    }

    focus() {
      this.place.scrollIntoView({ block: "nearest" });
      this.view.focus();
    }

    do(name) {
      caughtUp();
      this.view.focus();
      typing.commands[name](this.view.state, this.view.dispatch, this.view);
    }

    insert(key) {
      const { state } = this.view,
        { $from, $to } = state.selection;
      const before = $from.nodeBefore,
        after = $to.nodeAfter;
      const apart = before && before.type !== nodes.hard_break && !/\s$/.test(before.text ?? "x"),
        runsOn = after?.isText && /^[\p{L}\p{N}]/u.test(after.text);
      const chip = nodes.chip.create({ key }, null, $from.marks());
      const content = [apart && schema.text(" "), chip, runsOn && schema.text(" ")].filter(Boolean);
      this.view.dispatch(state.tr.replaceWith($from.pos, $to.pos, content).scrollIntoView());
      this.view.focus();
    }

    // The tools and the count of words follow the text and the caret.
    show() {
      const frame = this.field.closest(".field--long"),
        bar = (frame ?? this.place).querySelector(".tools"),
        { state } = this.view;
      if (bar) finsam.showTools(bar, state);
      const words = frame?.querySelector("[data-words]");
      clearTimeout(this.counting);
      if (words) this.counting = setTimeout(() => this.count(words), COUNTED);
    }

    count(place) {
      place.textContent = `${pasted.spoken(this.view.state.doc).split(/\s+/).filter(Boolean).length} ord`;
    }

    // A text like this one as other programs take it: with its looks, and in words.
    forClipboard(text) {
      const doc = parse(text),
        { dom, text: plain } = this.view.serializeForClipboard(doc.slice(0, doc.content.size));
      return { html: dom.innerHTML, plain };
    }

    // The page has been fetched again: locked or unlocked, other words, other figures.
    refresh() {
      this.put(this.field.value);
      if (this.view.editable === this.field.matches(":disabled")) this.view.setProps({});
      this.show();
    }
  }

  const ends = ({ from, to }) => [from, to];

  // A phrase ends with its sign and a space, or with its paragraph: it is what Ctrl+Z takes back.
  function endsPhrase({ $from }) {
    const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 2), $from.parentOffset, "", "x");
    return /[.,:;!?] $/.test(before) || !$from.parentOffset;
  }

  // The browser tells of a moved caret a moment later: End and Enter in quick succession would split the line where
  // it was.
  function caughtUp() {
    document.dispatchEvent(new Event("selectionchange"));
    return false;
  }

  function namesOf(field) {
    const label = document.querySelector(`label[for="${field.id}"]`),
      own = label?.textContent.trim() ?? field.getAttribute("aria-label");
    const name = own
      ? { "aria-label": own }
      : { "aria-labelledby": field.getAttribute("aria-labelledby") ?? "" };
    return {
      role: "textbox",
      "aria-multiline": "true",
      "aria-describedby": field.getAttribute("aria-describedby") ?? "",
      lang: "sv",
      spellcheck: "true",
      class: "longtext prose",
      ...name,
    };
  }

  // ---- the page
  const editors = new Map(); // field → its editor
  const AT_ONCE = 30, // texts in rows; further down they get their editors when somebody comes near
    NEAR = "600px";
  function mount() {
    finsam.learnAmounts();
    for (const [field, editor] of editors) {
      if (field.isConnected) continue;
      editor.view.destroy();
      editors.delete(field);
    }
    for (const place of document.querySelectorAll(".editor")) {
      const field = place.previousElementSibling;
      if (editors.has(field)) editors.get(field).refresh();
      else if (place.matches(".editor--light") && editors.size >= AT_ONCE) coming.observe(field);
      else make(field, place);
    }
  }

  function make(field, place) {
    coming.unobserve(field);
    if (!editors.has(field) && markup.marked(field.value))
      editors.set(field, (field.finsamEditor = new Editor(field, place)));
  }
  const coming = new IntersectionObserver(
    (all) => {
      for (const { isIntersecting, target } of all)
        if (isIntersecting && target.isConnected) make(target, target.nextElementSibling);
    },
    { rootMargin: NEAR },
  );
  // Who comes by keyboard, or prints, doesn't scroll first.
  document.addEventListener("focusin", ({ target }) => {
    const place = target.matches?.("textarea") ? target.nextElementSibling : null;
    if (!place?.matches(".editor--light[hidden]")) return;
    make(target, place);
    target.finsamEditor?.focus();
  });
  addEventListener("beforeprint", () =>
    document.querySelectorAll(".editor[hidden]").forEach((one) => make(one.previousElementSibling, one)),
  );
  document.addEventListener("DOMContentLoaded", mount);
  document.addEventListener("htmx:after:swap", mount);

  const { putText, take } = finsam;
  finsam.putText = (field, text) => {
    if (!field.finsamEditor) return putText(field, text);
    field.value = text;
    field.finsamEditor.put(text);
  };
  finsam.take = (message, how) => {
    if (message.amounts) finsam.hearAmounts(message.amounts);
    return take(message, how);
  };

  document.addEventListener("click", ({ target }) => {
    const label = target.closest("label[for]");
    if (label) document.getElementById(label.htmlFor)?.finsamEditor?.focus();
    const offer = target.closest("[data-replace]");
    if (offer) follow(offer);
  });

  // A typed amount that is a figure of the budget becomes a living one.
  function follow(button) {
    const field = document.getElementById(button.dataset.for);
    finsam.saved(field);
    finsam.putText(
      field,
      field.value.replace(button.dataset.replace, () => button.dataset.with),
    );
    field.dispatchEvent(new Event("input", { bubbles: true }));
    button.closest(".offer").remove();
  }
})();
