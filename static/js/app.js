// Ties the page together: fields to the outbox, buttons to what they do.
(() => {
  const fields = "input[data-version], textarea[data-version], fieldset[data-version]";
  const fieldFor = (target) =>
    target.closest?.("fieldset[data-version]") ?? (target.matches?.(fields) ? target : null);

  document.addEventListener("input", ({ target }) => {
    const field = fieldFor(target);
    if (field && !field.matches("fieldset")) finsam.changed(field);
  });
  document.addEventListener("change", ({ target }) => {
    const field = fieldFor(target);
    if (!field) return;
    if (field.matches(".cell")) finsam.inUnit(field);
    finsam.changed(field, { now: true });
  });
  // What decides how the rest of the page looks: once it is saved, by anybody, the page is fetched again.
  document.addEventListener("finsam:satt", ({ target }) => {
    if (target.closest("[data-reload]")) htmx.trigger(document.getElementById("blad"), "foraldrad");
  });
  document.addEventListener("focusout", ({ target }) => {
    if (target.dataset?.unsaved !== undefined) {
      if (target.matches(".cell")) finsam.inUnit(target);
      finsam.changed(target, { now: true });
    }
  });

  document.addEventListener("click", (event) => {
    const set = event.target.closest("[data-set]");
    if (set) {
      const field = finsam.fieldOf(set.dataset.set);
      if (field) {
        finsam.saved(field);
        finsam.set(field, finsam.inKronor(field, set.dataset.value));
        finsam.changed(field, { now: true });
        field.focus();
      } else finsam.put(set.dataset.set, set.dataset.value, +(set.dataset.base ?? 0));
      return;
    }
    const keep = event.target.closest("[data-keep]");
    if (keep) return finsam.choose(keep.closest("[data-clash]").dataset.clash, keep.dataset.keep);
  });

  // What is one line is one, however many rows it takes to show it; a pasted line break is a space.
  document.addEventListener("keydown", (event) => {
    const { key, isComposing, target } = event;
    if (key === "Enter" && !isComposing && target.matches?.("[data-one-line]")) event.preventDefault();
  });
  document.addEventListener(
    "input",
    ({ target }) => {
      if (!target.matches?.("[data-one-line]") || !target.value.includes("\n")) return;
      const at = target.selectionStart;
      target.value = target.value.replaceAll("\n", " ");
      target.setSelectionRange(at, at);
    },
    true,
  );

  // Enter in a field does not send the form: there is nothing to send, it saves itself.
  document.addEventListener("submit", (event) => {
    if (event.target.id === "blad") event.preventDefault();
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (!document.getElementById("blad")) return;
    document.querySelectorAll(".cell[data-shown]").forEach(finsam.unfold);
    document
      .querySelectorAll("textarea")
      .forEach((field) => field.dispatchEvent(new CustomEvent("finsam:satt", { bubbles: true })));
    finsam.takeUp();
    finsam.listen();
    finsam.present();
  });
  // A link to a field puts the focus in it; to a group of choices, on the one that is made.
  function aim() {
    const field = location.hash.startsWith("#f-") && document.getElementById(location.hash.slice(1));
    if (field)
      (field.matches("fieldset")
        ? (field.querySelector("input:checked") ?? field.querySelector("input"))
        : field
      )?.focus();
    // A field that is seen with the page at its top is seen together with its heading.
    if (field && field.getBoundingClientRect().bottom + scrollY < innerHeight) scrollTo(0, 0);
  }
  addEventListener("hashchange", aim);
  // The browser itself takes the focus from what is no input, at the latest at load.
  addEventListener("load", () => setTimeout(aim));
  document.addEventListener("htmx:after:swap", () =>
    document.querySelectorAll(".cell[data-shown]").forEach(finsam.unfold),
  );
  addEventListener("pageshow", (event) => {
    if (event.persisted) htmx.trigger(document.getElementById("blad"), "foraldrad");
  });
})();
