// Puts a new text into a field that somebody may be writing in: the caret and the scroll stay where the person has them.
window.finsam = {};

finsam.putText = (field, text) => {
  if (field.value === text) return;
  const old = field.value, scroll = field.scrollTop, focused = document.activeElement === field;
  let head = 0, tail = 0;
  const shortest = Math.min(old.length, text.length);
  while (head < shortest && old[head] === text[head]) head++;
  while (tail < shortest - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const moved = (place) => {
    if (place <= head) return place;
    if (place >= old.length - tail) return place + text.length - old.length;
    return Math.min(place, text.length - tail);
  };
  const [start, end] = [moved(field.selectionStart), moved(field.selectionEnd)];
  field.value = text;
  if (focused) field.setSelectionRange(start, end);
  field.scrollTop = scroll;
};
