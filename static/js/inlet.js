// Takes in what changed: values into inputs that nobody is writing in, computed fragments through htmx.
(() => {
  const sheet = () => document.getElementById("blad");

  finsam.take = (message, { own = false, edit = null, newer = null } = {}) => {
    for (const one of message.values ?? []) takeValue(one, own, edit, newer);
    for (const one of message.fetch ?? []) fetchValue(one);
    if (message.html && !(own && told(message.id))) takeHtml(message.html);
    wakeFollowers(message);
    const stale = message.stale ?? [];
    if (stale.includes("*")) finsam.tryAgain();
    if (stale.length && isShown(stale)) htmx.trigger(sheet(), "foraldrad");
    if (message.here) finsam.hearWho(message.here);
    if (message.led !== undefined) finsam.hearLed(message.led);
    if ("locking" in message) finsam.hearLocking(message.locking);
  };

  // An answer that comes after the stream has told the same change, and perhaps later ones: its sums are old.
  const told = (id) => id <= +(sheet()?.dataset.after ?? 0);

  // A very long text is not in the message: the pages that show it fetch it, unless they have it already.
  async function fetchValue({ path, version }) {
    const field = finsam.fieldOf(path);
    if (!field || +field.dataset.version >= version) return;
    const answer = await fetch(`${finsam.url("varde")}?${new URLSearchParams({ falt: path })}`, {
      headers: { Accept: "application/json" },
    }).catch(() => null);
    const found = answer?.ok && (await answer.json().catch(() => null)); // contact can be lost in the middle of it
    for (const one of found?.values ?? []) takeValue(one, false, null, null);
  }

  function takeValue({ path, value, version, shown, bad }, own, edit, newer) {
    const field = finsam.fieldOf(path);
    if (!field) return;
    const mine = own && edit?.path === path;
    if (+field.dataset.version >= version && !mine) return;
    const typed = finsam.typed(field),
      focused = document.activeElement === field || field.contains(document.activeElement);
    if (mine) {
      // Typed on while the answer was on its way: what was typed since is put on top of what the answer holds,
      // with others' words in it. When both changed the same place the old base stays, and the next save merges again
      // or asks.
      if (typed !== edit.value || newer) {
        const long = field.dataset.text !== undefined,
          merged = value !== edit.value && (long || !same(value, edit.value, shown));
        const text = !merged ? typed : !long ? null : finsam.rebased(edit.value, typed, value);
        if (text === null) return;
        if (merged) finsam.putText(field, text);
        field.dataset.version = version;
        field.finsamSaved = merged ? value : edit.value;
        if (newer) {
          newer.base = version;
          newer.value = text;
        }
        return;
      }
    } else if (
      field.dataset.unsaved !== undefined ||
      finsam.waiting.has(path) ||
      (focused && !field.matches("fieldset"))
    ) {
      if (focused && field.dataset.unsaved === undefined && field.dataset.text !== undefined) {
        put(field, value, version, shown, bad); // a text in focus but not being changed: caret kept
      } else if (focused && field.dataset.unsaved === undefined) {
        field.finsamNewer = { value, version, shown, bad };
      }
      return;
    }
    put(field, value, version, shown, bad, mine && focused);
  }

  const same = (value, typed, shown) => value === typed || shown === typed || /^[\s\d]/.test(typed);

  function put(field, value, version, shown, bad, keepTyped = false) {
    const expression = shown !== undefined && !/^-?\d+$/.test(value);
    if (expression) field.dataset.shown = shown;
    else delete field.dataset.shown;
    const display = document.activeElement === field && expression ? value : (shown ?? value);
    if (keepTyped && field.classList.contains("cell")) field.finsamNewer = { value, version, shown, bad };
    else finsam.set(field, field.dataset.unit ? finsam.inKronor(field, display) : display);
    finsam.settle(field, finsam.typed(field), version);
    field.toggleAttribute("aria-invalid", false);
    if (bad) field.setAttribute("aria-invalid", "true");
    if (field.closest("td")) field.closest("td").classList.toggle("has-calc", expression && !bad);
    field.dispatchEvent(new CustomEvent("finsam:satt", { bubbles: true }));
  }

  // Put in when the person leaves the field.
  document.addEventListener("focusout", ({ target }) => {
    const waits = target.finsamNewer;
    if (!waits) return;
    delete target.finsamNewer;
    if (target.dataset.unsaved === undefined && waits.version >= +target.dataset.version)
      put(target, waits.value, waits.version, waits.shown, waits.bad);
  });

  // Fragments whose target is not on this page are left out before htmx looks for them.
  function takeHtml(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const wanted = [...holder.content.querySelectorAll("hx-partial")].filter((one) =>
      document.querySelector(one.getAttribute("hx-target")),
    );
    if (!wanted.length) return;
    htmx.swap({
      text: wanted.map((one) => one.outerHTML).join(""),
      target: document.body,
      sourceElement: document.body,
      swap: "none",
    });
  }

  // Pictures and tables worked out of other fields fetch themselves again: data-follows="tidplan budget" names those
  // fields.
  function wakeFollowers(message) {
    const changed = new Set(
      [...[...(message.values ?? []), ...(message.fetch ?? [])].map((one) => one.path), ...(message.stale ?? [])].map(
        (path) => path.split("/")[0],
      ),
    );
    for (const one of document.querySelectorAll("[data-follows]")) {
      if (one.dataset.follows.split(" ").some((field) => changed.has(field))) htmx.trigger(one, "andrat");
    }
  }

  const isShown = (stale) =>
    stale.includes("*") ||
    stale.some(
      (path) =>
        document.querySelector(`[data-rows="${CSS.escape(path)}"]`) ||
        document.querySelector(`[data-field][data-follows~="${CSS.escape(path)}"]`),
    );
})();
