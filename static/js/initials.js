// The letters of a person's mark. Two who would have the same get another letter of the name, then one of the
// organisation, at last a number: who is who is told at a glance, and alike on every screen.
(() => {
  function ways({ name, organisation, initials }) {
    const words = name.trim().split(/\s+/),
      first = words[0],
      last = words.length > 1 ? words.at(-1) : first.slice(1);
    const letters = (a, b, more = "") => `${first.slice(0, a)}${last.slice(0, b)}${more}`;
    const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
    return [
      initials,
      capital(letters(1, 2)),
      capital(letters(2, 1)),
      capital(letters(1, 1, organisation.slice(0, 1).toUpperCase())),
      capital(letters(2, 2)),
    ];
  }

  // {who, name, organisation, initials} of everybody → who → letters.
  finsam.marks = (people) => {
    const found = new Map(),
      alike = new Map();
    for (const one of people) alike.set(one.initials, [...(alike.get(one.initials) ?? []), one]);
    const taken = new Set();
    for (const group of alike.values()) {
      const all = group.map(ways),
        free = (way) => {
          const marks = all.map((one) => one[way]);
          return new Set(marks).size === marks.length && (way === 0 || !marks.some((one) => taken.has(one)));
        };
      const way = all[0].findIndex((one, at) => free(at));
      group.forEach((one, at) => {
        const mark = way < 0 ? `${one.initials}${at + 1}` : all[at][way];
        taken.add(mark);
        found.set(one.who, mark);
      });
    }
    return found;
  };
})();
