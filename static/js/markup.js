// The light markup of long texts (core/markup.py) as a document of the editor, and back: character for character in
// what nobody has changed.
(() => {
  const finsam = (globalThis.finsam ??= {});
  const { schema, stars } = finsam,
    { nodes, marks } = schema;
  const words = new WeakMap(); // text block → its words with markup, as read or as last worked out

  // ---- text → document
  const BLANK = /^[\s\x1c-\x1f]*$/,
    INDENTED = /^(?: {2}|\t)[ \t]*[^\s\x1c-\x1f]/;
  const KINDS = [
    ["bullet_list", /^([ \t]*-[ \t]+)(.*)$/su],
    ["ordered_list", /^([ \t]*[0-9]{1,3}\.[ \t]+)(.*)$/su],
    ["heading", /^([ \t]*##[ \t]+)([^\s\x1c-\x1f].*)$/su],
  ];
  const INSIDE = /\n([ \t]*)|\[\[([a-z0-9_]+(?:\/[a-z0-9_]+)*)((?:\|[^[\]\n]{0,80})?)\]\]/gu;
  const isList = (kind) => kind.endsWith("_list");

  function kindOf(line) {
    for (const [kind, rule] of KINDS) {
      const found = rule.exec(line);
      if (found) return [kind, found[1], found[2]];
    }
    return ["paragraph", "", line];
  }

  // Lines that belong together, with the blank lines before them; and the blank lines after the last.
  function parts(text) {
    const found = [];
    let part = null,
      blanks = [];
    for (const line of text.split("\n")) {
      if (BLANK.test(line)) {
        blanks.push(line);
        continue;
      }
      const [kind, lead, said] = kindOf(line);
      const goesOn = part?.kind === "paragraph" || (part && isList(part.kind) && INDENTED.test(line));
      if (part && kind === part.kind && isList(kind)) part.items.push({ lead, lines: [said], blanks });
      else if (kind === "paragraph" && !blanks.length && goesOn) part.items.at(-1).lines.push(line);
      else found.push((part = { kind, blanks, items: [{ lead, lines: [said] }] }));
      blanks = [];
    }
    return [found, blanks];
  }

  const broken = (blanks) => blanks.map((one) => `${one}\n`).join("");

  // One paragraph more for each pair of blank lines: of a pair, `border` is the line that parts it from the next block.
  function emptyOnes(blocks, blanks, least, border) {
    while (blanks.length > least && blanks[border] === "")
      blocks.push(block("paragraph", {}, blanks.splice(0, 2)[1 - border]));
  }

  function parse(text) {
    const [found, after] = parts(text),
      blocks = [];
    let head = "";
    for (const part of found) {
      if (blocks.length) blocks.push(blockOf(part, gapBefore(part, blocks)));
      else {
        const { blanks } = part;
        emptyOnes(blocks, blanks, 1, 1);
        let sep = null;
        if (blanks.length && blocks.length) sep = `\n\n${broken(blanks)}`;
        else if (blanks.length) head = broken(blanks);
        blocks.push(blockOf(part, sep));
      }
    }
    if (!blocks.length) blocks.push(block("paragraph", {}, after.shift()));
    else if (after.length % 2 && blocks.at(-1).type === nodes.paragraph) goOn(blocks, after.shift());
    emptyOnes(blocks, after, 1, 0);
    return nodes.doc.create({ head, tail: after.map((one) => `\n${one}`).join("") }, blocks);
  }

  function gapBefore({ blanks }, blocks) {
    if (blanks.length && blanks.length % 2 === 0 && blocks.at(-1).type === nodes.paragraph)
      goOn(blocks, blanks.shift());
    emptyOnes(blocks, blanks, 2, 0);
    return blanks.length === 1 && blanks[0] === "" ? null : `\n${broken(blanks)}`;
  }

  // A blank line that makes no paragraph of its own belongs to the one before it.
  function goOn(blocks, line) {
    const before = blocks.pop();
    blocks.push(block("paragraph", before.attrs, `${words.get(before)}\n${line}`));
  }

  function blockOf({ kind, items }, sep) {
    const [{ lead, lines }] = items;
    if (kind === "heading") return block(kind, { sep, lead: lead === "## " ? null : lead }, lines[0]);
    if (kind === "paragraph") return block(kind, { sep }, lines.join("\n"));
    const attrs = kind === "ordered_list" ? { sep, order: parseInt(lead, 10) } : { sep };
    return nodes[kind].create(
      attrs,
      items.map((item, n) => itemOf(kind, item, n)),
    );
  }

  function itemOf(kind, { lead, lines, blanks }, n) {
    const attrs = {
      lead: kind === "bullet_list" && lead === "- " ? null : lead,
      sep: n && blanks.length ? `\n${broken(blanks)}` : null,
    };
    return nodes.list_item.create(attrs, block("paragraph", {}, lines.join("\n"), true));
  }

  function block(kind, attrs, text, inList = false) {
    const content = [];
    for (const { text: said, look } of stars.read(text)) {
      const dress = [];
      if (look & stars.ITALIC) dress.push(marks.em.create());
      if (look & stars.BOLD) dress.push(marks.strong.create());
      let place = 0;
      for (const match of said.matchAll(INSIDE)) {
        if (match.index > place) content.push(schema.text(said.slice(place, match.index), dress));
        const indent = inList ? match[1] : "";
        if (match[2]) content.push(nodes.chip.create({ key: match[2], alt: match[3] }, null, dress));
        else
          content.push(
            nodes.hard_break.create({ indent: inList && indent !== "  " ? indent : null }, null, dress),
          );
        place = match.index + (match[2] ? match[0].length : 1 + indent.length);
      }
      if (place < said.length) content.push(schema.text(said.slice(place), dress));
    }
    const node = nodes[kind].create(attrs, content);
    words.set(node, text);
    return node;
  }

  // ---- document → text
  function said(node) {
    if (words.has(node)) return words.get(node);
    let text = "";
    const looks = [];
    node.forEach((child) => {
      const piece = pieceOf(child);
      const bold = marks.strong.isInSet(child.marks) ? stars.BOLD : 0,
        italic = marks.em.isInSet(child.marks) ? stars.ITALIC : 0;
      text += piece;
      for (let n = 0; n < piece.length; n++) looks.push(bold | italic);
    });
    const answer = stars.write(text, looks);
    words.set(node, answer);
    return answer;
  }

  function pieceOf(child) {
    if (child.isText) return child.text;
    if (child.type === nodes.chip) return `[[${child.attrs.key}${child.attrs.alt}]]`;
    return `\n${child.attrs.indent ?? ""}`;
  }

  // Every text block with where it is and what stands before its words: {node, at, gap, lead, text}.
  function lines(doc) {
    const found = [];
    let before = null;
    doc.forEach((top, at) => {
      const gap = before ? gapOf(before, top) : doc.attrs.head;
      before = top;
      if (isList(top.type.name)) return itemLines(top, at, gap, found);
      const text = said(top),
        lead = top.type === nodes.heading && text ? (top.attrs.lead ?? "## ") : "";
      found.push({ node: top, at, gap, lead, text });
    });
    return found;
  }

  // An item keeps the number that it has: else every insertion would make each line below it another one.
  function itemLines(list, at, gap, found) {
    const numbered = list.type === nodes.ordered_list;
    let number = list.attrs.order - 1;
    list.forEach((item, place, n) => {
      const own = item.attrs.lead,
        first = numbered && !n;
      const fits =
        own && /[0-9]/.test(own) === numbered && (!first || parseInt(own, 10) === list.attrs.order);
      number = fits && numbered ? parseInt(own, 10) : Math.min(number + 1, 999);
      found.push({
        node: item.firstChild,
        at: at + place + 2,
        gap: n ? (item.attrs.sep ?? "\n") : gap,
        lead: fits ? own : numbered ? `${number}. ` : "- ",
        text: said(item.firstChild).replace(/\n(?! {2}|\t)/g, "\n  "),
      });
    });
  }

  const isEmpty = (node) => node.isTextblock && !node.content.size;

  function gapOf(before, node) {
    const { sep } = node.attrs;
    if (sep === null) return "\n\n";
    if (sep.indexOf("\n") !== sep.lastIndexOf("\n")) return sep;
    if (isEmpty(before) || isEmpty(node)) return "\n\n";
    if (node.type !== nodes.paragraph) return sep;
    const runsOn = before.type === nodes.paragraph || (isList(before.type.name) && INDENTED.test(said(node)));
    return runsOn ? "\n\n" : sep;
  }

  const serialize = (doc) =>
    lines(doc)
      .map(({ gap, lead, text }) => gap + lead + text)
      .join("") + doc.attrs.tail;

  // Is a text shown with its marks? One that is not has no editor (core/markup.py: marked_up).
  const marked = (text) => text.length <= 200000 && text.split("*").length <= 10001;

  finsam.markup = { parse, serialize, lines, said, marked };
})();
