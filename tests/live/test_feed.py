"""The feed: everybody hears every change, in order, also after a gap; nobody is forgotten when the room is full."""

import json
import threading

import pytest

from finsam_forms.live.feed import KEPT, Feed, Full


@pytest.fixture
def feed():
    feed = Feed(max_streams=2)
    yield feed
    feed.stop()


def listen(feed, after=0, newest=0, catch_up=lambda: None):
    return feed.open_stream(7, after, newest, lambda: False, catch_up)


def changes(chunk):
    lines = chunk.decode().split("\n")
    return [json.loads(line.removeprefix("data: "))["id"] for line in lines if line.startswith("data: {")]


def test_den_som_lyssnar_hor_andringar_i_ordning(feed):
    stream = listen(feed)
    assert b"retry" in next(stream)
    for number in range(1, 4):
        feed.publish(7, {"id": number})
    heard = changes(next(stream))
    while len(heard) < 3:
        heard += changes(next(stream))
    assert heard == [1, 2, 3]


def test_ett_annat_utkast_hors_inte(feed):
    feed.publish(8, {"id": 1})
    assert feed.messages(7, 0, 0) == []


def test_den_som_kommer_tillbaka_far_det_som_missades(feed):
    for number in range(1, 6):
        feed.publish(7, {"id": number})
    stream = listen(feed, after=3, newest=5)
    next(stream)
    assert changes(next(stream)) == [4, 5]


def test_lucka_aldre_an_minnet_ger_en_ikappkorning(feed):
    for number in range(1, KEPT + 10):
        feed.publish(7, {"id": number})
    stream = listen(feed, after=2, catch_up=lambda: {"id": KEPT + 9})
    next(stream)
    assert changes(next(stream)) == [KEPT + 9]
    assert feed.messages(7, 2, 0) is None


def test_efter_omstart_vet_ingen_vad_som_missades(feed):
    assert feed.messages(7, after=100, newest=105) is None
    assert feed.messages(7, after=105, newest=105) == []


def test_fullt_hus_sager_till_och_en_stangd_strom_ger_plats(feed):
    streams = [listen(feed), listen(feed)]
    for stream in streams:
        next(stream)
    with pytest.raises(Full):
        listen(feed)
    streams[0].close()
    next(listen(feed))


def test_den_som_gatt_marks_utan_att_nagot_skrivs(feed):
    left = threading.Event()
    stream = feed.open_stream(7, 0, 0, left.is_set, lambda: None)
    next(stream)
    left.set()
    with pytest.raises(StopIteration):
        next(stream)
    assert feed.streams == 0


def test_stopp_avslutar_strommarna_genast(feed):
    stream = listen(feed)
    next(stream)
    threading.Timer(0.05, feed.stop).start()
    with pytest.raises(StopIteration):
        next(stream)


def test_det_som_bara_passerar_spelas_inte_upp_igen_for_en_strom(feed):
    feed.publish(7, {"id": 1})
    feed.publish(7, {"html": "anmärkning"}, name="har")
    stream = listen(feed, after=1)
    feed.publish(7, {"id": 2})
    heard = next(stream) + next(stream)
    assert b'"id":2' in heard
    assert b"anm" not in heard


def test_den_som_fragar_far_veta_det_som_passerade_nyss(feed, monkeypatch):
    feed.publish(7, {"id": 5})
    feed.publish(7, {"html": "anmärkning"}, name="har")
    assert [json.loads(one) for one in feed.messages(7, 5, 5)] == [{"html": "anmärkning"}]
    assert [json.loads(one) for one in feed.messages(7, 4, 5)] == [{"id": 5}, {"html": "anmärkning"}]
    monkeypatch.setattr("finsam_forms.live.feed.RECENT", -1)
    assert feed.messages(7, 5, 5) == []
