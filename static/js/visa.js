// The read-only view follows what is written: on each change the page fetches itself again and puts in what is new.
(() => {
  addEventListener("DOMContentLoaded", () => {
    const view = document.getElementById("visning");
    let timer = null;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => htmx.trigger(document.getElementById("visning"), "foraldrad"), 400);
    };
    const ear = new EventSource(`${view.dataset.stream}?after=${view.dataset.after}`);
    ear.addEventListener("andrat", again);
    ear.addEventListener("stangt", () => {
      const told = document.createElement("p");
      told.className = "notice";
      told.setAttribute("role", "status");
      told.textContent = "Mötet är stängt. Det som visas är det som stod när det stängdes.";
      view.before(told);
      ear.close();
    });
    // Refused for good: the link has been withdrawn, and the page says so. Else it is tried again by itself.
    ear.onerror = () => (ear.readyState === EventSource.CLOSED ? again() : setTimeout(again, 5000));
  });
})();
