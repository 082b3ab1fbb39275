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

  function say(sentence) {
    said = sentence;
    const beside = document.getElementById("ny-anteckning-fel");
    if (beside) beside.textContent = sentence;
  }

  function keep(input) {
    try {
      if (input.value) localStorage.setItem(place(input), JSON.stringify({ text: input.value, op, asked }));
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
    const sent = { avsnitt: sectionOf(input), anteckning: text, op };
    const answer = await finsam.post(finsam.url("anteckning"), new URLSearchParams(sent)).catch(() => null);
    const message = await answer?.json().catch(() => null);
    if (!answer?.ok || !message) return notSaved(answer, message);
    say("");
    if (op !== mine) return;
    input.value = "";
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

  const sendWaiting = () => {
    if (asked) add();
  };

  document.addEventListener("input", ({ target }) => {
    if (target !== field()) return;
    op = finsam.newId();
    asked = false;
    say("");
    keep(target);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("form#blad button[name=anteckna]")) return;
    event.preventDefault();
    add();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== field()) return;
    event.preventDefault();
    add();
  });
  document.addEventListener("finsam:kontakt", sendWaiting);
  document.addEventListener("finsam:jag", sendWaiting);
  document.addEventListener("htmx:after:swap", () => say(said));
  document.addEventListener("DOMContentLoaded", () => {
    if (field()) takeUp(field());
  });
})();
