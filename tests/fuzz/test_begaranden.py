"""No request of any kind is answered with our own fault, in English, or not at all."""

import resource
import time

import pytest

from finsam_forms.app import create_app
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
    stranger = app.test_client()
    faults, times = [], []
    dice = Dice(app, seed)
    for number in range(count):
        if number % 500 == 0:  # drafts are thrown away and locked: there must be something left to ask about
            dice.drafts, dice.tokens = made(app, known)
        asked = dice.one()
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
    return faults, times


def made(app, client):
    """(ids, tokens of links) of three new drafts, one of them the worked example with a link."""
    client.post("/jag", data={"namn": "Anna", "organisation": "FK"})
    posted = [client.post("/utkast", data={"mall": mall}) for mall in ("ansokan", "nulagesanalys")]
    ids = [answer.location.split("/utkast/")[1].split("/")[0] for answer in (*posted, client.post("/exempel"))]
    client.post(f"/utkast/{ids[-1]}/lank")
    return ids, [link.token for link in app.extensions["finsam_forms"].store.links.of_draft(int(ids[-1]))]


def test_ingen_begaran_ar_vart_eget_fel(app):
    faults, _ = sent(app, 1_000)
    assert not faults, "\n".join(map(str, faults[:10]))


@pytest.mark.long
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
