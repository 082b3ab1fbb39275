// Works out the fingerprint of an exported draft again, without the program: node fingeravtryck.mjs FIL.json
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

// A reviver that keeps objects as Maps: a plain object would put keys that look like numbers first.
const asMap = (key, value) =>
  value && typeof value === "object" && !Array.isArray(value) ? new Map(Object.entries(value)) : value;

const isEmpty = (data) =>
  data === null || data === "" || (data instanceof Map && data.size === 0) || (Array.isArray(data) && data.length === 0);

// NFC, rows without ids, and then, from the inside out, nothing that is empty.
function tidy(data, inList = false) {
  if (typeof data === "string") return data.normalize("NFC");
  if (Array.isArray(data)) return data.map((item) => tidy(item, true)).filter((item) => !isEmpty(item));
  if (!(data instanceof Map)) return data;
  const found = new Map();
  for (const [key, value] of data) {
    if (inList && key === "id") continue;
    const inner = tidy(value);
    if (!isEmpty(inner)) found.set(key.normalize("NFC"), inner);
  }
  return found;
}

// RFC 8785: keys by their UTF-16 code units (as < compares them here), no spaces.
function canonical(data) {
  if (Array.isArray(data)) return `[${data.map(canonical).join(",")}]`;
  if (!(data instanceof Map)) return JSON.stringify(data);
  const keys = [...data.keys()].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(data.get(key))}`).join(",")}}`;
}

const file = JSON.parse(readFileSync(process.argv[2], "utf8"), asMap);
const { metod, utan, sha256 } = Object.fromEntries(file.get("fingeravtryck"));
const content = new Map([...file.get("innehall")].filter(([key]) => !utan.includes(key)));
const frozen = new Map([
  ["innehall", tidy(content)],
  ["mall", file.get("mall")],
  ["mallavtryck", file.get("mallavtryck")],
  ["mallversion", file.get("mallversion")],
  ["metod", metod],
  ["titel", (file.get("titel") ?? "").normalize("NFC")],
  ["utan", utan],
]);
const found = createHash("sha256").update(canonical(frozen), "utf8").digest("hex");
console.log(found);
if (sha256 && sha256 !== found) {
  console.error("Filen säger ett annat fingeravtryck: den har ändrats sedan den sparades.");
  process.exit(1);
}
