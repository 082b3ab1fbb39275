// What others wrote, into the editor's document: the difference of two documents, token by token, as small steps. A
// token is a word with its look, a stretch of white space, a chip, or the border of a block.
(() => {
  const { schema, markup } = finsam,
    { nodes } = schema,
    { parse, serialize, lines } = markup;
  const { TextSelection } = PM;

  const looks = (node) => node.marks.map((one) => one.type.name).join("+");

  function tokens(doc) {
    const found = [],
      lineAt = new Map(lines(doc).map((line) => [line.at, line]));
    doc.forEach(function walk(node, offset, n, parent, start = 0) {
      const at = start + offset;
      if (node.isText) return found.push(...wordsOf(node));
      if (node.isInline) return found.push({ key: inlineKey(node), size: 1 });
      found.push({ key: borderKey(node, at, n, parent, lineAt), size: 1, side: 1 });
      node.forEach((child, inner, number) => walk(child, inner, number, node, at + 1));
      found.push({ key: node.isTextblock ? "</>" : `</${node.type.name}>`, size: 1, side: -1 });
    });
    return found;
  }

  const wordsOf = (node) =>
    node.text
      .match(/\S+|\s+/g)
      .map((word) => ({ key: /\s/.test(word) ? word : `${word}|${looks(node)}`, size: word.length }));

  const inlineKey = (node) =>
    `${node.type.name}|${JSON.stringify(node.attrs)}${node.type === nodes.chip ? looks(node) : ""}`;

  // A block's first border, with the gap before it and what leads its line: a changed number is a changed border.
  function borderKey(node, at, n, parent, lineAt) {
    const kind = node.isTextblock && !node.content.size ? "paragraph" : node.type.name,
      isItem = kind === "list_item";
    const line = lineAt.get(at + (kind.endsWith("_list") ? 2 : isItem ? 1 : 0));
    const gap = parent?.type === nodes.list_item || (isItem && !n) ? "" : line.gap;
    return `<${kind}|${gap}|${isItem || kind === "heading" ? line.lead : (node.attrs.order ?? "")}>`;
  }

  // What became what: {from, to} in the old document, {start, end} in the new one. `whole`: a border put in or taken
  // out goes together with its other half, so that each stretch fits where it is put.
  function changes(old, now, whole) {
    const found = [];
    const keys = (all) => all.map((one) => one.key);
    let from = 0,
      to = 0,
      a = 0,
      b = 0,
      depth = 0,
      open = null;
    for (const [kind] of finsam.steps(keys(old), keys(now))) {
      if (kind === " ") {
        from += old[a++].size;
        to += now[b++].size;
        if (!depth || !whole) open = null;
      } else {
        if (!open) found.push((open = { from, to: from, start: to, end: to }));
        if (kind === "-") {
          depth -= old[a].side ?? 0;
          from += old[a++].size;
        } else {
          depth += now[b].side ?? 0;
          to += now[b++].size;
        }
      }
      if (open) Object.assign(open, { to: from, end: to });
    }
    return found;
  }

  // Where a place went. What was put in right at it comes after it.
  const mover = (exact) => (place) => {
    let shift = 0;
    for (const { from, to, start, end } of exact) {
      if (place <= from) break;
      if (place < to) return Math.min(start + place - from, end);
      shift = end - to;
    }
    return place + shift;
  };

  // Within a word only the letters that differ: the caret may stand in it.
  function replaceIn(tr, doc, fresh, { from, to, start, end }) {
    const was = doc.slice(from, to),
      will = fresh.slice(start, end);
    const flat = was.openStart + was.openEnd + will.openStart + will.openEnd === 0;
    const first = flat ? was.content.findDiffStart(will.content) : null;
    if (first === null) return tr.replace(from, to, will);
    const last = was.content.findDiffEnd(will.content),
      over = Math.max(0, first - Math.min(last.a, last.b)); // the two overlap in «la la»
    return tr.replace(from + first, from + last.a + over, fresh.slice(start + first, start + last.b + over));
  }

  function bySteps(state, fresh, found) {
    const { tr } = state;
    for (const one of found.toReversed()) replaceIn(tr, state.doc, fresh, one);
    const { head, tail } = fresh.attrs;
    if (head !== tr.doc.attrs.head) tr.setDocAttribute("head", head);
    if (tail !== tr.doc.attrs.tail) tr.setDocAttribute("tail", tail);
    return tr;
  }

  // When the steps do not fit together: whole blocks.
  function byBlocks(state, fresh) {
    const olds = state.doc.children,
      news = fresh.children;
    const alone = (block) => serialize(nodes.doc.create(null, block)),
      same = (one, other) => one.eq(other) && alone(one) === alone(other),
      size = (all) => all.reduce((sum, one) => sum + one.nodeSize, 0);
    const most = Math.min(olds.length, news.length);
    let first = 0,
      last = 0;
    while (first < most && same(olds[first], news[first])) first++;
    while (last < most - first && same(olds.at(-1 - last), news.at(-1 - last))) last++;
    const { head, tail } = fresh.attrs;
    return state.tr
      .replaceWith(
        size(olds.slice(0, first)),
        size(olds.slice(0, olds.length - last)),
        news.slice(first, news.length - last),
      )
      .setDocAttribute("head", head)
      .setDocAttribute("tail", tail);
  }

  // The transaction that makes the document say `text`, with the caret where its person has it; and which stretches of
  // the old document it touches.
  finsam.takeText = (state, text) => {
    const fresh = parse(text),
      old = tokens(state.doc),
      now = tokens(fresh);
    const touched = changes(old, now, true),
      moved = mover(changes(old, now, false));
    let tr = null;
    try {
      tr = bySteps(state, fresh, touched);
    } catch {
      /* a stretch that fits nowhere by itself */
    }
    if (!tr || serialize(tr.doc) !== text) tr = byBlocks(state, fresh);
    if (tr.docChanged) {
      const { anchor, head } = state.selection,
        place = (at) => tr.doc.resolve(Math.min(moved(at), tr.doc.content.size));
      tr.setSelection(TextSelection.between(place(anchor), place(head)));
      tr.setStoredMarks(state.storedMarks); // else bold that somebody has just turned on is turned off
    }
    return { tr, touched };
  };
})();
