// Says that this tab is here and where it writes; shows who else does; follows one person's section when asked to.
(() => {
  const BEAT = 6000,
    SHOWN = 9;
  const sheet = () => document.getElementById("blad");
  // Of this page: when the next one in the same tab has come, the goodbye of this one may still be on its way.
  const tab = finsam.newId();
  let path = "",
    me = "",
    led = "", // whom the projector follows
    timer = null;

  // What is known of who is here: told by changes, each from one number to the next. Who can't follow asks for the
  // roster.
  const roster = new Map();
  let era = "",
    number = 0,
    waiting = null;
  const known = () => (era ? `${era}:${number}` : "");

  finsam.hearWho = (step) => {
    if (step.all) return take(step);
    if (waiting) {
      waiting.push(step);
      return;
    }
    if (step.era === era && step.to <= number) return;
    if (step.era !== era || step.from !== number) return lost(step);
    for (const entry of step.came ?? []) roster.set(entry[0], person(entry));
    for (const [id, section, path] of step.moved ?? []) Object.assign(roster.get(id) ?? {}, { section, path });
    for (const id of step.gone ?? []) roster.delete(id);
    number = step.to;
    show();
  };
  const person = ([id, name, organisation, initials, section, path]) => ({
    tab: id,
    name,
    organisation,
    initials,
    section,
    path,
    who: `${name} (${organisation})`,
  });

  function take(step) {
    if (step.era === era && step.to < number) return; // overtaken on the way by what was told since
    roster.clear();
    for (const entry of step.all) roster.set(entry[0], person(entry));
    era = step.era;
    number = step.to;
    show();
    const later = waiting ?? [];
    waiting = null;
    later.forEach(finsam.hearWho);
  }

  // Not all at the same moment: when the server has been restarted everybody asks.
  function lost(step) {
    waiting = [step];
    setTimeout(async () => {
      if (!(await ask(`${finsam.url("har")}?sett=`))) waiting = null;
    }, Math.random() * 300);
  }

  async function ask(address) {
    try {
      const answer = await fetch(address, {
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(8000),
      });
      if (answer.status === 200) hear(await answer.json());
      return answer.status === 200;
    } catch {
      return false;
    } // no contact is told by the stream
  }

  async function beat() {
    if (document.hidden || !sheet() || !finsam.url) return;
    if (!me) return ask(`${finsam.url("har")}?sett=${known()}`);
    const answer = await finsam
      .post(
        finsam.url("har"),
        new URLSearchParams({
          flik: tab,
          avsnitt: sheet().dataset.section,
          falt: path,
          sett: known(),
          ledd: led,
          kod: codeShown(),
          ...(finsam.leads() ? { vid: finsam.caret() } : {}),
        }),
      )
      .catch(() => null);
    const news = answer?.status === 200 && (await answer.json().catch(() => null));
    if (news) hear(news);
  }
  finsam.beat = beat;

  function hear(news) {
    if (news.here) finsam.hearWho(news.here);
    if (news.led !== undefined) finsam.hearLed(news.led);
    if (news.meeting !== undefined) showMeeting(news.meeting);
  }

  // How a latecomer comes in, under the button in the bar.
  const codeShown = () => document.querySelector("#motet [data-code]")?.textContent ?? "";
  finsam.showMeeting = showMeeting;
  function showMeeting(meeting) {
    const panel = document.getElementById("motet");
    if (!panel) return;
    panel.querySelector("[data-code]").textContent = meeting?.code ?? "";
    panel.querySelector("[data-address]").textContent = meeting?.addresses.join(" ") ?? "";
    document.querySelector(".bar__meeting").hidden = !meeting;
    if (!meeting) panel.hidePopover();
  }

  // Whom the projector follows, told anew when it changes.
  finsam.hearLed = (who) => {
    led = who;
    if (finsam.leads()) beat();
  };
  finsam.leads = () => Boolean(me) && led === me;

  document.addEventListener("focusin", ({ target }) => {
    const field = target.closest?.("[data-version]");
    const now = field ? finsam.pathOf(field) : "";
    if (now !== path) {
      path = now;
      if (sheet()?.dataset.me) beat();
    }
  });
  document.addEventListener("focusout", () =>
    setTimeout(() => {
      if (!document.activeElement?.closest?.("[data-version]") && path) {
        path = "";
        if (sheet()?.dataset.me) beat();
      }
    }, 50),
  );

  finsam.present = () => {
    me = sheet()?.dataset.me ?? "";
    beat();
    timer ??= setInterval(beat, BEAT);
  };
  document.addEventListener("finsam:jag", ({ detail }) => {
    sheet().dataset.me = `${detail.namn} (${detail.organisation})`;
    finsam.present();
  });
  addEventListener("pagehide", () => {
    if (!me || !sheet()) return;
    const body = new FormData();
    body.set("flik", tab);
    body.set("csrf_token", document.querySelector("meta[name=csrf]").content);
    navigator.sendBeacon(finsam.url("borta"), body);
  });
  addEventListener("visibilitychange", () => {
    if (!document.hidden) beat();
  });

  // Everybody once, however many tabs; the tab that writes comes first.
  function people() {
    const found = new Map();
    for (const one of [...roster.values()].sort((a, b) => !a.path - !b.path))
      if (!found.has(one.who)) found.set(one.who, one);
    const all = [...found.values()].sort((a, b) => a.who.localeCompare(b.who, "sv")),
      marks = finsam.marks(all);
    return all.map((one) => ({ ...one, initials: marks.get(one.who) }));
  }

  function show() {
    const all = people();
    showBar(all);
    showSections(all);
    showTyping();
    follow();
  }

  function make(kind, className, ...inside) {
    const element = document.createElement(kind);
    element.className = className;
    element.append(...inside);
    return element;
  }

  // The names in the bar: some, and how many more. What stands there already stays, with its focus.
  function showBar(all) {
    const place = document.getElementById("har");
    if (!place || (!all.length && !place.querySelector(".people"))) return;
    let list = place.querySelector(".people");
    if (!list) {
      list = make("ul", "people");
      list.setAttribute("role", "list");
      list.setAttribute("aria-label", "Här just nu");
      place.replaceChildren(list);
    }
    list.className = `people${all.length > 1 ? " people--some" : ""}${all.length > 3 ? " people--many" : ""}`;
    const before = new Map([...list.querySelectorAll("[data-who]")].map((item) => [item.dataset.who, item]));
    const items = all.slice(0, SHOWN).map((one) => withFollow(before.get(one.who) ?? item(one), one));
    const more = all.length > SHOWN ? `+${all.length - SHOWN} till` : "";
    if (items.length !== before.size || items.some((one, at) => list.children[at] !== one))
      list.replaceChildren(...items);
    const last = list.querySelector(".muted");
    if (!more) last?.remove();
    else if (last) last.textContent = more;
    else list.append(make("li", "muted", more));
  }

  function item(one) {
    const mark = make("span", "person__mark", one.initials);
    mark.setAttribute("aria-hidden", "true");
    const name = make("span", "person__name", `${one.name} `, make("span", "person__org", one.organisation));
    const [first, ...rest] = one.name.split(/\s+/),
      last = rest.at(-1)?.[0];
    const short = make("span", "person__short", last ? `${first} ${last}.` : first);
    short.setAttribute("aria-hidden", "true");
    const made = make("li", "person", mark, name, short);
    made.dataset.who = made.title = one.who;
    return made;
  }

  function withFollow(made, one) {
    const mark = made.querySelector(".person__mark"); // another with the same letters may have come
    if (mark.textContent !== one.initials) mark.textContent = one.initials;
    const mine = one.who === me,
      button = made.querySelector("button");
    made.classList.toggle("person--you", mine);
    if (button && (mine || !one.section)) button.remove();
    if (mine || !one.section || button) return made;
    const follows = make("button", "btn btn--quiet btn--follow", "Följ");
    follows.type = "button";
    follows.dataset.follow = one.who;
    follows.setAttribute("aria-label", `Följ ${one.who}`);
    made.append(follows);
    return made;
  }

  // Who is where: a mark at the section, in a place that is always kept for it: who it is, or how many.
  function showSections(all) {
    for (const place of document.querySelectorAll("[id^=w-]")) {
      const inside = all.filter((one) => `w-${one.section}` === place.id);
      const now = inside.map((one) => `${one.initials} ${one.who}`).join("\n");
      if ((place.dataset.now ?? "") === now) continue;
      place.dataset.now = now;
      place.replaceChildren();
      if (!inside.length) continue;
      const mark = make("span", "", inside.length > 1 ? inside.length : inside[0].initials),
        said = inside.length > 1 ? `${inside.length} är här` : `${inside[0].name} är här`;
      mark.setAttribute("aria-hidden", "true");
      place.append(make("span", "toc__who", mark, make("span", "hidden", said)));
      place.title = inside.map((one) => one.who).join(", ");
    }
  }

  // «Birgit (Region) skriver här», at the lower edge of the field: it takes no room of its own, so nothing moves under
  // anybody's hand. Many in one field are counted.
  function showTyping() {
    const wanted = new Map();
    for (const one of roster.values()) {
      const field = one.path && one.tab !== tab && finsam.fieldOf(one.path);
      if (field) wanted.set(field, [...(wanted.get(field) ?? []), one.who]);
    }
    document.querySelectorAll(".is-typed-in").forEach((one) => {
      if (!wanted.has(one)) one.classList.remove("is-typed-in");
    });
    const shown = new Map();
    document.querySelectorAll(".typing__who").forEach((box) => {
      if (wanted.has(box.finsamField)) shown.set(box.finsamField, box);
      else box.remove();
    });
    for (const [field, names] of wanted) {
      field.classList.add("is-typed-in");
      const box = shown.get(field) ?? boxAt(field),
        words = typingWords(names);
      if (box.textContent !== words) box.textContent = words;
    }
  }

  // In what is placed itself, where it can be; else right after the field.
  function boxAt(field) {
    const cell = field.closest("td, th"),
      editor = field.finsamEditor && field.nextElementSibling,
      inside = cell ?? editor ?? (field.matches("fieldset") ? field : null);
    const box = make("p", `typing__who${inside ? " typing__who--inside" : ""}`);
    box.finsamField = field;
    if (inside) inside.append(box);
    else field.after(box);
    return box;
  }
  function typingWords(names) {
    if (names.length === 1) return `${names[0]} skriver här`;
    const [first, ...rest] = names.map((who) => who.replace(/ \(.*\)$/, ""));
    if (rest.length < 3) return `${[first, ...rest.slice(0, -1)].join(", ")} och ${rest.at(-1)} skriver här`;
    return `${first} och ${rest.length} till skriver här`;
  }
  document.addEventListener("htmx:after:swap", () => {
    if (roster.size) showTyping();
  });

  // Follow: this screen goes to the section where the other one is.
  const following = () => sessionStorage.finsamFoljer ?? "";
  function follow() {
    const who = following();
    banner(who);
    const there = who && people().find((one) => one.who === who)?.section;
    if (there && there !== sheet()?.dataset.section && !document.querySelector("[data-unsaved]"))
      location.href = finsam.url(there === "granska" ? there : `avsnitt/${there}`);
  }
  function banner(who) {
    let place = document.getElementById("foljer");
    if (!who) {
      place?.remove();
      return;
    }
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
    stop.onclick = () => {
      delete sessionStorage.finsamFoljer;
      banner("");
    };
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
