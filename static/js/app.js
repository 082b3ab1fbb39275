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
    if (target.matches("[data-reload]")) htmx.trigger(document.getElementById("blad"), "foraldrad");
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
    const right = event.target.closest("button[name=ratta]");
    if (right?.closest("form#blad")) {
      event.preventDefault();
      return putRight(right);
    }
    if (event.target.closest("[data-angra]")) return undo(event.shiftKey);
    const row = event.target.closest("button[name=rad]");
    if (row) {
      event.preventDefault();
      changeRow(row);
    }
  });

  // Enter in a field does not send the form: there is nothing to send, it saves itself.
  document.addEventListener("submit", (event) => {
    if (event.target.id === "blad") event.preventDefault();
  });

  // Ctrl+Z outside a text field, and the button, take back one's own last change; with Shift it is done again.
  async function undo(again) {
    finsam.flush();
    const answer = await finsam
      .post(finsam.url("angra"), new URLSearchParams({ om: again ? "1" : "" }))
      .catch(() => null);
    if (!answer) return finsam.contact(false);
    const message = await answer.json();
    if (answer.ok) finsam.take(message);
    else {
      const mark = document.querySelector("#sparat");
      if (mark) mark.lastElementChild.textContent = message.error;
    }
  }
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !document.getElementById("blad")) return;
    const key = event.key.toLowerCase();
    if ((key !== "z" && key !== "y") || event.target.matches("input, textarea, [contenteditable]")) return;
    event.preventDefault();
    undo(key === "y" || event.shiftKey);
  });

  // A remark's button puts the right answer in, here and for everybody.
  async function putRight(button) {
    finsam.flush();
    const answer = await finsam
      .post(button.formAction, new URLSearchParams({ ratta: button.value }))
      .catch(() => null);
    if (!answer) return finsam.contact(false);
    const message = await answer.json();
    if (answer.status === 403 && message.who) return finsam.askWho();
    if (answer.ok) finsam.take(message);
    else button.closest(".remark").append(message.error);
  }

  // On the page Granska a remark is put right, or given a reason, where it stands; the next one gets the focus.
  document.addEventListener("submit", async (event) => {
    const form = event.target,
      item = form.closest("#blad[data-section=granska] .findings > li");
    if (!item) return;
    event.preventDefault();
    const items = () => [...document.querySelectorAll("#blad .findings > li")],
      number = items().indexOf(item);
    const answer = await finsam
      .post(form.action, new URLSearchParams(new FormData(form, event.submitter)))
      .catch(() => null);
    if (!answer) return finsam.contact(false);
    const message = await answer.json();
    if (answer.status === 403 && message.who) return finsam.askWho();
    if (!answer.ok) return item.querySelector(".where").append(` ${message.error}`);
    whenFresh(() => {
      const next = items()[number] ?? items().at(-1);
      (next?.querySelector("button, a.btn, summary") ?? document.querySelector("#blad a"))?.focus();
    });
    htmx.trigger(document.getElementById("blad"), "foraldrad");
  });

  // Once the whole sheet has been fetched again: small swaps of sums and marks leave the mark on it, the sheet itself
  // doesn't.
  function whenFresh(act) {
    document.getElementById("blad").dataset.awaited = "";
    const look = () => {
      if (document.getElementById("blad")?.dataset.awaited !== undefined) return;
      document.removeEventListener("htmx:after:swap", look);
      act();
    };
    document.addEventListener("htmx:after:swap", look);
  }

  async function changeRow(button) {
    finsam.flush();
    const [action, path] = button.value.split(":");
    const op = (button.finsamOp ??= finsam.newId()); // kept until there is an answer: a second press is the same change
    const answer = await finsam
      .post(finsam.url("rad"), new URLSearchParams({ rad: button.value, op }))
      .catch(() => null);
    if (!answer) return finsam.contact(false);
    const message = await answer.json();
    delete button.finsamOp;
    if (answer.status === 403 && message.who) return finsam.askWho();
    if (!answer.ok) return finsam.explain(path, message.error);
    const focusId = button.closest("[data-rows]")?.id;
    if (message.stale?.length) whenFresh(() => refocus(action, path, message.row, focusId));
    finsam.take(message, { own: true });
  }
  function refocus(action, path, row, region) {
    const start = `f-${path.replaceAll("/", "-")}-${row}-`;
    const field = document.querySelector(`[id^="${start}"]`);
    if (action === "ny" || action === "tillbaka") field?.focus();
    else if (action !== "bort")
      document.querySelector(`button[name=rad][value="${action}:${path}:${row}"]:not([disabled])`)?.focus() ??
        field?.focus();
    else document.getElementById(region)?.querySelector("input, textarea, button")?.focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!document.getElementById("blad")) return;
    document.querySelectorAll("input.cell[data-shown]").forEach(finsam.unfold);
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
  }
  addEventListener("hashchange", aim);
  // The browser itself takes the focus from what is no input, at the latest at load.
  addEventListener("load", () => setTimeout(aim));
  document.addEventListener("htmx:after:swap", () =>
    document.querySelectorAll("input.cell[data-shown]").forEach(finsam.unfold),
  );
  addEventListener("pageshow", (event) => {
    if (event.persisted) htmx.trigger(document.getElementById("blad"), "foraldrad");
  });
})();
