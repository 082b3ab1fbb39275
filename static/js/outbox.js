// The one way a value is saved. An edit waits in localStorage until the server has answered, so that it outlives
// a closed tab, a crash and a lost network; it carries an op-id, so that it is saved once however often it is sent.
(() => {
  const AFTER_LAST_KEY = 600,
    AFTER_FIRST_KEY = 1500, // whoever never pauses is saved this often, and no more than this is lost with the browser
    LONG = 10000, // characters: to keep more than this at every key takes too long
    KEEP_LONG = 200,
    RETRY = 2000,
    LONGEST_RETRY = 15000;
  const sheet = () => document.getElementById("blad");
  const box = () => `finsam:${sheet()?.dataset.draft}:`;
  const { newId, tab } = finsam;
  const waiting = new Map(); // path → {path, value, base, op, sent}
  const typing = new Map(); // path → {since, timer, kept}: what is typed and not yet sent
  let sending = null,
    offline = false,
    joinAt = "", // where the meeting's new code is asked for, while it is
    closed = false, // the meeting has been closed, and not opened since
    retryTimer = null,
    retryIn = RETRY,
    askedWho = false;
  let unkept = false;

  const key = (path) => `${box()}${tab}:${path}`;

  function keep(edit) {
    try {
      localStorage.setItem(key(edit.path), JSON.stringify({ ...edit, at: Date.now() }));
      unkept = false;
    } catch {
      unkept = true;
    }
  }

  function drop(path) {
    waiting.delete(path);
    try {
      localStorage.removeItem(key(path));
    } catch {
      /* nothing was kept */
    }
  }

  const fieldOf = (path) => document.getElementById("f-" + path.replaceAll("/", "-"));

  // What a field would be saved as: radio groups carry their name on the fieldset, and an amount has its unit with it.
  finsam.typed = (field) => {
    if (field.matches("fieldset")) return field.querySelector("input:checked")?.value ?? "";
    return field.dataset.unit ? finsam.meant(field, field.value) : field.value;
  };
  finsam.pathOf = (field) => (field.matches("fieldset") ? field.dataset.name : field.name);
  finsam.fieldOf = fieldOf;
  finsam.waiting = waiting;

  // Remember what the server has, so that «unsaved» can be told.
  finsam.settle = (field, value, version) => {
    field.dataset.version = version;
    field.finsamSaved = value;
    delete field.dataset.unsaved;
  };
  finsam.saved = (field) => field.finsamSaved ?? (field.finsamSaved = initial(field));
  const initial = (field) =>
    field.matches("fieldset")
      ? ([...field.querySelectorAll("input")].find((one) => one.defaultChecked)?.value ?? "")
      : field.defaultValue;

  // What the page brought when it fetched itself again is what is saved.
  document.addEventListener("htmx:after:swap", () => {
    for (const field of document.querySelectorAll("#blad :is(input, textarea)[data-version]:not([data-unsaved])"))
      if (field.finsamSaved !== undefined && field.value === field.defaultValue) delete field.finsamSaved;
  });

  finsam.changed = (field, { now = false } = {}) => {
    const path = finsam.pathOf(field),
      value = finsam.typed(field);
    if (!path || path.startsWith("jag")) return;
    if (value === finsam.saved(field) && !waiting.has(path)) {
      delete field.dataset.unsaved;
      sent(path);
      drop(path); // what was kept of it must not come alive on the next page
      return say();
    }
    field.dataset.unsaved = "";
    const { since, kept } = sent(path) ?? { since: Date.now(), kept: 0 };
    if (now) return finsam.put(path, value, +field.dataset.version);
    const before = waiting.get(path),
      rests = value.length > LONG && Date.now() - kept < KEEP_LONG;
    if (!rests)
      keep({
        path,
        value,
        base: +field.dataset.version,
        op: before && !before.sent ? before.op : "utkast",
        after: behind(before),
        section: sheet().dataset.section,
      });
    const timer = setTimeout(
      () => {
        sent(path);
        finsam.put(path, finsam.typed(field), +field.dataset.version);
      },
      Math.min(AFTER_LAST_KEY, Math.max(0, since + AFTER_FIRST_KEY - Date.now())),
    );
    typing.set(path, { since, timer, kept: rests ? kept : Date.now() });
    say();
  };

  // No longer only typed; gives since when it was, and when it was last kept.
  function sent(path) {
    const was = typing.get(path);
    clearTimeout(was?.timer);
    typing.delete(path);
    return was;
  }

  // What has been sent but not answered goes again before what was typed on top of it: only then is its version known.
  const behind = (before) => (before?.sent ? { ...before, after: undefined } : before?.after);

  finsam.put = (path, value, base) => {
    const before = waiting.get(path);
    if (before?.value === value) return send();
    const edit = {
      path,
      value,
      base: before && !before.sent ? before.base : base,
      op: newId(),
      after: behind(before),
      section: sheet().dataset.section,
    };
    waiting.set(path, edit);
    keep(edit);
    say();
    send();
  };

  // A row that is added, moved, removed or taken back: what was typed before goes before it, and the same button
  // pressed again before there is an answer is the same change.
  finsam.changeRow = (rad, anyway = false) => {
    const path = `rad ${rad}`;
    finsam.flush();
    if (!waiting.has(path)) {
      const edit = { path, rad, anyway, value: "", op: newId(), section: sheet().dataset.section };
      waiting.set(path, edit);
      keep(edit);
    }
    say();
    send();
  };

  // A pasted block: several values saved as one.
  finsam.putMany = async (edits) => {
    const answer = await post(url("varden"), JSON.stringify({ op: newId(), edits }), "application/json").catch(
      () => null,
    );
    if (answer?.ok) {
      const message = await answer.json();
      for (const { path, value } of edits)
        finsam.take({ ...message, html: "", stale: [] }, { own: true, edit: { path, value } });
      finsam.take(message, { own: true });
      markSaved(message);
      return true;
    }
    for (const { path, value, base } of edits) finsam.put(path, value, base);
    return false;
  };

  const url = (last) => `/utkast/${sheet().dataset.draft}/${last}`;
  const token = () => document.querySelector("meta[name=csrf]").content;
  const ask = (to, body, type) =>
    fetch(to, {
      method: "POST",
      body,
      signal: AbortSignal.timeout(20000),
      headers: { Accept: "application/json", "X-CSRFToken": token(), ...(type ? { "Content-Type": type } : {}) },
    });

  // A lost token (another key, a cookie that is gone) comes anew with the refusal, and the same is sent once more.
  async function post(to, body, type) {
    const answer = await ask(to, body, type);
    if (answer.status !== 400) return answer;
    const fresh = await answer.clone().json().catch(() => null);
    if (!fresh?.token) return answer;
    document.querySelector("meta[name=csrf]").content = fresh.token;
    return ask(to, body, type);
  }
  finsam.post = post;
  finsam.url = url;

  async function send() {
    if (sending) return;
    const next = [...waiting.values()].find((one) => !one.clash && !one.refused);
    if (!next) return;
    const edit = next.after ?? next;
    sending = edit;
    edit.sent = true;
    let answer = null,
      message = null;
    try {
      const { path, value, base, op, rad, anyway } = edit;
      answer = rad
        ? await post(url("rad"), new URLSearchParams({ rad, op, anda: anyway ? "1" : "" }))
        : await post(url("varde"), new URLSearchParams({ path, value, base, op }));
      message = await answer.json();
    } catch {
      /* no contact, or an answer cut off: the same op is sent again */
    }
    sending = null;
    if (message?.error && answer.status === 507) finsam.explain(edit.path, message.error);
    if (!answer || !message || answer.status >= 502) return lostContact();
    if (message.join) return lostContact(message.join, message.closed);
    foundContact();
    if (answer.ok) saved(edit, message);
    else if (answer.status === 409 && message.clash) clashed(edit, message);
    else if (answer.status === 403 && message.who) return askWho();
    else refused(edit, message);
    say();
    send();
  }

  // Is this what waits for the path, or has more been typed since? Then that no longer waits behind it.
  function newerThan(edit) {
    const newer = waiting.get(edit.path);
    if (!newer || newer.op === edit.op) {
      drop(edit.path);
      return null;
    }
    if (newer.after?.op === edit.op) newer.after = undefined;
    return newer;
  }

  function saved(edit, message) {
    const newer = newerThan(edit);
    if (edit.rad) finsam.rowDone(edit.rad, message);
    finsam.take(message, { own: true, edit, newer });
    if (newer) keep(newer);
    markSaved(message);
  }

  function markSaved(message) {
    const mark = document.querySelector("#sparat");
    if (mark) mark.dataset.saved = `Sparat ${message.at}`;
    say();
  }

  // Locked meanwhile, the meeting closed, too long, a fault of ours: what was typed stays here until somebody decides.
  function refused(edit, message) {
    if (edit.rad) {
      drop(edit.path);
      return finsam.rowRefused(edit.rad, message.error ?? "det gick inte.", message.anyway);
    }
    const held = waiting.get(edit.path) ?? edit;
    held.after = undefined;
    if (held.op !== edit.op) return; // typed on since: that is tried in its turn
    held.sent = false;
    held.refused = message.error ?? "det gick inte att spara.";
    waiting.set(held.path, held);
    keep(held);
    explainRefused(held);
  }

  function explainRefused(edit) {
    finsam.explainRefused(edit, () => finsam.tryAgain(edit.path), () => letGo(edit.path));
  }

  // A page that has fetched itself again knows nothing of what was refused here.
  document.addEventListener("htmx:after:swap", () => {
    for (const edit of waiting.values()) if (edit.refused) explainRefused(edit);
    say();
  });

  // What was refused may be taken now: the draft was unlocked, the meeting opened again.
  finsam.tryAgain = (path) => {
    for (const edit of waiting.values()) {
      if (!edit.refused || (path && edit.path !== path)) continue;
      delete edit.refused;
      finsam.explainNoMore(edit.path);
    }
    say();
    send();
  };

  function letGo(path) {
    const field = fieldOf(path);
    drop(path);
    finsam.explainNoMore(path);
    if (field) {
      finsam.set(field, finsam.saved(field));
      delete field.dataset.unsaved;
      field.dispatchEvent(new CustomEvent("finsam:satt", { bubbles: true }));
    }
    say();
  }

  function clashed(edit, message) {
    const asked = waiting.get(edit.path) ?? edit;
    asked.after = undefined;
    asked.clash = message.clash;
    keep(asked);
    const beside = document.getElementById("p-" + edit.path.replaceAll("/", "-")) ?? finsam.besideCell(edit.path);
    if (beside) beside.innerHTML = message.html;
  }

  finsam.choose = (path, which) => {
    const edit = waiting.get(path),
      field = fieldOf(path);
    if (!edit?.clash || !field) return;
    const { mine, theirs, version } = edit.clash;
    drop(path);
    (document.getElementById("p-" + path.replaceAll("/", "-")) ?? finsam.besideCell(path))?.replaceChildren();
    const typed = finsam.typed(field);
    const value = which === "theirs" ? theirs : which === "both" ? `${theirs}\n\n${typed || mine}` : typed;
    finsam.set(field, value);
    field.dataset.version = version;
    field.finsamSaved = theirs;
    if (value !== theirs) finsam.put(path, value, version);
    else {
      delete field.dataset.unsaved;
      field.dispatchEvent(new CustomEvent("finsam:satt", { bubbles: true }));
      say();
    }
    field.focus();
  };

  finsam.set = (field, value) => {
    if (field.matches("fieldset"))
      field.querySelectorAll("input").forEach((one) => {
        one.checked = one.value === value;
      });
    else finsam.putText(field, value);
  };

  // Who are you? Asked once, on the first change; what waits is sent right after.
  function askWho() {
    const panel = document.getElementById("vem");
    if (!panel || askedWho) return;
    askedWho = true;
    const back = document.activeElement;
    panel.showModal();
    panel.querySelector("form").onsubmit = async (event) => {
      event.preventDefault();
      const answer = await post("/jag", new URLSearchParams(new FormData(event.target))).catch(() => null);
      const body = await answer?.json().catch(() => ({}));
      if (answer?.ok) {
        panel.close();
        document.dispatchEvent(new CustomEvent("finsam:jag", { detail: body }));
        send();
      } else
        for (const [name, words] of Object.entries(
          body?.errors ?? { namn: "Ingen kontakt med datorn. Försök igen." },
        )) {
          document.getElementById(`jag-${name}-fel`).textContent = words;
        }
    };
    panel.onclose = () => {
      askedWho = false;
      back?.focus?.();
    };
  }
  finsam.askWho = askWho;

  // `join`: it is not the network, it is the meeting that asks for its new code.
  function lostContact(join = "", over = false) {
    away(join, over);
    say();
    clearTimeout(retryTimer);
    retryTimer = setTimeout(send, retryIn);
    retryIn = Math.min(retryIn * 1.5, LONGEST_RETRY);
  }
  // A meeting that has closed is closed, not out of reach, until there is an answer again.
  function away(join, over) {
    if (!join && closed) return;
    offline = !join;
    joinAt = join;
    closed = over;
  }
  function foundContact() {
    const back = offline || joinAt;
    offline = closed = false;
    joinAt = "";
    retryIn = RETRY;
    clearTimeout(retryTimer);
    if (back) document.dispatchEvent(new CustomEvent("finsam:kontakt"));
  }
  finsam.contact = (found, join = "", over = false) => {
    if (found) {
      foundContact();
      send();
    } else away(join, over);
    say();
  };

  function say() {
    const edits = [...waiting.values()];
    finsam.sayState(edits, { offline, joinAt, closed, unkept, typing: typing.size > 0 });
    finsam.rowsWait(offline || joinAt ? edits.filter((one) => one.rad) : []);
  }

  // What this tab, or one that is gone, left unsent.
  finsam.takeUp = () => {
    for (const name of finsam.kept(sheet().dataset.draft)) {
      const edit = finsam.readKept(name);
      localStorage.removeItem(name);
      if (!edit) continue;
      if (edit.op === "utkast") edit.op = newId();
      delete edit.clash;
      delete edit.sent;
      delete edit.refused;
      if (waiting.has(edit.path)) continue;
      waiting.set(edit.path, edit);
      keep(edit);
      const field = fieldOf(edit.path);
      if (field && finsam.typed(field) !== edit.value) {
        finsam.saved(field);
        finsam.set(field, edit.value);
        field.dataset.unsaved = "";
        field.dataset.version = edit.base;
      }
    }
    say();
    send();
  };
  const alive = () => {
    try {
      localStorage.setItem(`finsam:flik:${tab}`, Date.now());
    } catch {
      /* full */
    }
  };
  alive();
  setInterval(alive, 4000);
  addEventListener("pagehide", () => {
    try {
      localStorage.removeItem(`finsam:flik:${tab}`);
    } catch {
      /* full */
    }
  });
  addEventListener("online", () => {
    retryIn = RETRY;
    send();
  });
  addEventListener("beforeunload", (event) => {
    if (unkept && waiting.size) event.preventDefault();
  });

  // Leaving the page sends what is still being typed; what does not get away in time waits in the outbox.
  finsam.flush = () => {
    for (const field of document.querySelectorAll("[data-unsaved]")) finsam.changed(field, { now: true });
  };
  addEventListener("visibilitychange", () => {
    if (document.hidden) finsam.flush();
  });
})();
