// What keys and tools do in a long text.
(() => {
  const { baseKeymap, chainCommands, history, inputRules, InputRule, keymap, liftListItem, Plugin } = PM,
    { redo, setBlockType, splitListItem, toggleMark, undo, undoInputRule, wrapInList } = PM;
  const { nodes, marks } = finsam.schema;
  const SAME_PHRASE = 2000; // ms between keys that are taken back together

  const listOf = ({ selection: { $from } }) =>
    $from.depth > 1 && $from.node(-1).type === nodes.list_item ? $from.node(-2) : null;
  const isHeading = ({ selection: { $from } }) => $from.parent.type === nodes.heading;

  // One command after another, as one change.
  function both(first, second) {
    return (state, dispatch) => {
      let { tr } = state;
      first(state, (done) => (tr = done));
      return second(
        state.apply(tr),
        dispatch &&
          ((then) => {
            then.steps.forEach((step) => tr.step(step));
            dispatch(tr.scrollIntoView());
          }),
      );
    };
  }

  const list = (type) => (state, dispatch) => {
    const now = listOf(state);
    if (now?.type === type) return liftListItem(nodes.list_item)(state, dispatch);
    const asItem = both(setBlockType(nodes.paragraph), wrapInList(type)); // headings become items too
    if (!now) return asItem(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(-2), type, { sep: now.attrs.sep }));
    return true;
  };

  const heading = (state, dispatch) =>
    !listOf(state) && setBlockType(isHeading(state) ? nodes.paragraph : nodes.heading)(state, dispatch);

  // Bold and italics go by whole words: the markup has no half ones.
  const dress = (mark) => (state, dispatch, view) => {
    const { $from, $to, empty } = state.selection;
    if (empty || !$from.sameParent($to)) return toggleMark(mark)(state, dispatch, view);
    const text = $from.parent.textBetween(0, $from.parent.content.size, "\n", "x"),
      letter = (at) => /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? "");
    let from = $from.parentOffset,
      to = $to.parentOffset;
    while (from < to && /\s/.test(text[from])) from++;
    while (to > from && /\s/.test(text[to - 1])) to--;
    while (letter(from) && letter(from - 1)) from--;
    while (letter(to - 1) && letter(to)) to++;
    const [start, end] = [$from.start() + from, $from.start() + to];
    const { tr } = state;
    if (dispatch)
      dispatch(
        state.doc.rangeHasMark(start, end, mark)
          ? tr.removeMark(start, end, mark)
          : tr.addMark(start, end, mark.create()),
      );
    return true;
  };

  // Enter goes on with a list; on an empty item it ends it.
  const enter = (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!listOf(state)) return false;
    if (empty && !$from.parent.content.size) return liftListItem(nodes.list_item)(state, dispatch);
    return splitListItem(nodes.list_item, { sep: null, lead: null })(state, dispatch);
  };

  const lineBreak = (state, dispatch) => {
    const before = state.selection.$from.nodeBefore;
    if (isHeading(state) || before?.type === nodes.hard_break) return false; // two in a row: a new paragraph
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  };

  const backspace = (state, dispatch) => {
    const { $cursor } = state.selection;
    if (!$cursor || $cursor.parentOffset) return false;
    if (listOf(state)) return liftListItem(nodes.list_item)(state, dispatch);
    return isHeading(state) && setBlockType(nodes.paragraph)(state, dispatch);
  };

  const commands = {
    strong: dress(marks.strong),
    em: dress(marks.em),
    heading,
    bullet: list(nodes.bullet_list),
    ordered: list(nodes.ordered_list),
    undo,
    redo,
  };

  // Which of them are on where the caret stands.
  function on(state) {
    const { $from, empty, to } = state.selection;
    const dressed = (mark) =>
      empty
        ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks()))
        : state.doc.rangeHasMark($from.pos, to, mark);
    const now = listOf(state)?.type;
    return {
      strong: dressed(marks.strong),
      em: dressed(marks.em),
      heading: isHeading(state),
      bullet: now === nodes.bullet_list,
      ordered: now === nodes.ordered_list,
    };
  }

  // Who types the markup gets what it means. The signs are taken away and the words stay: a chip among them is no
  // letter.
  const starred = (sign, mark) =>
    new InputRule(
      new RegExp(`(^|[^*\\p{L}\\p{N}])${sign}([^\\s*](?:[^*]*[^\\s*])?)${sign}$`, "u"),
      (state, [all, before, words], start, end) => {
        const at = start + before.length,
          size = (all.length - before.length - words.length) / 2;
        return state.tr
          .delete(at + size + words.length, end)
          .delete(at, at + size)
          .addMark(at, at + words.length, mark.create())
          .removeStoredMark(mark);
      },
    );
  const turned = (rule, command) =>
    new InputRule(rule, (state, match, start, end) => {
      if (listOf(state)) return null;
      const tr = state.tr.delete(start, end);
      return command(state.apply(tr), (then) => then.steps.forEach((step) => tr.step(step))) ? tr : null;
    });
  const rules = inputRules({
    rules: [
      turned(/^\s*-\s$/, commands.bullet),
      turned(/^\s*1\.\s$/, commands.ordered),
      turned(/^\s*##\s$/, heading),
      starred("\\*\\*", marks.strong),
      starred("\\*", marks.em),
    ],
  });

  // Two lists of a kind side by side are one: the markup knows no border between them.
  const joined = new Plugin({
    appendTransaction(all, before, { doc, tr }) {
      if (!all.some((one) => one.docChanged)) return null;
      const places = [];
      doc.forEach((node, at, n) => {
        const above = n ? doc.child(n - 1).type : null;
        if (above === node.type && node.type.name.endsWith("_list")) places.push(at);
      });
      places.reverse().forEach((at) => tr.join(at));
      return places.length ? tr : null;
    },
  });

  const keys = {
    Enter: enter,
    "Shift-Enter": lineBreak,
    Backspace: chainCommands(undoInputRule, backspace),
    "Mod-b": commands.strong,
    "Mod-i": commands.em,
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Alt-ArrowDown": (state, dispatch, view) => finsam.openChip(view),
  };

  finsam.typing = {
    commands,
    on,
    plugins: () => [rules, joined, history({ newGroupDelay: SAME_PHRASE }), keymap(keys), keymap(baseKeymap)],
  };
})();
