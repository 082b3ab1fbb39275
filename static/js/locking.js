// «Anna låser utkastet om 10 s»: told to those who write, counted down, and what is typed by then is sent before.
(() => {
  const LAST = 1; // second, in which what is still only typed is sent
  const GIVEN_UP = 15000; // ms after it should have been done
  let ticking = null;
  const place = () => document.getElementById("laser");

  finsam.hearLocking = (coming) => {
    if (!place()) return;
    if (!coming || document.querySelector("fieldset.whole:disabled")) return end();
    if (!ticking) begin(coming.who, coming.left);
  };

  function begin(who, left) {
    const until = Date.now() + left * 1000,
      said = document.createElement("p"),
      words = document.createElement("b"),
      count = document.createElement("span");
    count.setAttribute("aria-live", "off"); // told once, not every second
    words.append(`${who} låser utkastet om `, count, " s.");
    said.append(words, " Det du skriver till dess sparas.");
    place().className = "notice";
    const tick = () => {
      const now = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      if (count.textContent !== String(now)) count.textContent = now;
      if (now <= LAST) finsam.flush();
      if (Date.now() > until + GIVEN_UP) end();
    };
    tick();
    place().replaceChildren(said);
    ticking = setInterval(tick, 250);
  }

  function end() {
    clearInterval(ticking);
    ticking = null;
    place().className = "";
    place().replaceChildren();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const { who, left } = place()?.dataset ?? {};
    if (who && document.getElementById("blad")) begin(who, +left);
  });
})();
