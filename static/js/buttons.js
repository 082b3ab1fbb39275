// Buttons that change the draft. What a button asks for is done, or it is said beside it that it is not: rows wait in
// the outbox for contact; what may have come to mean something else by then is to be pressed again.
(() => {
  const LOST = "Inte gjort: ingen kontakt med datorn där utkastet finns. Tryck igen när kontakten är tillbaka.",
    WAITS = "Görs när kontakten med datorn där utkastet finns är tillbaka.";
  // What puts something right, ticks it off or fills it in, here and for everybody.
  const ASKS = new Set(["ratta", "bocka", "kontakt", "fyll", "forslag", "foljer"]);
  const told = new Map(); // which button, by name and value, or itself → {sentence, waits}

  const keyOf = (button) => (button.name ? `${button.name}=${button.value}` : button);
  const rowKey = (rad) => `rad=${rad}`;
  function buttonOf(key) {
    if (typeof key !== "string") return key.isConnected ? key : null;
    return [...document.querySelectorAll("#blad button[name]")].find((one) => keyOf(one) === key) ?? null;
  }

  // Beside the button; under the bar for one that stands there, and for one that is not on this page.
  function placeFor(button) {
    const line = button?.closest("tbody th")?.parentElement.nextElementSibling?.querySelector("td[id]");
    return line ?? button?.closest("#blad :is(li, td, .remark, .rows)") ?? null;
  }

  function show(key) {
    const { sentence, waits, act } = told.get(key),
      place = placeFor(buttonOf(key));
    if (told.get(key).words?.isConnected) return;
    const words = document.createElement("p");
    words.className = waits ? "hint told" : "field__error told";
    words.setAttribute("role", waits ? "status" : "alert");
    words.textContent = sentence;
    if (act) words.append(" ", act());
    told.get(key).words = words;
    if (place) return place.append(words);
    words.className = "notice told";
    document.getElementById("natet").after(words);
  }

  function say(key, sentence, { waits = false, act = null } = {}) {
    if (told.get(key)?.sentence === sentence) return;
    hush(key);
    told.set(key, { sentence, waits, act });
    show(key);
  }

  function hush(key) {
    told.get(key)?.words?.remove();
    told.delete(key);
  }

  // A page that has fetched itself again knows nothing of what was told here.
  document.addEventListener("htmx:after:swap", () => {
    for (const key of told.keys()) show(key);
  });

  // What is told under the bar has been read by whoever writes on.
  document.addEventListener("input", () => {
    for (const [key, { words, waits }] of told) if (!waits && words?.matches(".notice")) hush(key);
  });

  // The answer to what a button asks; null when there is none to use, and then it has been said why.
  finsam.ask = async (button, to, values) => {
    for (const [key, { waits }] of told) if (!waits) hush(key);
    finsam.flush();
    const answer = await finsam.post(to, new URLSearchParams(values)).catch(() => null);
    const message = await answer?.json().catch(() => null);
    if (message && answer.ok) return message;
    if (!message || message.join) finsam.contact(false, message?.join);
    else if (answer.status === 403 && message.who) finsam.askWho();
    say(keyOf(button), message ? `Inte gjort: ${message.error ?? "det gick inte."}` : LOST);
    return null;
  };

  // A press counts though the page moves, or fetches itself again, between button down and button up: what a field just
  // left did to the page is no reason to press again. No click comes then to where it was pressed.
  const STEADY = 8; // px that a hand may move without having changed its mind
  let down = null;
  document.addEventListener(
    "pointerdown",
    (event) => {
      const button = event.target.closest("button");
      down = button && event.pointerType === "mouse" && !event.button ? { button, at: event } : null;
    },
    true,
  );
  document.addEventListener("click", (event) => down?.button.contains(event.target) && (down = null), true);
  document.addEventListener(
    "pointerup",
    (event) => {
      const was = down;
      if (!was || Math.hypot(event.clientX - was.at.clientX, event.clientY - was.at.clientY) > STEADY) return;
      setTimeout(() => down === was && ((down = null), buttonOf(keyOf(was.button))?.click()));
    },
    true,
  );

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (pressed?.matches("[data-angra]") && document.getElementById("blad")) {
      event.preventDefault(); // elsewhere it is posted as a form, and the draft is shown
      undo(event.shiftKey);
      return;
    }
    if (!pressed?.closest("form#blad")) return;
    if (ASKS.has(pressed.name)) press(pressed);
    else if (pressed.name === "rad") finsam.changeRow(pressed.value);
    else return;
    event.preventDefault();
  });

  // Ctrl+Z outside a text field, and the button, take back one's own last change; with Shift it is done again.
  async function undo(again) {
    const button = document.querySelector("[data-angra]");
    const message = await finsam.ask(button, finsam.url("angra"), { om: again ? "1" : "" });
    if (!message) return;
    finsam.take(message);
    document.dispatchEvent(new CustomEvent("finsam:angrat"));
  }
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !document.getElementById("blad")) return;
    const key = event.key.toLowerCase();
    if ((key !== "z" && key !== "y") || event.target.matches("input, textarea, [contenteditable]")) return;
    event.preventDefault();
    undo(key === "y" || event.shiftKey);
  });

  async function press(button) {
    const message = await finsam.ask(button, button.formAction, { [button.name]: button.value });
    if (message) finsam.take(message);
  }

  // On the page Granska a remark is put right, or given a reason, where it stands; the next one gets the focus.
  document.addEventListener("submit", async (event) => {
    const form = event.target,
      item = form.closest("#blad[data-section=granska] .findings > li");
    if (!item) return;
    event.preventDefault();
    const items = () => [...document.querySelectorAll("#blad .findings > li")],
      number = items().indexOf(item),
      button = event.submitter ?? form.querySelector("button");
    if (!(await finsam.ask(button, form.action, new FormData(form, event.submitter)))) return;
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

  // The outbox's word of the rows: those that wait for contact, one that is done, one that was refused.
  finsam.rowsWait = (edits) => {
    const keys = new Set(edits.map((edit) => rowKey(edit.rad)));
    for (const [key, { waits }] of told) if (waits && !keys.has(key)) hush(key);
    for (const key of keys) say(key, WAITS, { waits: true });
  };
  finsam.rowRefused = (rad, why, anyway) =>
    say(rowKey(rad), `Inte gjort: ${why}`, { act: anyway && (() => anywayButton(rad)) });

  // Somebody else writes in the row that was to go.
  function anywayButton(rad) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn";
    made.textContent = "Ta bort ändå";
    made.addEventListener("click", () => {
      hush(rowKey(rad));
      finsam.changeRow(rad, true);
    });
    return made;
  }

  finsam.rowDone = (rad, message) => {
    const [action, path] = rad.split(":");
    hush(rowKey(rad));
    if (message.stale?.length) whenFresh(() => refocus(action, path, message.row));
  };

  // Whoever has gone on to write somewhere else stays there.
  function refocus(action, path, row) {
    if (document.activeElement?.matches("input, textarea, [contenteditable]")) return;
    const base = path.replaceAll("/", "-"),
      field = document.querySelector(`[id^="f-${base}-${row}-"]`);
    if (action === "ny" || action === "tillbaka") field?.focus();
    else if (action !== "bort")
      document.querySelector(`button[name=rad][value="${action}:${path}:${row}"]:not([disabled])`)?.focus() ??
        field?.focus();
    else
      (
        document.querySelector(`.gone button[value="tillbaka:${path}:${row}"]`) ??
        document.getElementById(`r-${base}`)?.querySelector("input, textarea, button")
      )?.focus();
  }
})();
