"""Who is here: names come with a sign of life and go within 15 seconds of silence."""

import copy
import json

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from finsam_forms.live.presence import LIVES, MOST, Presence
from finsam_forms.store import Person

ANNA = Person("Anna Andersson", "Försäkringskassan")
BO = Person("Bo", "Region Uppsala")


class Clock:
    now = 50.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(clock):
    return Presence(clock)


def test_den_som_kommer_syns_och_nyheten_sags_en_gang(presence):
    assert presence.seen(1, "flik-a", ANNA, "syfte")
    assert not presence.seen(1, "flik-a", ANNA, "syfte")
    assert [here.person for here in presence.here(1)] == [ANNA]


def test_nytt_avsnitt_eller_falt_ar_en_nyhet(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    assert presence.seen(1, "flik-a", ANNA, "syfte", "syfte")
    assert presence.seen(1, "flik-a", ANNA, "mal")


def test_tystnad_tar_bort_namnet_inom_femton_sekunder(presence, clock):
    presence.seen(1, "flik-a", ANNA, "syfte")
    presence.seen(2, "flik-b", BO, "mal")
    clock.now += LIVES / 2
    presence.seen(2, "flik-b", BO, "mal")
    clock.now += LIVES / 2 + 0.1
    assert presence.here(1) == ()
    assert presence.sweep() == (1,)
    assert [here.person for here in presence.here(2)] == [BO]
    assert LIVES < 15


def test_stangd_flik_gar_genast(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    assert presence.left(1, "flik-a")
    assert not presence.left(1, "flik-a")
    assert presence.here(1) == ()


def test_utkasten_vet_inget_om_varandra(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    assert presence.here(2) == ()


@pytest.mark.parametrize(("name", "initials"), [("Anna Andersson", "AA"), ("Bo", "BO"), ("Eva von Essen", "EE")])
def test_initialer(name, initials):
    assert Person(name, "FK").initials == initials


def test_det_som_sags_ar_det_som_andrats(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    presence.seen(1, "flik-b", BO, "mal")
    ((_, first),) = presence.news()
    assert [entry[1] for entry in first["came"]] == ["Anna Andersson", "Bo"]
    presence.seen(1, "flik-b", BO, "mal", "mal/text")
    ((_, step),) = presence.news()
    assert step == {"era": first["era"], "from": 1, "to": 2, "moved": [["flik-b", "mal", "mal/text"]]}


def test_den_som_kommer_och_gar_i_samma_stund_sags_inte(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    presence.left(1, "flik-a")
    assert presence.news() == []


def test_samma_flik_med_ett_annat_namn_sags_pa_nytt(presence):
    presence.seen(1, "flik-a", ANNA, "syfte")
    presence.news()
    presence.seen(1, "flik-a", BO, "syfte")
    ((_, step),) = presence.news()
    assert [entry[1] for entry in step["came"]] == ["Bo"]


def test_ett_meddelande_vaxer_inte_med_hur_manga_som_ar_dar(presence):
    sizes = {}
    for count in (10, 300):
        for number in range(count):
            presence.seen(count, f"flik-{number}", Person(f"Person {number}", "Kommunen"), "syfte")
        presence.news()
        presence.seen(count, "flik-3", Person("Person 3", "Kommunen"), "mal", "mal/text")
        ((_, step),) = presence.news()
        sizes[count] = len(json.dumps(step)) - len(str(step["to"]))
    assert sizes[300] <= sizes[10] + 5


def test_hur_manga_flikar_som_helst_far_inte_plats(presence):
    for number in range(MOST + 50):
        presence.seen(1, f"flik-{number}", ANNA, "syfte")
    assert len(presence.here(1)) == MOST
    assert presence.seen(1, "flik-3", ANNA, "mal")


class Browser:
    """What static/js/presence.js does with what it hears: the same rules."""

    def __init__(self):
        self.people: dict[str, list[str]] = {}
        self.era, self.number, self.lost = "", 0, True

    def hear(self, step):
        if "all" in step:
            if step["era"] == self.era and step["to"] < self.number:
                return
            self.people = {entry[0]: entry for entry in step["all"]}
            self.era, self.number, self.lost = step["era"], step["to"], False
        elif step["era"] == self.era and step["to"] <= self.number:
            return
        elif step["era"] != self.era or step["from"] != self.number:
            self.lost = True
        else:
            self.people |= {entry[0]: entry for entry in step.get("came", ())}
            for tab, section, path in step.get("moved", ()):
                self.people[tab] = [*self.people[tab][:4], section, path]
            for tab in step.get("gone", ()):
                self.people.pop(tab, None)
            self.number = step["to"]

    def ask(self, presence):
        known = "" if self.lost or not self.era else f"{self.era}:{self.number}"
        found = presence.roster(1, known)
        if found:
            self.hear(found)


class ToldByChanges(RuleBasedStateMachine):
    """Any order of coming, moving, leaving and silence; tellings that are lost, doubled or late; browsers that come back."""

    tabs = st.sampled_from(["flik-a", "flik-b", "flik-c", "flik-d"])

    @initialize()
    def begin(self):
        self.clock = Clock()
        self.presence = Presence(self.clock)
        self.browsers = [Browser(), Browser()]
        self.late = []

    @rule(
        tab=tabs, who=st.sampled_from([ANNA, BO]), section=st.sampled_from(["syfte", "mal"]), path=st.sampled_from("xy")
    )
    def seen(self, tab, who, section, path):
        self.presence.seen(1, tab, who, section, path)

    @rule(tab=tabs)
    def leaves(self, tab):
        self.presence.left(1, tab)

    @rule(seconds=st.sampled_from([0.5, 3.0, LIVES + 1]))
    def time_goes(self, seconds):
        self.clock.now += seconds
        self.presence.sweep()

    @rule(fate=st.lists(st.sampled_from(["heard", "lost", "twice", "late"]), min_size=2, max_size=2))
    def tell(self, fate):
        for _, step in self.presence.news():
            for browser, how in zip(self.browsers, fate, strict=True):
                if how in ("heard", "twice"):
                    browser.hear(step)
                if how == "twice":
                    browser.hear(step)
                if how == "late":
                    self.late.append((browser, step))

    @rule()
    def the_late_arrive(self):
        for browser, step in reversed(self.late):
            browser.hear(step)
        self.late.clear()

    @rule(which=st.integers(0, 1), new=st.booleans())
    def asks(self, which, new):
        if new:
            self.browsers[which] = Browser()
        self.browsers[which].ask(self.presence)

    @rule()
    def restarted(self):
        self.presence = Presence(self.clock)

    @invariant()
    def everybody_ends_up_with_the_roster(self):
        if not hasattr(self, "presence"):
            return
        copies = copy.deepcopy([self.browsers, {"rooms": self.presence._rooms}])
        presence = Presence(Clock())
        presence._clock.now = self.clock.now
        browsers, presence._rooms = copies[0], copies[1]["rooms"]
        presence.sweep()
        for _, step in presence.news():
            for browser in browsers:
                browser.hear(step)
        presence._clock.now += 3
        for browser in browsers:
            browser.ask(presence)
            assert sorted(browser.people.values()) == sorted(here.entry for here in everybody(presence))


def everybody(presence):
    room = presence._rooms.get(1)
    return room.tabs.values() if room else ()


ToldByChanges.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestToldByChanges = ToldByChanges.TestCase
