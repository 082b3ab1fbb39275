// The screen in the room: fetches itself again when something has changed, and goes where the one who leads writes.
// Keys go on by hand; then it follows nobody until it is told to.
(() => {
  const BEAT = 6000,
    GATHER = 350, // ms between two times that it is fetched, so that a whole room that writes is not too much
    RETRY = 3000,
    STEP = 0.8; // of a screen
  const view = () => document.getElementById("projektor");
  const token = () => document.querySelector("meta[name=csrf]").content;
  let place = null, // where the leader writes: {section, path, at}
    byHand = false,
    waiting,
    wanted, // the section to show next
    last = 0;

  const address = (section) =>
    `/utkast/${view().dataset.draft}/projektor/${section}?${new URLSearchParams({ leder: view().dataset.leader })}`;

  // ---- what it shows
  async function fetchAgain(section = view().dataset.section) {
    last = Date.now();
    const answer = await fetch(address(section), { signal: AbortSignal.timeout(15000) }).catch(() => null);
    if (!answer?.ok || !answer.url.includes("/projektor/")) return answer && answer.status !== 503 && closed(answer);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html"),
      fresh = page.getElementById("projektor");
    const moved = fresh.dataset.section !== view().dataset.section;
    if (moved) {
      history.replaceState(null, "", address(fresh.dataset.section));
      document.title = page.title;
      scrollTo(0, 0);
    }
    Object.assign(view().dataset, { ...fresh.dataset });
    const old = view().querySelectorAll("[data-part]");
    fresh.querySelectorAll("[data-part]").forEach((part, at) => {
      if (part.innerHTML !== old[at].dataset.was) {
        if (old[at].querySelector("details[open]")) return;
        old[at].dataset.was = part.innerHTML;
        old[at].replaceChildren(...part.childNodes);
      }
    });
    sayWho();
    mark();
    return true;
  }

  // Another section is not forgotten for what happens in the one that is shown.
  function soon(section = wanted) {
    wanted = section;
    waiting ??= setTimeout(
      () => {
        const to = wanted;
        waiting = wanted = undefined;
        fetchAgain(to);
      },
      Math.max(60, last + GATHER - Date.now()),
    );
  }

  // The meeting has closed, or the draft is gone: what was shown is taken away.
  function closed(answer) {
    if (answer.status < 400 && answer.url.includes("/projektor/")) return;
    sayClosed(answer.status === 404 ? "Utkastet finns inte längre." : "Mötet är stängt.");
  }
  function sayClosed(sentence) {
    const words = document.createElement("p");
    words.textContent = sentence;
    view().querySelector("[data-part]").replaceChildren(words);
  }

  // ---- where the leader is
  function led(now) {
    place = now;
    if (byHand || !place.section) return;
    if (place.section !== view().dataset.section && place.section !== "granska") {
      soon(place.section);
      return;
    }
    mark();
  }

  // The field where it is written, or the nearest that is shown of what it belongs to.
  function fieldAt(path) {
    for (let at = path; at; at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : "") {
      const found = view().querySelector(`.projector__paper [data-path="${CSS.escape(at)}"]`);
      if (found) return found;
    }
    return null;
  }

  // The line where so many letters stand before the caret; spaces are not counted, they differ between page and print.
  function lineAt(field, count) {
    const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT),
      range = document.createRange();
    let left = count,
      found = null;
    while (left >= 0 && texts.nextNode()) {
      const { data } = texts.currentNode;
      for (let at = 0; at < data.length; at++) {
        if (/\s/.test(data[at])) continue;
        found = [texts.currentNode, at];
        if (--left <= 0) break;
      }
      if (left <= 0 && found) break;
    }
    if (!found) return field.getBoundingClientRect();
    range.setStart(found[0], found[1]);
    range.setEnd(found[0], found[1] + 1);
    return range.getBoundingClientRect();
  }

  function mark() {
    const paper = view().querySelector(".projector__paper");
    paper.querySelector(".led-line")?.remove();
    paper.querySelectorAll(".is-led").forEach((one) => one.classList.remove("is-led"));
    if (byHand || !place?.path || place.section !== view().dataset.section) return;
    const field = fieldAt(place.path);
    if (!field) return;
    field.classList.add("is-led");
    const line = lineAt(field, place.at),
      whole = paper.getBoundingClientRect();
    if (!field.closest("table")) {
      const bar = document.createElement("span");
      bar.className = "led-line";
      bar.style.top = `${line.top - whole.top}px`;
      bar.style.height = `${line.height}px`;
      paper.append(bar);
    }
    const [top, bottom] = [innerHeight * 0.15, innerHeight * 0.7];
    if (line.top < top || line.bottom > bottom) scrollBy({ top: line.top - innerHeight * 0.35, behavior: "auto" });
  }

  function sayWho() {
    const { leader } = view().dataset,
      words = view().querySelector(".projector__follows span");
    const again = view().querySelector("[data-follow-again]");
    if (again) again.hidden = !byHand || !leader;
    if (words && byHand) words.textContent = "Bläddrar för hand";
    else if (words) words.textContent = leader ? `Följer ${leader}` : "Följer ingen";
  }

  function followAgain() {
    byHand = false;
    sayWho();
    if (place) led(place);
  }

  // ---- keys
  const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 4;

  function turn(words) {
    const links = [...view().querySelectorAll(".projector__foot a")],
      to = links.find((one) => one.textContent.includes(words));
    if (to) fetchAgain(new URL(to.href).pathname.split("/").at(-1));
  }

  const KEYS = {
    ArrowRight: () => turn("Nästa"),
    ArrowLeft: () => turn("Föregående"),
    PageDown: () => (atEnd() ? turn("Nästa") : scrollBy(0, innerHeight * STEP)),
    PageUp: () => (scrollY < 4 ? turn("Föregående") : scrollBy(0, -innerHeight * STEP)),
    ArrowDown: () => (atEnd() ? turn("Nästa") : scrollBy(0, innerHeight * STEP * 0.5)),
    ArrowUp: () => (scrollY < 4 ? turn("Föregående") : scrollBy(0, -innerHeight * STEP * 0.5)),
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "f" || event.key === "F") return followAgain();
    const go = KEYS[event.key];
    if (!go) return;
    event.preventDefault();
    byHand = true;
    wanted = undefined;
    mark();
    sayWho();
    go();
  });
  addEventListener("click", ({ target }) => {
    if (target.closest("[data-follow-again]")) followAgain();
  });
  addEventListener("resize", mark);

  // ---- what is told
  // Another code, or none: how one joins is fetched again.
  const beat = async () => {
    const { draft, section, leader } = view().dataset;
    const answer = await fetch(`/utkast/${draft}/projektor/har`, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": token() },
      body: new URLSearchParams({ avsnitt: section, leder: leader }),
    }).catch(() => null);
    const told = answer?.ok && (await answer.json().catch(() => null));
    if (told && told.code !== view().dataset.code) soon();
  };

  function listen() {
    const { draft, after } = view().dataset;
    const ear = new EventSource(`/utkast/${draft}/handelser?after=${after}`);
    ear.addEventListener("andrat", () => soon());
    ear.addEventListener("har", ({ data }) => {
      const told = JSON.parse(data);
      if (told.lead) led(told.lead);
      else if (told.here) soon();
    });
    ear.addEventListener("stangt", () => {
      ear.close();
      sayClosed("Mötet är stängt.");
    });
    // Full, or refused: asks now and then instead.
    ear.onerror = () => {
      soon();
      if (ear.readyState === EventSource.CLOSED) setTimeout(listen, RETRY);
    };
  }

  addEventListener("DOMContentLoaded", () => {
    const { ledSection, ledPath, ledAt } = view().dataset;
    view()
      .querySelectorAll("[data-part]")
      .forEach((part) => (part.dataset.was = part.innerHTML));
    if (ledSection) led({ section: ledSection, path: ledPath, at: +ledAt });
    listen();
    setInterval(beat, BEAT);
  });
})();
