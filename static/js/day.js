// The browser's own calendar, beside a day that can also be written in any way people write days.
(() => {
  function pick(field, at) {
    const day = document.createElement("input");
    day.setAttribute("type", "date");
    day.className = "day__calendar";
    day.tabIndex = -1;
    day.setAttribute("aria-hidden", "true");
    day.value = field.value; // in writing other than 2027-04-01 it is no day to the browser, and it begins with today
    at.append(day);
    const gone = () => day.remove();
    day.addEventListener("change", () => {
      gone();
      if (!day.value) return;
      finsam.saved(field);
      finsam.set(field, day.value);
      finsam.changed(field, { now: true });
      field.focus();
    });
    day.addEventListener("blur", gone);
    field.addEventListener("focus", gone, { once: true });
    try {
      day.showPicker();
    } catch {
      gone(); // a browser without one: the day is written
      field.focus();
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-day]");
    if (button) pick(document.getElementById(button.dataset.day), button.parentElement);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || !event.altKey || !event.target.matches?.(".input--date")) return;
    event.preventDefault();
    pick(event.target, event.target.closest(".day"));
  });
})();
