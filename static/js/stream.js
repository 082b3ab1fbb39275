// Hears what others do. The stream is htmx's own; when nothing at all comes for ten seconds (a web filter that holds
// it back, a full server) the page asks instead, and goes back to the stream when it can.
(() => {
  const SILENT = 10000,
    POLL = 2500,
    BREATH = 100;
  let heard = Date.now(),
    polling = null,
    started = false;

  finsam.listen = () => {
    const sheet = document.getElementById("blad");
    if (!sheet || started) return;
    started = true;
    const ear = document.createElement("div");
    ear.id = "ora";
    ear.hidden = true;
    connect(ear, sheet);
    document.body.append(ear);
    htmx.process(ear);
    ear.addEventListener("andrat", (event) => {
      sign();
      hear(JSON.parse(event.detail.data));
    });
    ear.addEventListener("har", (event) => {
      sign();
      hear(JSON.parse(event.detail.data));
    });
    ear.addEventListener("puls", sign);
    ear.addEventListener("stangt", (event) => {
      const { join, closed } = JSON.parse(event.detail.data);
      finsam.flush();
      finsam.contact(false, join, closed);
      if (closed) finsam.showMeeting(null);
    });
    document.addEventListener("htmx:sse:after:connection", sign);
    setInterval(() => {
      if (document.hidden) {
        heard = Date.now();
        return;
      }
      if (Date.now() - heard > SILENT) {
        startPolling();
        htmx.trigger(ear, "sse-retry");
      }
    }, 1000);
  };

  function connect(ear, sheet) {
    ear.setAttribute("hx-sse:connect", `${finsam.url("handelser")}?after=${sheet.dataset.after}`);
    ear.setAttribute("hx-swap", "none");
    ear.setAttribute("hx-trigger", "load, sse-retry");
  }

  // How far this page has heard. The answer to a change of one's own doesn't count: others' changes before it may be on
  // their way.
  function hear(message) {
    finsam.take(message);
    const sheet = document.getElementById("blad");
    if (message.id && sheet) sheet.dataset.after = Math.max(+sheet.dataset.after, message.id);
  }

  function sign() {
    heard = Date.now();
    polling = null;
    finsam.contact(true);
  }

  // An answer that had a place to wait in comes when there is something to tell, and the next question follows at once.
  async function startPolling() {
    if (polling) return;
    const mine = (polling = {});
    let mark = "";
    while (polling === mine) {
      let pause = POLL;
      try {
        const { after } = document.getElementById("blad").dataset;
        const asked = new URLSearchParams({ after, hort: mark, vanta: document.hidden ? "" : "1" });
        const answer = await fetch(`${finsam.url("handelser.json")}?${asked}`, {
          headers: { Accept: "application/json" },
          signal: AbortSignal.timeout(12000),
        });
        const told = await answer.json();
        for (const message of told.messages ?? []) hear(message);
        mark = told.mark ?? "";
        if (told.held) pause = BREATH;
        finsam.contact(answer.ok, told.join, told.closed);
      } catch {
        finsam.contact(false);
      }
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
  }
})();
