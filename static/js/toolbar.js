// The tools of a long text: one stop for Tab, arrow keys between them, and each says whether it is on.
(() => {
  const toolsOf = (bar) => [...bar.querySelectorAll(":scope > [data-do], :scope > details > summary")];

  finsam.showTools = (bar, state) => {
    const { commands, on } = finsam.typing,
      now = on(state);
    for (const button of bar.querySelectorAll("[data-do]")) {
      const name = button.dataset.do;
      const [told, value] =
        name in now ? ["aria-pressed", now[name]] : ["aria-disabled", !commands[name](state)];
      if (button.getAttribute(told) !== String(value)) button.setAttribute(told, value);
    }
    const tools = toolsOf(bar);
    if (!tools.some((one) => one.tabIndex === 0) || tools.filter((one) => one.tabIndex === 0).length > 1)
      stop(tools, tools[0]);
  };

  const stop = (tools, here) => tools.forEach((one) => (one.tabIndex = one === here ? 0 : -1));

  const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
  document.addEventListener("keydown", (event) => {
    const bar = event.target.closest?.(".tools");
    if (!bar) return;
    const list = event.target.closest("details.insert");
    if (list && (event.key === "ArrowDown" || event.key === "ArrowUp")) return walkList(event, list);
    const tools = toolsOf(bar),
      here = tools.indexOf(event.target);
    if (here < 0) return;
    const last = tools.length - 1;
    let to = { Home: 0, End: last }[event.key];
    if (event.key in STEPS) to = (here + STEPS[event.key] + tools.length) % tools.length;
    if (to === undefined) return;
    event.preventDefault();
    stop(tools, tools[to]);
    tools[to].focus();
  });
  document.addEventListener("focusin", ({ target }) => {
    const bar = target.closest?.(".tools"),
      tools = bar ? toolsOf(bar) : [];
    if (tools.includes(target)) stop(tools, target);
  });

  function walkList(event, list) {
    event.preventDefault();
    list.open = true;
    const all = [list.querySelector("summary"), ...list.querySelectorAll("[data-insert]")],
      here = all.indexOf(event.target);
    all[Math.min(Math.max(here + (event.key === "ArrowDown" ? 1 : -1), 0), all.length - 1)].focus();
  }

  // The list of amounts closes with Escape and with a press outside it.
  const close = (but) =>
    document.querySelectorAll("details.insert[open]").forEach((one) => {
      if (one !== but) one.open = false;
    });
  document.addEventListener("pointerdown", ({ target }) => close(target.closest?.("details.insert")));
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.insert[open]");
    if (!open) return;
    close();
    open.querySelector("summary").focus();
  });

  // A text in a row has no tools of its own: those of the page come to the one that is being written, and go home when
  // it is left. The page is scrolled by as much, so that nothing moves under a hand.
  function still(element, act) {
    const { top } = element.getBoundingClientRect();
    act();
    const moved = element.getBoundingClientRect().top - top;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  }
  const lent = () => document.getElementById("verktyg");
  finsam.lendTools = (place, field) => {
    const bar = lent();
    if (!bar || !place.matches(".editor--light") || bar.parentElement === place) return;
    still(place.querySelector(".longtext"), () => {
      bar.dataset.for = field.id;
      bar.hidden = false;
      place.prepend(bar);
    });
  };
  document.addEventListener("focusout", () =>
    setTimeout(() => {
      const bar = lent();
      if (!bar || bar.hidden || bar.parentElement.contains(document.activeElement)) return;
      const place = bar.parentElement,
        { activeElement: now, body } = document;
      still(now === body ? place.querySelector(".longtext") : now, () => {
        bar.hidden = true;
        document.querySelector("main").append(bar);
      });
    }),
  );

  // The selection stays when a tool is pressed.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest(".tools [data-do]")) event.preventDefault();
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest(".tools [data-do], .tools [data-insert]"),
      editor = button && document.getElementById(button.closest(".tools").dataset.for)?.finsamEditor;
    if (!editor) return;
    if (button.dataset.do) return editor.do(button.dataset.do);
    button.closest("details").open = false;
    editor.insert(button.dataset.insert);
  });
})();
