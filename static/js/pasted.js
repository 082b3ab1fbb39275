// What comes from Word, Excel, a PDF or the web: paragraphs, lists, bold, italics and sub-headings stay, the rest goes.
// Others' HTML is made bare before it is parsed: no style or script of it is ever read by the page.
(() => {
  const { schema, markup } = finsam,
    { nodes } = schema;
  const { DOMParser: Reader, Slice } = PM;
  const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]/g;
  const LIST_WORDS = /mso-list:(?!\s*none)|MsoListParagraph/i,
    BULLET = /^[\s\u00a0]*(?:[·•o§▪◦‣●○–-]|\uf0b7|\uf0a7)[\s\u00a0]+/,
    NUMBER = /^[\s\u00a0]*([0-9]{1,3})[.)][\s\u00a0]+/;

  const bare = (html) =>
    html
      .replace(/<(style|script|title|xml|svg|head)\b[\s\S]*?<\/\1\s*>/gi, "")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/(<[^>]*?)\son\w+\s*=/gi, "$1 data-x=")
      .replace(/\sstyle\s*=/gi, " data-style=")
      .replace(/<(img|link|meta|iframe|object|embed|base)\b[^>]*>/gi, "");

  const styleOf = (element) => element.getAttribute("data-style") ?? "";

  function renamed(element, tag, ...inside) {
    const made = element.ownerDocument.createElement(tag);
    made.append(...(inside.length ? inside : element.childNodes));
    element.replaceWith(made);
    return made;
  }

  // Bold and italics are styles in what most programs copy; `mso-bidi-font-weight` says nothing of what is seen.
  function dressed(body) {
    for (const element of body.querySelectorAll("[data-style]")) {
      const style = styleOf(element),
        weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1] ?? "";
      if (/^(?:B|STRONG)$/.test(element.tagName) && weight === "normal")
        element.replaceWith(...element.childNodes);
      else if (/^(?:SPAN|FONT|A)$/.test(element.tagName)) {
        const isItalic = /(?:^|[;\s])font-style:\s*italic/i.test(style);
        if (isItalic) element.replaceChildren(wrapped(element, "em"));
        if (weight === "bold" || +weight >= 600) element.replaceChildren(wrapped(element, "strong"));
      }
    }
    for (const element of body.querySelectorAll("h1, h2, h3, h4, h5, h6"))
      for (const strong of element.querySelectorAll("b, strong")) strong.replaceWith(...strong.childNodes);
  }

  function wrapped(element, tag) {
    const made = element.ownerDocument.createElement(tag);
    made.append(...element.childNodes);
    return made;
  }

  // Word's lists are paragraphs with a sign of their own in front.
  function listed(body) {
    let list = null;
    for (const element of body.querySelectorAll("p")) {
      const isItem =
        LIST_WORDS.test(`${styleOf(element)} ${element.className}`) && element.textContent.trim();
      if (!isItem) continue;
      const sign = [...element.querySelectorAll("[data-style]")].find((one) =>
        /mso-list:\s*Ignore/i.test(styleOf(one)),
      );
      const number = NUMBER.exec(`${sign?.textContent ?? element.textContent} `)?.[1];
      if (sign) sign.remove();
      else trimStart(element, number ? NUMBER : BULLET);
      const tag = number ? "OL" : "UL",
        goesOn = list?.tagName === tag && list.nextElementSibling === element;
      const item = element.ownerDocument.createElement("li");
      item.append(...element.childNodes);
      if (goesOn) {
        list.append(item);
        element.remove();
      } else {
        list = renamed(element, tag, item);
        if (number) list.start = number;
      }
    }
  }

  function trimStart(element, rule) {
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT),
      first = walker.nextNode();
    if (first) first.data = first.data.replace(rule, "");
  }

  // Lists in lists become lists beside each other: the markup has one level.
  function flattened(body) {
    for (const inner of [
      ...body.querySelectorAll("li ul, li ol, ul > ul, ul > ol, ol > ul, ol > ol"),
    ].reverse()) {
      const outer = inner.parentElement.closest("ul, ol"),
        item = inner.parentElement === outer ? inner : inner.closest("li");
      if (inner.tagName === outer.tagName) {
        item.after(...inner.children);
        inner.remove();
        continue;
      }
      const rest = outer.cloneNode(false);
      while (item.nextSibling) rest.append(item.nextSibling);
      if (outer.tagName === "OL")
        rest.start = (outer.start || 1) + outer.querySelectorAll(":scope > li").length;
      outer.after(inner);
      if (rest.firstElementChild) inner.after(rest);
    }
  }

  // A row of a table becomes a line.
  function rowed(body) {
    for (const table of body.querySelectorAll("table")) {
      const p = body.ownerDocument.createElement("p");
      for (const row of table.rows) {
        const words = [...row.cells]
          .map((one) => one.textContent.replace(/\s+/g, " ").trim())
          .filter(Boolean);
        if (!words.length) continue;
        if (p.firstChild) p.append(body.ownerDocument.createElement("br"));
        p.append(words.join(" – "));
      }
      table.replaceWith(p);
    }
  }

  // A line break between blocks says nothing.
  const BLOCKS = /^(?:P|UL|OL|DIV|TABLE|H[1-6])$/;
  const isBlock = (element) => BLOCKS.test(element?.tagName ?? "");

  function cleaned(body) {
    for (const br of body.querySelectorAll("br"))
      if (isBlock(br.previousElementSibling) || isBlock(br.nextElementSibling)) br.remove();
    const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: text } = walker;
      text.data = text.data.replace(UNSEEN, "").replaceAll("\u00a0", " ");
    }
    for (const one of body.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6"))
      if (!one.textContent.trim() && !one.querySelector("[data-ref]")) one.remove();
    for (const item of body.querySelectorAll("li"))
      for (const one of item.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6"))
        one.replaceWith(...one.childNodes, " ");
  }

  // A layout table (a letter, a web page) holds paragraphs of its own: those are read instead of its rows.
  const laidOut = (body) => {
    for (const table of [...body.querySelectorAll("table")].reverse())
      if (table.querySelector("ul, ol, h1, h2, h3, td p + p"))
        table.replaceWith(...[...table.querySelectorAll("td, th")].flatMap((one) => [...one.childNodes]));
  };

  // HTML as a document of the editor; null when there are no words in it.
  function read(html) {
    const { body } = new DOMParser().parseFromString(bare(html), "text/html");
    laidOut(body);
    rowed(body);
    listed(body);
    dressed(body);
    flattened(body);
    cleaned(body);
    const doc = Reader.fromSchema(schema).parse(body);
    return doc.textContent.trim() ? doc : null;
  }

  const tidied = (text) =>
    text
      .replace(/\r\n?|[\x85\u2028\u2029\v\f]/g, "\n")
      .replace(UNSEEN, "")
      .replace(/^[ \t]*(?:[•·▪◦‣●○\uf0b7\uf0a7]|o(?=\t)|[-–—](?=\t))[ \t\u00a0]*/gm, "- ")
      .replace(/^[ \t]*([0-9]{1,3})[.)]\t[ \t]*/gm, "$1. ");

  // Lines of a PDF end where the paper did. Where most lines are about as long as the longest, they are put together.
  const SHORTEST = 45;
  function unwrapped(text) {
    const rows = text.split("\n").map((row) => row.trimEnd()),
      said = rows.filter(Boolean),
      longest = Math.max(0, ...said.map((row) => row.length));
    const full = (row) => row.length >= longest * 0.75;
    if (
      longest < SHORTEST ||
      longest > 200 ||
      said.length < 3 ||
      said.filter(full).length < said.length * 0.6
    )
      return text;
    return rows
      .map((row, n) => {
        const next = rows[n + 1] ?? "";
        if (!row || !next || /^(?:- |[0-9]{1,3}\. )/.test(next)) return `${row}\n`;
        if (/\p{Ll}-$/u.test(row) && /^\p{Ll}/u.test(next)) return row.slice(0, -1);
        return full(row) || !/[.!?:]$/.test(row) ? `${row} ` : `${row}\n\n`;
      })
      .join("");
  }

  // Text that is put into a paragraph goes on in it.
  function asSlice(doc) {
    const open = (node) => (node?.type === nodes.paragraph ? 1 : 0);
    return new Slice(doc.content, open(doc.firstChild), open(doc.lastChild));
  }

  const isOurs = (html) => html.includes("data-pm-slice");

  finsam.pasted = {
    // ProseMirror itself reads only what was copied here: the rest is read above, bare.
    transformPastedHTML: (html) => (isOurs(html) ? bare(html) : ""),
    into(view, data, from, to) {
      const html = data?.getData("text/html") ?? "",
        doc = html && !isOurs(html) ? read(html) : null;
      if (doc)
        view.dispatch(
          view.state.tr.replaceRange(from, to, asSlice(doc)).scrollIntoView().setMeta("paste", true),
        );
      return Boolean(doc);
    },
    clipboardTextParser: (text) => asSlice(markup.parse(unwrapped(tidied(text)).replace(/\n+$/, ""))),
    // What other programs get: the words as they are seen.
    clipboardTextSerializer(slice) {
      const { content } = slice,
        blocks = content.firstChild?.isBlock ? content : nodes.paragraph.create(null, content);
      return spoken(nodes.doc.create(null, blocks));
    },
  };

  const leaf = (one) => (one.type === nodes.chip ? (finsam.says(one.attrs.key) ?? "") : "\n");
  const wordsOf = (node) => node.textBetween(0, node.content.size, "\n", leaf);
  const spoken = (doc) =>
    markup
      .lines(doc)
      .map(({ node, lead }) => (lead.includes("#") ? "" : lead) + wordsOf(node))
      .join("\n");
  finsam.pasted.spoken = spoken;

  // ---- a list into a goal: each item becomes a goal
  function itemsOf(data) {
    const html = data.getData("text/html"),
      doc = (html && read(html)) || markup.parse(tidied(data.getData("text/plain")));
    const found = [];
    doc.forEach((block) => {
      if (!block.type.name.endsWith("_list")) return;
      block.forEach((item) => found.push(markup.said(item.firstChild).replace(/\s+/g, " ").trim()));
    });
    return found.filter(Boolean);
  }

  async function addGoals(field, items) {
    const [, base, last] = /^(.*)\/[^/]+\/([^/]+)$/.exec(field.name);
    while (items.length) {
      const asked = new URLSearchParams({ rad: `ny:${base}:`, op: finsam.newId() });
      const answer = await finsam.post(finsam.url("rad"), asked).catch(() => null);
      const message = answer?.ok ? await answer.json() : null;
      if (!message?.row) break;
      finsam.take(message, { own: true });
      finsam.put(`${base}/${message.row}/${last}`, items.shift(), 0);
    }
    if (items.length) insert(field, `\n\n${items.join("\n\n")}`); // no room, no contact: nothing is lost
  }

  function insert(field, text) {
    const { view } = field.finsamEditor;
    view.dispatch(view.state.tr.replaceSelection(asSlice(markup.parse(text))).scrollIntoView());
  }

  finsam.pasted.goals = (field, data) => {
    const items = field.dataset.goal === undefined ? [] : itemsOf(data);
    if (items.length < 2) return false;
    insert(field, items.shift());
    finsam.changed(field, { now: true });
    addGoals(field, items);
    return true;
  };
})();
