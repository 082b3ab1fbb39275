// Long texts: light markup from a small row of tools, lists that go on by themselves, and paste from Word that keeps
// paragraphs and lists.
(() => {
  const told = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));

  function replace(field, start, end, text, caret) {
    field.focus();
    field.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, start, end, "end");
      told(field);
    }
    if (caret) field.setSelectionRange(caret[0], caret[1]);
  }

  function mark(field, sign) {
    const { selectionStart: start, selectionEnd: end, value } = field,
      words = value.slice(start, end);
    const outside = value.slice(start - sign.length, start) === sign && value.slice(end, end + sign.length) === sign;
    if (outside && words)
      return replace(field, start - sign.length, end + sign.length, words, [start - sign.length, end - sign.length]);
    replace(field, start, end, sign + words + sign, [start + sign.length, end + sign.length]);
  }

  function line(field, sign) {
    const { selectionStart, selectionEnd, value } = field;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const stop = value.indexOf("\n", selectionEnd),
      end = stop < 0 ? value.length : stop;
    const rows = value.slice(start, end).split("\n"),
      already = rows.every((row) => row.startsWith(sign) || (sign === "1. " && /^\d+\. /.test(row)));
    const text = rows
      .map((row, n) => {
        const bare = row.replace(/^(?:- |\d+\. |#{1,3} )/, "");
        return already ? bare : (sign === "1. " ? `${n + 1}. ` : sign) + bare;
      })
      .join("\n");
    replace(field, start, end, text, [start + text.length, start + text.length]);
  }

  function insert(field, text) {
    const { selectionStart: start, selectionEnd: end, value } = field;
    const before = start && !/\s/.test(value[start - 1]) ? " " : "",
      after = /[\p{L}\p{N}]/u.test(value[end] ?? "") ? " " : "";
    replace(field, start, end, before + text + after);
    field.closest(".field")?.querySelector("details.preview")?.setAttribute("open", "");
  }

  // Enter goes on with a list; on an empty item it ends it.
  function enter(event, field) {
    const { selectionStart: start, selectionEnd: end, value } = field;
    if (start !== end) return;
    const from = value.lastIndexOf("\n", start - 1) + 1,
      row = value.slice(from, start);
    const found = row.match(/^(- |(\d+)\. )(.*)$/);
    if (!found) return;
    event.preventDefault();
    if (!found[3].trim()) return replace(field, from, start, "", [from, from]);
    replace(field, start, end, "\n" + (found[2] ? `${+found[2] + 1}. ` : "- "));
  }

  // HTML from Word or a web page as light markup. Parsed only, never shown: no script in it runs.
  finsam.htmlToText = (html) => {
    // Styles are only read, and under another name, so that the page's own policy has nothing to object to.
    const body = new DOMParser().parseFromString(html.replace(/\sstyle\s*=/gi, " data-style="), "text/html").body;
    const styled = (node) => node.getAttribute("data-style") ?? "";
    const out = [];
    const inline = (node) => {
      if (node.nodeType === 3) return node.data.replace(/[\s\u00a0]+/g, " ");
      if (node.nodeType !== 1 || /^(STYLE|SCRIPT|HEAD|TITLE|META|IMG|SVG)$/.test(node.tagName)) return "";
      if (node.tagName === "BR") return "\n";
      if (/mso-list:\s*Ignore/i.test(styled(node))) return "";
      const text = [...node.childNodes].map(inline).join("");
      const weight = styled(node).match(/font-weight:\s*(\w+)/i)?.[1] ?? "";
      const bold = /^(B|STRONG)$/.test(node.tagName) ? weight !== "normal" : +weight >= 600 || weight === "bold";
      const italic = /^(I|EM)$/.test(node.tagName) || /font-style:\s*italic/i.test(styled(node));
      const dress = (sign, words) =>
        words.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, a, core, z) => (core ? a + sign + core + sign + z : words));
      return text.trim() ? dress(bold ? "**" : "", dress(italic ? "*" : "", text)) : text;
    };
    const tidy = (text) =>
      text
        .replace(/ *\n */g, "\n")
        .replace(/ {2,}/g, " ")
        .trim();
    const walk = (node, list) => {
      for (const child of node.childNodes) {
        if (child.nodeType === 3) {
          if (child.data.trim()) out.push({ text: tidy(child.data.replace(/[\s\u00a0]+/g, " ")) });
          continue;
        }
        if (child.nodeType !== 1 || /^(STYLE|SCRIPT|TITLE|META|LINK|XML)$/i.test(child.tagName)) continue;
        const tag = child.tagName;
        if (tag === "UL" || tag === "OL") {
          [...child.children].forEach((item, n) => {
            const nested = [...item.children].filter((one) => /^(UL|OL)$/.test(one.tagName));
            nested.forEach((one) => one.remove());
            out.push({
              item: true,
              text: (tag === "OL" ? `${n + 1}. ` : "- ") + tidy(inline(item)).replace(/\n+/g, " "),
            });
            nested.forEach((one) => walk({ childNodes: [one] }));
          });
          continue;
        }
        if (tag === "TR") {
          const cells = [...child.cells].map((one) => tidy(inline(one)).replace(/\n+/g, " "));
          if (cells.some(Boolean)) out.push({ item: true, text: cells.join(" – ") });
          continue;
        }
        if (/^(P|H[1-6]|LI|BLOCKQUOTE|PRE|DT|DD)$/.test(tag)) {
          const word = styled(child) + (child.className ?? "");
          const ignored = [...child.querySelectorAll("[data-style]")].find((one) =>
            /mso-list:\s*Ignore/i.test(styled(one)),
          );
          let text = tidy(inline(child));
          if (!text) continue;
          if (/mso-list|MsoListParagraph/i.test(word)) {
            const number = ignored?.textContent.match(/(\d+)[.)]/);
            text = text.replace(/^(?:[·•o§▪\uf0b7-]|\d+[.)])\s+/, "");
            out.push({ item: true, text: (number ? `${number[1]}. ` : "- ") + text.replace(/\n+/g, " ") });
          } else if (/^H/.test(tag)) out.push({ text: "## " + text.replaceAll("**", "") });
          else out.push({ text });
          continue;
        }
        if (
          /^(DIV|SECTION|ARTICLE|MAIN|BODY|TABLE|TBODY|THEAD|TR|TD|TH|CENTER|FORM)$/.test(tag) &&
          child.querySelector("p,div,ul,ol,h1,h2,h3,h4,table,tr,td")
        ) {
          walk(child);
          continue;
        }
        const text = tidy(inline(child));
        if (text) out.push({ text });
      }
    };
    walk(body);
    return out.reduce((all, one, n) => all + (n ? (one.item && out[n - 1].item ? "\n" : "\n\n") : "") + one.text, "");
  };

  // The list of amounts closes with Escape and with a press outside it.
  const closeLists = (but) =>
    document.querySelectorAll("details.insert[open]").forEach((one) => {
      if (one !== but) one.open = false;
    });
  document.addEventListener("pointerdown", ({ target }) => closeLists(target.closest?.("details.insert")));
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.insert[open]");
    if (open) {
      closeLists();
      open.querySelector("summary").focus();
    }
  });

  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (!field.matches?.("textarea[data-text]")) return;
    const html = event.clipboardData.getData("text/html");
    if (!html) return;
    const text = finsam.htmlToText(html);
    if (!text) return;
    event.preventDefault();
    replace(field, field.selectionStart, field.selectionEnd, text);
  });

  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.matches?.("textarea.longtext")) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && "bi".includes(event.key.toLowerCase())) {
      event.preventDefault();
      mark(field, event.key.toLowerCase() === "b" ? "**" : "*");
    } else if (event.key === "Enter" && !event.shiftKey) enter(event, field);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".tools .btn");
    if (!button || button.matches("summary")) return;
    const field = document.getElementById(button.closest(".tools").dataset.for);
    if (button.dataset.mark) mark(field, button.dataset.mark);
    else if (button.dataset.line) line(field, button.dataset.line);
    else if (button.dataset.insert) {
      insert(field, button.dataset.insert);
      button.closest("details").open = false;
    } else if ("undo" in button.dataset) {
      field.focus();
      document.execCommand("undo");
    }
  });

  // A typed amount that is a figure of the budget becomes a living one.
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-replace]");
    const field = button && document.getElementById(button.dataset.for),
      words = button?.dataset.replace;
    const start = field ? field.value.indexOf(words) : -1;
    if (start >= 0) replace(field, start, start + words.length, button.dataset.with);
    button?.closest(".offer").remove();
  });

  // Word count, height and preview follow the text.
  const fits = CSS.supports("field-sizing", "content");
  function follow(field) {
    const words = field.closest(".field--long")?.querySelector("[data-words]");
    if (words) words.textContent = `${field.value.trim().split(/\s+/).filter(Boolean).length} ord`;
    if (!fits && field.matches("textarea")) {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 2}px`;
    }
  }
  let previewTimer = null;
  function preview(field) {
    const details = field.closest(".field--long")?.querySelector("details.preview[open]");
    if (!details) return;
    clearTimeout(previewTimer);
    previewTimer = setTimeout(() => finsam.preview(details, field), 400);
  }
  finsam.preview = async (details, field) => {
    const answer = await finsam
      .post(finsam.url("forhandsvisa"), new URLSearchParams({ text: field.value }))
      .catch(() => null);
    if (answer?.ok) details.querySelector(".preview__body").innerHTML = (await answer.json()).html;
  };
  document.addEventListener("input", ({ target }) => {
    if (target.matches?.("textarea")) {
      follow(target);
      preview(target);
    }
  });
  document.addEventListener("finsam:satt", ({ target }) => {
    if (target.matches?.("textarea")) {
      follow(target);
      preview(target);
    }
  });
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.matches?.("details.preview") && target.open)
        preview(target.closest(".field--long").querySelector("textarea"));
    },
    true,
  );
})();
