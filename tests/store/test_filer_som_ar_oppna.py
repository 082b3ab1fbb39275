"""The computer has no more open files to give: said as it is, and nothing is lost."""

import gc
import os
import resource
import threading
from contextlib import contextmanager

import pytest

from finsam_forms.store import DiskFull, ReadOnly, Store, StoreError, TooManyOpen

pytestmark = pytest.mark.skipif(not hasattr(resource, "RLIMIT_NOFILE"), reason="Windows has no such limit")


@contextmanager
def no_more_files():
    """A process that can open no more files."""
    gc.collect()  # or others' forgotten ones are given back meanwhile
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    opened = [os.open(os.devnull, os.O_RDONLY)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (opened[0] + 60, hard))
    try:
        while True:
            try:
                opened.append(os.open(os.devnull, os.O_RDONLY))
            except OSError:
                break
        yield
    finally:
        for one in opened:
            os.close(one)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def in_a_thread(work):
    """What `work` raised in a thread that has no connection yet."""
    raised = []

    def run():
        try:
            work()
        except Exception as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return raised[0] if raised else None


def test_for_manga_oppna_filer_ar_varken_full_disk_eller_skrivskydd(tmp_path):
    with Store(tmp_path) as store:
        with no_more_files():
            raised = in_a_thread(store.drafts.page)
        assert isinstance(raised, TooManyOpen), repr(raised)
        assert not isinstance(raised, DiskFull | ReadOnly)
        assert in_a_thread(store.drafts.page) is None


def test_annat_fel_med_samma_nummer_ar_inte_for_manga_filer(tmp_path):
    store = Store(tmp_path / "data")
    store.close()
    (tmp_path / "data").rename(tmp_path / "borta")
    raised = in_a_thread(store.drafts.page)
    assert isinstance(raised, StoreError)
    assert not isinstance(raised, TooManyOpen)


def test_en_trad_som_vilar_har_inga_filer_oppna_och_kan_fortsatta(tmp_path):
    with Store(tmp_path) as store:
        store.drafts.page()
        before = len(os.listdir("/dev/fd"))
        numbers = []

        def work():
            store.drafts.page()
            numbers.append(len(os.listdir("/dev/fd")))
            store.rest(5)
            numbers.append(len(os.listdir("/dev/fd")))
            store.rest()
            numbers.append(len(os.listdir("/dev/fd")))
            store.drafts.page()
            store.rest()

        for _ in range(5):
            assert in_a_thread(work) is None
        assert numbers[0] == numbers[1] > numbers[2] >= before
        assert numbers == numbers[:3] * 5
