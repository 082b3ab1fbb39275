// Puts a new text into a field that somebody may be writing in: the caret and the scroll stay where the
// person has them.
(() => {
  const LARGEST = 400; // how many words may differ before the two texts are called different altogether
  const words = (text) => text.match(/\S+[^\S\n]*|\n|[^\S\n]+/g) ?? [];

  // What differs, in order: [start, end, text]: in the old text, start–end became the text. Word by word (Myers), then
  // trimmed to letters.
  finsam.changes = (before, after) => {
    const old = words(before),
      fresh = words(after);
    let head = 0,
      tail = 0;
    const shortest = Math.min(old.length, fresh.length);
    while (head < shortest && old[head] === fresh[head]) head++;
    while (tail < shortest - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
    const a = old.slice(head, old.length - tail),
      b = fresh.slice(head, fresh.length - tail);
    const found = [];
    let at = old.slice(0, head).join("").length,
      open = null;
    for (const [kind, word] of path(a, b)) {
      if (kind === " ") {
        at += word.length;
        open = null;
        continue;
      }
      if (!open) found.push((open = [at, at, ""]));
      if (kind === "-") open[1] = at += word.length;
      else open[2] += word;
    }
    return found.map((one) => trimmed(before, one)).filter(([start, end, text]) => start < end || text);
  };

  // The shortest way from one list of words to another: [kind, word], kind " " (both), "-" or "+".
  finsam.steps = path;
  function path(a, b) {
    const whole = () => [...a.map((word) => ["-", word]), ...b.map((word) => ["+", word])];
    if (!a.length || !b.length) return whole();
    const trace = [],
      reach = new Map([[1, 0]]);
    for (let edits = 0; edits <= Math.min(a.length + b.length, LARGEST); edits++) {
      trace.push(new Map(reach));
      for (let k = -edits; k <= edits; k += 2) {
        let x =
          k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
            ? reach.get(k + 1)
            : reach.get(k - 1) + 1;
        while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
        reach.set(k, x);
        if (x >= a.length && x - k >= b.length) return back(a, b, trace);
      }
    }
    return whole();
  }

  function back(a, b, trace) {
    const steps = [];
    let x = a.length,
      y = b.length;
    for (let edits = trace.length - 1; edits >= 0; edits--) {
      const reach = trace[edits],
        k = x - y;
      const down = k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      const fromX = edits ? reach.get(down ? k + 1 : k - 1) : 0,
        fromY = edits ? fromX - (down ? k + 1 : k - 1) : 0;
      while (x > fromX && y > fromY) {
        steps.push([" ", a[--x]]);
        y--;
      }
      if (edits) steps.push(down ? ["+", b[--y]] : ["-", a[--x]]);
    }
    return steps.reverse();
  }

  function trimmed(before, [start, end, text]) {
    while (start < end && text && before[start] === text[0]) {
      start++;
      text = text.slice(1);
    }
    while (start < end && text && before[end - 1] === text.at(-1)) {
      end--;
      text = text.slice(0, -1);
    }
    return [start, end, text];
  }

  // Where a place of the old text is in the new one. What was put in right at the place comes after it.
  const moved = (place, changes) => {
    let shift = 0;
    for (const [start, end, text] of changes) {
      if (place <= start) break;
      if (place < end) return start + shift + Math.min(place - start, text.length);
      shift += text.length - (end - start);
    }
    return place + shift;
  };

  // What was typed on top of `sent`, put into `now`, which is `sent` with others' words in it. Null when both
  // changed the same place.
  finsam.rebased = (sent, typed, now) => {
    const theirs = finsam.changes(sent, now);
    let text = now;
    for (const [start, end, put] of finsam.changes(sent, typed).reverse()) {
      const meets = ([from, to]) => (start < end ? start <= to && from <= end : from < start && start < to);
      if (theirs.some(meets)) return null;
      const low = moved(start, theirs),
        high = moved(end, theirs);
      const runTogether = /\p{L}$/u.test(put) && /^\p{L}/u.test(text.slice(high)) && !/^\p{L}/u.test(sent.slice(end));
      if (runTogether) return null;
      text = text.slice(0, low) + put + text.slice(high);
    }
    return text;
  };

  finsam.putText = (field, text) => {
    if (field.value === text) return;
    const focused = document.activeElement === field,
      scroll = field.scrollTop;
    const changes = finsam.changes(field.value, text);
    const [start, end] = [moved(field.selectionStart, changes), moved(field.selectionEnd, changes)];
    field.value = text;
    if (focused) field.setSelectionRange(start, end);
    field.scrollTop = scroll;
  };
})();
