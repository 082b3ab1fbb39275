// The group's own notes. A new one stands in its field, and in this browser, until the server has taken it: a
// refusal is told beside it, and without contact it is sent when contact is back.
(() => {
  const field = () => document.getElementById("ny-anteckning");
  const sectionOf = (input) => input.form.elements.avsnitt.value;
  const place = (input) =>
    `finsam-anteckning:${document.getElementById("blad").dataset.draft}:${sectionOf(input)}`;
  let op = "", // the same until the text is another: sent twice, it is one note
    asked = false, // somebody has pressed «Lägg till», and there is no answer yet
    said = "";

  // Who does it, when, and the words that it is about.
  const MORE = ["anteckning_vem", "anteckning_nar", "anteckning_falt", "anteckning_citat"];
  const part = (name) => document.querySelector(`#blad [name=${name}]`);
  const more = () => Object.fromEntries(MORE.map((name) => [name, part(name)?.value ?? ""]));
  function put(name, value) {
    const input = part(name);
    if (input) input.value = value;
  }

  function say(sentence) {
    said = sentence;
    const beside = document.getElementById("ny-anteckning-fel");
    if (beside) beside.textContent = sentence;
  }

  function keep(input) {
    try {
      const kept = { text: input.value, op, asked, more: more() };
      if (input.value) localStorage.setItem(place(input), JSON.stringify(kept));
      else localStorage.removeItem(place(input));
    } catch {
      /* it stands in the field all the same */
    }
  }

  function takeUp(input) {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(place(input)));
    } catch {
      /* nothing of ours */
    }
    if (!kept?.text || input.value) return;
    input.value = kept.text;
    for (const [name, value] of Object.entries(kept.more ?? {})) put(name, value);
    finsam.showTied?.();
    op = kept.op || finsam.newId();
    asked = Boolean(kept.asked);
    keep(input);
    if (asked) add();
  }

  async function add() {
    const input = field(),
      text = input?.value.trim();
    if (!text) return;
    op ||= finsam.newId();
    asked = true;
    keep(input);
    const mine = op;
    const sent = { avsnitt: sectionOf(input), anteckning: text, op, ...more() };
    const answer = await finsam.post(finsam.url("anteckning"), new URLSearchParams(sent)).catch(() => null);
    const message = await answer?.json().catch(() => null);
    if (!answer?.ok || !message) return notSaved(answer, message);
    say("");
    if (op !== mine) return;
    input.value = "";
    MORE.forEach((name) => put(name, ""));
    finsam.showTied?.();
    op = "";
    asked = false;
    keep(input);
    finsam.take(message);
  }

  function notSaved(answer, message) {
    if (!message || message.join) {
      say(`Inte sparat än: ${message?.error ?? "ingen kontakt med datorn där utkastet finns."}`);
      finsam.contact(false, message?.join);
    } else if (answer.status === 403 && message.who) finsam.askWho();
    else {
      asked = false;
      say(`Inte sparat: ${message.error ?? "det gick inte."}`);
      const input = field();
      if (input) keep(input);
    }
  }

  // «Svara»: in a panel over the page; without scripts, on the page of all notes.
  const panel = () => document.getElementById("lappen");
  function openPanel(link) {
    const { elements } = panel().querySelector("form"),
      { note, owner, due, text } = link.dataset;
    elements.lapp.value = note;
    elements.svar.value = "";
    elements.vem.value = owner;
    elements.nar.value = due;
    panel().querySelector("[data-says]").textContent = text;
    document.getElementById("lappen-fel").textContent = "";
    panel().showModal();
    elements.svar.focus();
  }

  async function sendPanel(form) {
    const answer = await finsam.post(form.action, new URLSearchParams(new FormData(form))).catch(() => null);
    const message = await answer?.json().catch(() => null);
    if (answer?.ok && message) {
      panel().close();
      return finsam.take(message);
    }
    if (answer?.status === 403 && message?.who) return finsam.askWho();
    const why = message?.error ?? "ingen kontakt med datorn där utkastet finns.";
    document.getElementById("lappen-fel").textContent = `Inte sparat: ${why}`;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-note]");
    if (link && panel()?.showModal) {
      event.preventDefault();
      openPanel(link);
    } else if (event.target.closest("#lappen [data-close]")) panel().close();
    else if (event.target.closest("[data-print]")) print();
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.closest("#lappen")) return;
    event.preventDefault();
    sendPanel(event.target);
  });

  const sendWaiting = () => {
    if (asked) add();
  };

  document.addEventListener("input", ({ target }) => {
    if (!MORE.includes(target.name) && target !== field()) return;
    op = finsam.newId();
    asked = false;
    say("");
    keep(field());
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("form#blad button[name=anteckna]")) return;
    event.preventDefault();
    add();
  });
  document.addEventListener("keydown", (event) => {
    const here = event.target === field() || event.target.matches?.("#blad .todo .note__fields input");
    if (event.key !== "Enter" || !here) return;
    event.preventDefault();
    add();
  });
  document.addEventListener("finsam:kontakt", sendWaiting);
  document.addEventListener("finsam:jag", sendWaiting);
  document.addEventListener("htmx:after:swap", () => say(said));
  document.addEventListener("DOMContentLoaded", () => {
    if (field()) takeUp(field());
    for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
  });
})();
