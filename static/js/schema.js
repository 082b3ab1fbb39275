// What a long text may hold, for the editor: what core/markup.py knows, and no more. White space that the markup allows
// but the editor never makes (a blank line more, «3.» before the first item) is kept in attributes: `sep` is what
// stands between a block and the one before it, `lead` what stands before its words.
(() => {
  const finsam = (globalThis.finsam ??= {});
  const raw = { default: null };
  const tags = (names) => names.map((tag) => ({ tag }));

  finsam.schema = new PM.Schema({
    nodes: {
      doc: { content: "block+", attrs: { head: { default: "" }, tail: { default: "" } } },
      paragraph: {
        group: "block",
        content: "inline*",
        attrs: { sep: raw },
        parseDOM: tags(["p"]),
        toDOM: () => ["p", 0],
      },
      heading: {
        group: "block",
        content: "(text | chip)*",
        defining: true,
        attrs: { sep: raw, lead: raw },
        parseDOM: tags(["h1", "h2", "h3", "h4", "h5", "h6"]),
        toDOM: () => ["h2", 0],
      },
      bullet_list: {
        group: "block",
        content: "list_item+",
        attrs: { sep: raw },
        parseDOM: tags(["ul"]),
        toDOM: () => ["ul", 0],
      },
      ordered_list: {
        group: "block",
        content: "list_item+",
        attrs: { sep: raw, order: { default: 1 } },
        parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ order: dom.start || 1 }) }],
        toDOM: (node) => ["ol", node.attrs.order === 1 ? {} : { start: node.attrs.order }, 0],
      },
      list_item: {
        content: "paragraph",
        defining: true,
        attrs: { sep: raw, lead: raw },
        parseDOM: tags(["li"]),
        toDOM: () => ["li", 0],
      },
      text: { group: "inline" },
      hard_break: {
        group: "inline",
        inline: true,
        selectable: false,
        linebreakReplacement: true,
        attrs: { indent: raw },
        parseDOM: tags(["br"]),
        toDOM: () => ["br"],
      },
      chip: {
        group: "inline",
        inline: true,
        atom: true,
        selectable: false, // else the next letter after an arrow key would take its place
        attrs: { key: {}, alt: { default: "" } },
        parseDOM: [
          {
            tag: "span[data-ref]",
            getAttrs: (dom) => ({ key: dom.dataset.ref, alt: dom.dataset.alt ?? "" }),
          },
        ],
        toDOM: ({ attrs }) => [
          "span",
          { "data-ref": attrs.key, "data-alt": attrs.alt },
          finsam.says?.(attrs.key) ?? `[[${attrs.key}]]`,
        ],
      },
    },
    marks: {
      strong: {
        parseDOM: [
          ...tags(["strong"]),
          { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
        ],
        toDOM: () => ["strong", 0],
      },
      em: {
        parseDOM: [
          ...tags(["em"]),
          { tag: "i", getAttrs: (dom) => dom.style.fontStyle !== "normal" && null },
        ],
        toDOM: () => ["em", 0],
      },
    },
  });
})();
