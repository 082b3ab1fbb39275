// Whoever the projector follows tells where the caret stands, so that the screen in the room shows that line.
(() => {
  const REST = 250, // ms between two places that are told
    TEXT = /^(text|search|email|)$/;
  let timer = null,
    told = "";

  // How many letters of the text in focus stand before the caret, spaces and the markup's own signs not counted.
  finsam.caret = () => {
    const field = document.activeElement;
    if (field?.matches(".longtext")) return lettersIn(beforeCaret(field));
    if (!field?.matches("textarea[data-version], input[data-version]")) return 0;
    if (field.matches("input") && !TEXT.test(field.type)) return 0;
    const text = field.value.slice(0, field.selectionStart ?? 0);
    return lettersIn(text.replace(/^\s*(-|\d+\.|##)\s/gm, "").replaceAll("*", ""));
  };
  const lettersIn = (text) => text.replace(/\s/g, "").length;

  function beforeCaret(box) {
    const { focusNode, focusOffset } = getSelection();
    if (!focusNode || !box.contains(focusNode)) return "";
    const range = document.createRange();
    range.setStart(box, 0);
    range.setEnd(focusNode, focusOffset);
    return range.toString();
  }

  document.addEventListener("selectionchange", () => {
    if (!finsam.leads?.() || timer) return;
    timer = setTimeout(() => {
      timer = null;
      const now = `${document.activeElement?.id} ${finsam.caret()}`;
      if (now !== told && finsam.leads()) finsam.beat();
      told = now;
    }, REST);
  });
})();
