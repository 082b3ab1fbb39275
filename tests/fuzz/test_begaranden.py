"""No request of any kind is answered with our own fault, in English, or not at all."""

import resource
import time

import pytest

from finsam_forms.app import create_app
from finsam_forms.store import Person
from tests.fuzz.requests import Dice

SEED = 20031210
SLOW = 100
"""How many times the usual answer the slowest one may take: a hang, not a measure."""


@pytest.fixture
def app(tmp_path):
    app = create_app(tmp_path / "data", WTF_CSRF_ENABLED=False)
    app.logger.disabled = True
    yield app
    app.extensions["finsam_forms"].feed.stop()
    app.extensions["finsam_forms"].store.close()


def sent(app, count, seed=SEED):
    """Answers every request; gives those that ended in a fault of ours, and how long each took."""
    known = app.test_client()
    known.post("/jag", data={"namn": "Anna", "organisation": "FK"})
    for mall in ("ansokan", "nulagesanalys"):
        known.post("/utkast", data={"mall": mall})
    known.post("/exempel")
    store = app.extensions["finsam_forms"].store
    token = store.links.create(store.drafts.page().items[0].id, Person("Anna", "FK"))
    stranger = app.test_client()
    faults, times = [], []
    dice = Dice(app, seed, tokens=(token,))
    for number, asked in enumerate(dice.requests(count)):
        client = stranger if dice.random.random() < 0.1 else known
        started = time.perf_counter()
        answer = client.open(
            asked.url,
            method=asked.method,
            headers=list(asked.headers.items()),
            data=asked.body,
            environ_overrides=asked.environ,
            buffered=False,
        )
        if answer.mimetype == "text/event-stream":
            answer.close()  # a stream has no end; that it opened is the answer
        else:
            text = answer.get_data(as_text=True) if answer.mimetype in ("text/html", "application/json") else ""
            if "Traceback" in text or "Internal Server Error" in text:
                faults.append((number, answer.status_code, str(asked)))
        times.append(time.perf_counter() - started)
        if answer.status_code >= 500 and answer.status_code not in (503, 507):
            faults.append((number, answer.status_code, str(asked)))
        answer.close()
        if number % 500 == 0:  # what was thrown away comes back, or there is soon nothing left to ask about
            store = app.extensions["finsam_forms"].store
            for draft in (1, 2, 3):
                store.database.connection().execute(
                    "UPDATE draft SET binned = NULL, state = 'skrivs' WHERE id = ?", (draft,)
                )
                app.extensions["finsam_forms"].desk.forget(draft)
            known.post("/jag", data={"namn": "Anna", "organisation": "FK"})
    return faults, times


def test_ingen_begaran_ar_vart_eget_fel(app):
    faults, _ = sent(app, 2_500)
    assert not faults, "\n".join(map(str, faults[:10]))


@pytest.mark.growth
def test_hundratusen_begaranden_ger_inget_fel_ingen_hangning_och_inget_minne_som_vaxer(app):
    print(f"frö {SEED}")
    faults, times = sent(app, 10_000, SEED + 1)
    before = peak()
    for turn in range(9):
        found, taken = sent(app, 10_000, SEED + 2 + turn)
        faults += found
        times += taken
    assert not faults, "\n".join(map(str, faults[:10]))
    times.sort()
    assert times[-1] <= SLOW * max(times[len(times) * 99 // 100], 0.01), f"den långsammaste tog {times[-1]:.1f} s"
    assert peak() <= 2 * before


def peak():
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
