"""One app with the forms of all examples; a draft of its own for every test."""

from __future__ import annotations

import secrets
from types import SimpleNamespace

import pytest

from finsam_forms.app import create_app
from finsam_forms.core.edit import Person
from finsam_forms.web.contents import own_pages
from tests.client import client_of
from tests.kinds.case import EXAMPLES, FIXED, Example
from tests.kinds.screen import Screen

ANNA, BO = Person("Anna Andersson", "Försäkringskassan"), Person("Bo Berg", "Region Uppsala")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The running app and two people in it."""
    data = tmp_path_factory.mktemp("data")
    (data / "mallar").mkdir()
    for example in EXAMPLES.values():
        (data / "mallar" / f"{example.mall.id}.toml").write_text(example.source, "utf-8")
    for name, text in FIXED.items():
        (data / "mallar" / name).write_text(text, "utf-8")
    app = create_app(data, TESTING=False, WTF_CSRF_ENABLED=False)
    anna, bo = (client_of(app, person.name, person.organisation) for person in (ANNA, BO))
    yield SimpleNamespace(app=app, running=app.extensions["finsam_forms"], anna=anna, bo=bo)
    app.extensions["finsam_forms"].feed.stop()
    app.extensions["finsam_forms"].store.close()


class Case:
    """An example as a draft of the running app."""

    def __init__(self, example: Example, house: SimpleNamespace):
        self.example, self.house = example, house
        self.anna, self.bo, self.running = house.anna, house.bo, house.running
        self.mall = self.running.malls[example.mall.id]
        self.draft = self.running.store.drafts.create(self.mall, example.values, ANNA)

    @property
    def sheet(self):
        return self.running.desk.sheet(self.draft)

    @property
    def document(self):
        return self.sheet.document

    def url(self, rest: str) -> str:
        return f"/utkast/{self.draft}/{rest}"

    def addresses(self) -> list[str]:
        """Of every section's page, and of the pages that it has beside its own."""
        found = [f"avsnitt/{section.id}" for section in self.mall.sections]
        for section in self.mall.sections:
            own = own_pages(section, self.document)
            found += [f"avsnitt/{section.id}/del/{page.row}" for _, page in own]
        return [self.url(one) for one in found]

    def pages(self) -> list[str]:
        """The HTML of every page to write in: those of the sections first."""
        answers = [self.anna.get(one) for one in self.addresses()]
        assert {answer.status_code for answer in answers} == {200}
        return [answer.text for answer in answers]

    def screens(self) -> list[Screen]:
        """Every page, open in a browser."""
        pages = zip(self.pages(), self.addresses(), strict=True)
        return [Screen(page, url, lambda at: self.anna.get(at).text) for page, url in pages]

    def save(self, path: str, text: str, who=None):
        base = self.sheet.version(path)
        return (who or self.anna).save(path, text, base=base, draft=self.draft)

    def rows(self, action: str, path: str, row: str = ""):
        return self.anna.say(self.url("rad"), rad=f"{action}:{path}:{row}", op=secrets.token_hex(8))


@pytest.fixture
def case(request, house):
    return Case(EXAMPLES[request.param], house)
