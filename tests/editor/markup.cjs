// Reads texts (a list in JSON, from standard input) with the editor's own scripts, and tells what came of each.
const fs = require("node:fs"),
  path = require("node:path"),
  vm = require("node:vm");

const STATIC = path.join(__dirname, "..", "..", "static");
const world = vm.createContext({});
for (const file of ["vendor/prosemirror/prosemirror.min.js", "js/stars.js", "js/schema.js", "js/markup.js"])
  vm.runInContext(fs.readFileSync(path.join(STATIC, file), "utf8"), world, file);

const tell = vm.runInContext(
  `(text) => {
    const { parse, serialize } = finsam.markup, { marks, nodes } = finsam.schema;
    const doc = parse(text), out = serialize(doc);
    const signs = (node) => {
      const found = [];
      node.forEach((child) => {
        const look = (child.marks.some((one) => one.type === marks.strong) ? 1 : 0)
          + (child.marks.some((one) => one.type === marks.em) ? 2 : 0);
        const words = child.isText ? child.text
          : child.type === nodes.chip ? "[[" + child.attrs.key + child.attrs.alt + "]]" : "";
        for (const sign of words) if (/[^\\s\\x1c-\\x1f]/u.test(sign)) found.push([sign, look]);
      });
      return found;
    };
    const blocks = [];
    doc.forEach((top) => {
      const items = [];
      if (top.isTextblock) items.push(signs(top));
      else top.forEach((item) => items.push(signs(item.firstChild)));
      blocks.push([top.type.name, top.attrs.order ?? 1, items]);
    });
    doc.check();
    return { out, again: parse(out).eq(doc), blocks, rebuilt: serialize(finsam.schema.nodeFromJSON(doc.toJSON())) };
  }`,
  world,
);
process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map((text) => tell(text))));
