"""A long text in its editor, as a person meets it: `field` is the id of its textarea, which is the field that is saved."""

from playwright.sync_api import Locator, Page

FIND = """const editor = document.getElementById(field).finsamEditor, { view } = editor;
  const lines = finsam.markup.lines(view.state.doc); let before = 0; const { doc, selection } = view.state;"""


def text_box(page: Page, field: str) -> Locator:
    """Where the text is written."""
    return page.locator(f"#{field} + .editor .longtext")


def put_text(page: Page, field: str, text: str) -> None:
    """The whole text, as if it had been typed; the focus is in it."""
    text_box(page, field).focus()
    put = """([field, text]) => { const box = document.getElementById(field); finsam.saved(box);
      finsam.putText(box, text); box.dispatchEvent(new Event("input", { bubbles: true })); }"""
    page.evaluate(put, [field, text])


def place_caret(page: Page, field: str, at: int) -> None:
    """The caret at a place of the text as it is saved (one without bold or amounts)."""
    text_box(page, field).focus()
    place = f"""([field, at]) => {{ {FIND}
      for (const line of lines) {{
        before += line.gap.length + line.lead.length;
        if (at <= before + line.text.length) {{
          const place = doc.resolve(line.at + 1 + Math.max(0, at - before));
          view.dispatch(view.state.tr.setSelection(selection.constructor.near(place)));
          return;
        }}
        before += line.text.length;
      }} }}"""
    page.evaluate(place, [field, at])


def before_caret(page: Page, field: str) -> str:
    """The paragraph up to the caret; the focus is there and nothing is selected."""
    found = page.evaluate(
        f"""field => {{ {FIND}
          const {{ $from, empty }} = selection;
          return [view.hasFocus() && empty, $from.parent.textBetween(0, $from.parentOffset, "\\n", "x")]; }}""",
        field,
    )
    assert found[0]
    return found[1]


def paste(page: Page, box: Locator, **kinds: str) -> None:
    """What is on the clipboard: `html`, `plain`."""
    page.evaluate(
        """([element, kinds]) => { element.focus(); const data = new DataTransfer();
          for (const [kind, words] of Object.entries(kinds)) data.setData(`text/${kind}`, words);
          element.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }""",
        [box.element_handle(), kinds],
    )
