// Bold and italics of the light markup: stars as core/markup.py reads them (Markdown's rule, but never inside a word or
// a number), and back. The markup has no escape, so what is written is read again before it is believed.
(() => {
  const finsam = (globalThis.finsam ??= {});
  const BOLD = 1,
    ITALIC = 2;
  const WHITE = /\s/u,
    SIGN = /[\p{P}\p{S}]/u,
    LETTER = /[\p{L}\p{N}]/u;

  const signBefore = (text, at) => (at ? [...text.slice(Math.max(0, at - 2), at)].at(-1) : " ");
  const signAt = (text, at) => (at < text.length ? String.fromCodePoint(text.codePointAt(at)) : " ");

  // Every star that may be a mark: does it open, does it close?
  function starsOf(text) {
    const stars = [];
    for (const { 0: run, index } of text.matchAll(/\*+/g)) {
      const before = signBefore(text, index),
        after = signAt(text, index + run.length);
      if (LETTER.test(before) && LETTER.test(after)) continue;
      const opens = !WHITE.test(after) && (!SIGN.test(after) || WHITE.test(before) || SIGN.test(before));
      const closes = !WHITE.test(before) && (!SIGN.test(before) || WHITE.test(after) || SIGN.test(after));
      for (let n = 0; n < run.length; n++)
        stars.push({ at: index + n, run: index, length: run.length, opens, closes, end: -1 });
    }
    return stars;
  }

  // Which star closes which, step for step as markdown-it does it: `jumps` and `bottoms` are its shortcuts past stars
  // that can't open, and in a text with many stars they decide.
  function pair(stars) {
    const jumps = [],
      bottoms = Array(6).fill(-1);
    let header = 0,
      last = null;
    stars.forEach((closer, n) => {
      jumps.push(0);
      if (last?.run !== closer.run) header = n;
      last = closer;
      if (!closer.closes) return;
      let opener = header - jumps[header] - 1,
        found = false;
      const thirds = () => (closer.opens ? 3 : 0) + (closer.length % 3),
        lowest = bottoms[thirds()],
        from = opener;
      for (; opener > lowest && !found; opener -= jumps[opener] + 1) {
        if (!fits(stars[opener], closer)) continue;
        const past = opener > 0 && !stars[opener - 1].opens ? jumps[opener - 1] + 1 : 0;
        jumps[n] = n - opener + past;
        jumps[opener] = past;
        closer.opens = stars[opener].closes = false;
        stars[opener].end = n;
        last = null;
        found = true;
      }
      if (!found) bottoms[thirds()] = from;
    });
  }

  function fits(opener, closer) {
    if (!opener.opens || opener.end >= 0) return false;
    const both = opener.closes || closer.opens,
      thirds = opener.length % 3 || closer.length % 3;
    return !(both && (opener.length + closer.length) % 3 === 0 && thirds);
  }

  // Place of a star that is a mark → what is turned on (1) or off (-1) from there: [bold, italic].
  function turnsOf(stars) {
    const turns = new Map();
    for (let n = stars.length - 1; n >= 0; n--) {
      const { at, end } = stars[n];
      if (end < 0) continue;
      const twin = stars[n - 1];
      const bold =
        twin && twin.end === end + 1 && twin.at === at - 1 && stars[end + 1].at === stars[end].at + 1;
      turns.set(at, bold ? [1, 0] : [0, 1]).set(stars[end].at, bold ? [-1, 0] : [0, -1]);
      if (bold) {
        turns.set(twin.at, [0, 0]).set(stars[end + 1].at, [0, 0]);
        n--;
      }
    }
    return turns;
  }

  // A text as stretches of one look, [{text, look}], without the stars that were marks.
  function read(text) {
    if (!text.includes("*")) return text ? [{ text, look: 0 }] : [];
    const stars = starsOf(text);
    pair(stars);
    const turns = turnsOf(stars),
      found = [];
    let bold = 0,
      italic = 0,
      from = 0;
    for (const at of [...turns.keys()].sort((a, b) => a - b).concat(text.length)) {
      if (at > from)
        found.push({ text: text.slice(from, at), look: (bold ? BOLD : 0) | (italic ? ITALIC : 0) });
      const [b, i] = turns.get(at) ?? [0, 0];
      bold += b;
      italic += i;
      from = at + 1;
    }
    return found;
  }

  // Stretches of one bit, without the white space at their ends: the markup has none there.
  function rangesOf(text, looks) {
    const ranges = [];
    for (const bit of [BOLD, ITALIC]) {
      for (let from = 0; from < text.length; from++) {
        if (!(looks[from] & bit)) continue;
        let to = from;
        while (to < text.length && looks[to] & bit) to++;
        const end = to;
        while (from < to && WHITE.test(text[from])) from++;
        while (to > from && WHITE.test(text[to - 1])) to--;
        if (to > from) ranges.push([from, to, bit]);
        from = end;
      }
    }
    return ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }

  // With stars around what is bold or italic; null when something else would be read.
  function starred(text, looks) {
    const ranges = rangesOf(text, looks),
      opens = new Map(),
      closes = new Map();
    for (let n = 0; n < ranges.length; n++) {
      const [from, to, bit] = ranges[n];
      const crossed = ranges.slice(0, n).find((one) => one[0] <= from && from < one[1] && one[1] < to);
      if (crossed) {
        ranges.splice(n + 1, 0, [crossed[1], to, bit]);
        ranges[n] = [from, crossed[1], bit];
      }
      const sign = bit === BOLD ? "**" : "*",
        end = ranges[n][1];
      opens.set(from, (opens.get(from) ?? "") + sign);
      closes.set(end, sign + (closes.get(end) ?? ""));
    }
    let out = "";
    for (let n = 0; n <= text.length; n++)
      out += (closes.get(n) ?? "") + (opens.get(n) ?? "") + (text[n] ?? "");
    const back = read(out),
      seen = back.flatMap((one) => Array(one.text.length).fill(one.look));
    const same = back.map((one) => one.text).join("") === text;
    return same && seen.every((look, n) => WHITE.test(text[n]) || look === looks[n]) ? out : null;
  }

  function wholeWords(text, looks) {
    const wide = [...looks];
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      const look = looks.slice(index, index + word.length).reduce((a, b) => a | b, 0);
      wide.fill(look, index, index + word.length);
    }
    return wide;
  }

  // `looks`: one number a character. What can't be said by halves of words is widened to words, or else left out.
  const write = (text, looks) =>
    looks.some(Boolean) ? (starred(text, looks) ?? starred(text, wholeWords(text, looks)) ?? text) : text;

  finsam.stars = { BOLD, ITALIC, read, write };
})();
