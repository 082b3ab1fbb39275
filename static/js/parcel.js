// «Gör i ordning»: says how far the files have come while they are made, and saves the parcel when all of it is here.
(() => {
  const START = [0x50, 0x4b, 0x03, 0x04];
  const starts = (bytes) => {
    let found = 0;
    for (let at = bytes.indexOf(START[0]); at >= 0; at = bytes.indexOf(START[0], at + 1))
      if (START.every((one, step) => bytes[at + step] === one)) found += 1;
    return found;
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-parcel]");
    if (!form) return;
    event.preventDefault();
    const said = form.querySelector("[role=status]");
    const button = form.querySelector("button");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    said.textContent = "Gör i ordning …";
    try {
      const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error((await answer.json()).error);
      save(await read(answer, said), answer.headers.get("Content-Disposition").split("filename=")[1]);
      said.textContent = "Klart. Filen ligger bland det som webbläsaren har hämtat.";
    } catch (error) {
      const lost = error instanceof TypeError || error instanceof SyntaxError;
      said.textContent = lost ? "Det gick inte: ingen kontakt med programmet. Försök igen." : error.message;
    } finally {
      button.removeAttribute("aria-disabled");
    }
  });

  // What each file begins with is counted as it comes: that the same signs may stand inside one does no harm.
  async function read(answer, said) {
    const most = +answer.headers.get("X-Filer");
    const parts = [];
    let done = 0;
    for (let reader = answer.body.getReader(); ; ) {
      const { value, done: ended } = await reader.read();
      if (ended) return new Blob(parts, { type: answer.headers.get("Content-Type") });
      parts.push(value);
      done = Math.min(most, done + starts(value));
      said.textContent = `Gör i ordning: ${done} av ${most} filer.`;
    }
  }

  function save(parcel, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(parcel);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
})();
