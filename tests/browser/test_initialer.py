"""Eight people in the bar, some with the same initials: their marks are told apart, alike on every screen."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.long


@pytest.mark.parametrize(
    ("people", "marks"),
    [
        ([("Anna Ek", "FK", "AE"), ("Bo Ek", "FK", "BE")], ["AE", "BE"]),
        ([("Anna Andersson", "FK", "AA"), ("Adam Alm", "FK", "AA")], ["AAn", "AAl"]),
        ([("Anna Alm", "FK", "AA"), ("Adam Alm", "FK", "AA")], ["AnA", "AdA"]),
        ([("Anna Alm", "FK", "AA"), ("Anna Alm", "Region", "AA")], ["AAF", "AAR"]),
        ([("Anna Alm", "FK", "AA"), ("Anna Alm", "Folktandvården", "AA")], ["AA1", "AA2"]),
        ([("Bo", "FK", "BO"), ("Bo Olsson", "FK", "BO")], ["Bo", "BOl"]),
    ],
)
def test_ingen_har_samma_bokstaver_som_nagon_annan(exempel, people, marks):
    given = [
        {"who": f"{name} ({place})", "name": name, "organisation": place, "initials": letters}
        for name, place, letters in people
    ]
    assert exempel.evaluate("people => [...finsam.marks(people).values()]", given) == marks


def test_market_andras_nar_nagon_med_samma_bokstaver_kommer(exempel, person, server):
    exempel.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    mine = exempel.locator(".people .person__mark")
    expect(mine).to_have_text(["AA"])
    other = person("Adam Alm", "Region Uppsala")
    other.goto(f"{server.url}/utkast/1/avsnitt/syfte")
    for page in (exempel, other):
        expect(page.locator(".people .person__mark")).to_have_text(["AAl", "AAn"])
        expect(page.locator("#w-syfte .toc__who > [aria-hidden]")).to_have_text(["2"])
