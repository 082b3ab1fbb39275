// Who is in the meeting, while its page is open.
(() => {
  const OFTEN = 5000;

  async function again() {
    if (document.hidden) return;
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(OFTEN) }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html"),
      fresh = page.getElementById("med"),
      old = document.getElementById("med");
    if (fresh && old && fresh.innerHTML !== old.innerHTML) old.replaceChildren(...fresh.childNodes);
  }

  addEventListener("DOMContentLoaded", () => {
    if (document.getElementById("med")) setInterval(again, OFTEN);
  });
})();
