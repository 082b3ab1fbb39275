// A text field is as high as its text, where the browser can't see to it itself.
(() => {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = ({ target }) => {
    if (!target.matches?.("textarea")) return;
    target.style.height = "auto";
    target.style.height = `${target.scrollHeight + 2}px`;
  };
  document.addEventListener("input", grow);
  document.addEventListener("finsam:satt", grow);
})();
