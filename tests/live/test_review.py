"""The remarks that everybody is told of while people write."""

import time

import pytest

from finsam_forms.core.edit import Edit
from finsam_forms.live.desk import Desk
from finsam_forms.live.following import Following
from finsam_forms.live.review import Review
from finsam_forms.mallar import mall_kept
from finsam_forms.store import Person, Store
from tests.builder import worked_example

ANNA = Person("Anna", "Försäkringskassan")


@pytest.fixture
def desk(tmp_path):
    store = Store(tmp_path)
    store.drafts.create(worked_example().mall, worked_example().values, ANNA)
    yield Desk(store, lambda draft: mall_kept(store.drafts, draft.mall_fingerprint))
    store.close()


def test_alla_far_veta_aven_om_nagon_oppnade_en_sida_emellan(desk):
    told = []
    review = Review(desk, Following(desk), lambda before, after: told.append((before, after)))
    review._tell(1)
    desk.save(1, Edit("syfte", "", 1, "tomtsyfte"), ANNA)
    review.now(1)  # a page is opened before the thread has had its moment
    review._tell(1)
    before, after = told[-1]
    assert len(after.remarks) > len(before.remarks)


def endless():
    while True:
        yield


def slow_for(review, slow):
    """The reviews of some sheets never end."""
    steps = review._steps
    review._steps = lambda latest, sheet: endless() if slow(sheet) else steps(latest, sheet)
    return review


def waited_for(happened, seconds=20):
    until = time.monotonic() + seconds
    while not happened() and time.monotonic() < until:
        time.sleep(0.02)
    return happened()


def test_en_langsam_granskning_haller_inte_upp_ett_annat_utkasts(desk):
    desk.store.drafts.create(worked_example().mall, worked_example().values, ANNA)
    told = []
    review = Review(desk, Following(desk), lambda before, after: told.append(after.sheet.draft_id))
    slow_for(review, lambda sheet: sheet.draft_id == 1)
    review.soon(1)
    review.soon(2)
    assert waited_for(lambda: told == [2])
    assert review.now(2).complete
    review.stop()
    review._thread.join(5)
    assert not review._thread.is_alive()


def test_nyaste_texten_galler(desk):
    told = []
    review = Review(desk, Following(desk), lambda before, after: told.append(after.sheet.document.text("syfte")))
    old = desk.sheet(1)
    slow_for(review, lambda sheet: sheet is old)
    review.soon(1)
    assert waited_for(lambda: 1 in review._jobs)
    desk.save(1, Edit("syfte", "Nyare", 1, "nyaretext"), ANNA)
    review.soon(1)
    assert waited_for(lambda: told)
    assert told == ["Nyare"]
    review.stop()


def test_en_sida_vantar_inte_pa_en_langsam_granskning(desk, monkeypatch):
    monkeypatch.setattr("finsam_forms.live.review.PATIENCE", 0.05)
    review = Review(desk, Following(desk))
    full = review.now(1)
    desk.save(1, Edit("syfte", "Nyare", 1, "nyaretext"), ANNA)
    slow_for(review, lambda sheet: True)
    seen = review.seen(1)
    assert (seen.complete, seen.sheet.document.text("syfte"), seen.remarks) == (False, "Nyare", full.remarks)
    review.stop()
