// What was written in this browser and is not saved yet. The pages of a draft send what is its own; every other page
// says that it is there.
window.finsam = {};

(() => {
  const TAB_LIVES = 12000; // ms after the last sign from a tab that sends for itself

  finsam.newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  finsam.tab = sessionStorage.finsamTab ||= finsam.newId();

  // The keys of what no other open tab sends: of a draft, or of all of them.
  finsam.kept = (draft) => {
    const names = Object.keys(localStorage),
      lives = (name) => name.startsWith("finsam:flik:") && Date.now() - +localStorage.getItem(name) < TAB_LIVES;
    const living = names.filter(lives).map((name) => name.slice(12));
    return names.filter((name) => {
      const [, of, owner] = /^finsam:(\d+):([^:]+):/.exec(name) ?? [];
      return of && (!draft || of === draft) && (owner === finsam.tab || !living.includes(owner));
    });
  };
  finsam.readKept = (name) => {
    try {
      const edit = JSON.parse(localStorage.getItem(name));
      return typeof edit?.path === "string" ? edit : null;
    } catch {
      return null; // not ours
    }
  };

  function waitingElsewhere() {
    const here = document.getElementById("blad")?.dataset.draft,
      found = new Map();
    for (const name of finsam.kept()) {
      const draft = name.split(":")[1];
      if (draft !== here && finsam.readKept(name)) found.set(draft, [...(found.get(draft) ?? []), name]);
    }
    return found;
  }

  function notice(draft, names) {
    const told = document.createElement("div"),
      words = document.createElement("p"),
      link = document.createElement("a"),
      away = document.createElement("button");
    const { section } = finsam.readKept(names[0]);
    words.textContent = `${
      names.length === 1 ? "1 ändring som du skrev väntar" : `${names.length} ändringar som du skrev väntar`
    } på att sparas. Det görs när du öppnar utkastet.`;
    link.className = away.className = "btn";
    link.href = section ? `/utkast/${draft}/avsnitt/${section}` : `/utkast/${draft}/`;
    link.textContent = "Öppna utkastet";
    away.type = "button";
    away.textContent = "Släng";
    away.onclick = () => {
      if (!confirm("Släng det som inte är sparat?")) return;
      names.forEach((name) => localStorage.removeItem(name));
      told.remove();
    };
    told.className = "notice waits";
    told.setAttribute("role", "status");
    told.append(words, link, away);
    return told;
  }

  addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector(".join, #visning, .projector"))
      for (const [draft, names] of waitingElsewhere()) document.querySelector("main").prepend(notice(draft, names));
  });
})();
