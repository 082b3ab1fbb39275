// Says that this tab is here and where it writes; shows who else does; follows one person's section when asked to.
(() => {
  const BEAT = 6000;
  const sheet = () => document.getElementById("blad");
  const tab = sessionStorage.finsamTab;
  let path = "", me = "", lastWhere = {};

  function beat() {
    if (document.hidden || !sheet() || !finsam.url) return;
    finsam.post(finsam.url("har"), new URLSearchParams({ flik: tab, avsnitt: sheet().dataset.section, falt: path })).catch(() => {});
  }

  document.addEventListener("focusin", ({ target }) => {
    const field = target.closest?.("[data-version]");
    const now = field ? finsam.pathOf(field) : "";
    if (now !== path) { path = now; if (sheet()?.dataset.me) beat(); }
  });
  document.addEventListener("focusout", () => setTimeout(() => {
    if (!document.activeElement?.closest?.("[data-version]") && path) { path = ""; if (sheet()?.dataset.me) beat(); }
  }, 50));

  finsam.present = () => {
    me = sheet()?.dataset.me ?? "";
    if (!me) return;
    beat();
    setInterval(beat, BEAT);
  };
  document.addEventListener("finsam:jag", ({ detail }) => { sheet().dataset.me = `${detail.namn} (${detail.organisation})`; finsam.present(); });
  addEventListener("pagehide", () => {
    if (!me || !sheet()) return;
    const body = new FormData();
    body.set("flik", tab);
    body.set("csrf_token", document.querySelector("meta[name=csrf]").content);
    navigator.sendBeacon(finsam.url("borta"), body);
  });
  addEventListener("visibilitychange", () => { if (!document.hidden && me) beat(); });

  // «Birgit (Region) skriver här», tied to the field; nothing moves the field's own text.
  finsam.showTyping = (typing) => {
    document.querySelectorAll(".typing__who").forEach((one) => one.remove());
    document.querySelectorAll(".is-typed-in").forEach((one) => one.classList.remove("is-typed-in"));
    for (const { path: where, who, tab: theirs } of typing) {
      const field = theirs !== tab && finsam.fieldOf(where);
      if (!field) continue;
      const words = document.createElement("p"), cell = field.closest("td, th");
      words.className = `typing__who${cell ? " typing__who--cell" : ""}`;
      words.textContent = `${who} skriver här`;
      field.classList.add("is-typed-in");
      if (cell) cell.append(words); else field.before(words);
    }
  };

  finsam.showPeople = (where) => {
    lastWhere = where;
    document.querySelectorAll(".person[data-who]").forEach((one) => {
      const mine = one.dataset.who === me;
      one.classList.toggle("person--you", mine);
      if (mine || !where[one.dataset.who] || one.querySelector("button")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn--quiet btn--follow";
      button.dataset.follow = one.dataset.who;
      button.textContent = "Följ";
      button.setAttribute("aria-label", `Följ ${one.dataset.who}`);
      one.append(button);
    });
    follow();
  };

  // Follow: this screen goes to the section where the other one is.
  const following = () => sessionStorage.finsamFoljer ?? "";
  function follow() {
    const who = following();
    banner(who);
    const there = who && lastWhere[who];
    if (there && there !== sheet()?.dataset.section && !document.querySelector("[data-unsaved]")) location.href = finsam.url(there === "granska" ? there : `avsnitt/${there}`);
  }
  function banner(who) {
    let place = document.getElementById("foljer");
    if (!who) { place?.remove(); return; }
    if (!place) {
      place = document.createElement("p");
      place.id = "foljer";
      place.className = "follow";
      place.setAttribute("role", "status");
      document.querySelector("main").prepend(place);
    }
    if (place.dataset.who === who) return;
    place.dataset.who = who;
    place.replaceChildren(`Följer ${who}.`);
    const stop = document.createElement("button");
    stop.type = "button";
    stop.className = "btn";
    stop.textContent = "Sluta följa";
    stop.onclick = () => { delete sessionStorage.finsamFoljer; banner(""); };
    place.append(stop);
  }
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-follow]");
    if (!button) return;
    sessionStorage.finsamFoljer = button.dataset.follow;
    follow();
  });
  document.addEventListener("DOMContentLoaded", () => banner(following()));
})();
