"""The search index follows by itself."""

import threading
import time
import types

from finsam_forms.live import indexer
from finsam_forms.store import Person, Store

MALL = types.SimpleNamespace(
    id="a", version="1", title="Ansökan", names=("namn",), files={"a.toml": "x"}, fingerprint="f"
)


def test_registret_skrivs_medan_ingen_vantar_och_slutar_med_programmet(tmp_path, monkeypatch):
    monkeypatch.setattr(indexer, "FIRST", 0.01)
    monkeypatch.setattr(indexer, "EVERY", 0.01)
    stopping = threading.Event()
    with Store(tmp_path) as store:
        store.drafts.create(MALL, {"namn": "Ett"}, Person("Anna", "FK"))
        indexer.Indexer(store, stopping).start()
        deadline = time.monotonic() + 10
        waiting = "SELECT count(*) FROM search WHERE indexed = 1"
        while not store.database.connection().execute(waiting).fetchone()[0] and time.monotonic() < deadline:
            time.sleep(0.02)
        assert store.database.connection().execute(waiting).fetchone()[0] == 1
        stopping.set()
