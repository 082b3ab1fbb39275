// A file that is dropped anywhere on a page goes where its `data-drop` says, as if it was chosen in the form there.
(() => {
  const place = () => document.querySelector("[data-drop]");
  const isFile = (event) => event.dataTransfer?.types.includes("Files") && place();
  const over = (on) => document.documentElement.toggleAttribute("data-dropping", on);

  // Before the editor, which would take what is dropped on it for text.
  addEventListener(
    "dragover",
    (event) => {
      if (!isFile(event)) return;
      event.preventDefault();
      over(true);
    },
    true,
  );
  addEventListener("dragleave", (event) => event.relatedTarget ?? over(false));
  addEventListener(
    "drop",
    (event) => {
      if (!isFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      over(false);
      if (event.dataTransfer.files.length) send(event.dataTransfer.files);
    },
    true,
  );

  function send(files) {
    const form = document.createElement("form");
    form.method = "post";
    form.enctype = "multipart/form-data";
    form.action = place().dataset.drop;
    form.hidden = true;
    const token = document.createElement("input");
    token.name = "csrf_token";
    token.value = document.querySelector("meta[name=csrf]").content;
    const file = document.createElement("input");
    file.type = "file";
    file.name = "fil";
    file.files = files;
    form.append(token, file);
    document.body.append(form);
    form.submit();
  }
})();
