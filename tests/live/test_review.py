"""The remarks that everybody is told of while people write."""

import pytest

from finsam_forms.core.edit import Edit
from finsam_forms.live.desk import Desk
from finsam_forms.live.review import Review
from finsam_forms.mallar import mall_kept
from finsam_forms.store import Person, Store
from tests.builder import worked_example

ANNA = Person("Anna", "Försäkringskassan")


@pytest.fixture
def desk(tmp_path):
    store = Store(tmp_path)
    store.create_draft(worked_example().mall, worked_example().values, ANNA)
    yield Desk(store, lambda draft: mall_kept(store, draft.mall_fingerprint))
    store.close()


def test_alla_far_veta_aven_om_nagon_oppnade_en_sida_emellan(desk):
    told = []
    review = Review(desk, lambda before, after: told.append((before, after)))
    review._tell(1)
    desk.save(1, Edit("syfte", "", 1, "tomtsyfte"), ANNA)
    review.now(1)  # a page is opened before the thread has had its moment
    review._tell(1)
    before, after = told[-1]
    assert len(after.remarks) > len(before.remarks)
