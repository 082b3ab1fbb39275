"""The feed: everybody hears every change, in order, also after a gap; nobody is forgotten when the room is full."""

import json
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam_forms.live import feed as feeding
from finsam_forms.live.feed import KEPT, Feed, Full


@pytest.fixture(autouse=True)
def short_hold(monkeypatch):
    monkeypatch.setattr(feeding, "HOLD", 1.0)


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


def test_det_som_minns_har_en_grans_i_byte(feed, monkeypatch):
    monkeypatch.setattr(feeding, "KEPT_BYTES", 10_000)
    for number in range(1, 101):
        feed.publish(7, {"id": number, "html": "x" * 1000})
    assert feed._channels[7].size <= 10_000
    assert feed.messages(7, 0, 0) is None
    assert len(feed.messages(7, 97, 0)) == 3


def test_ett_enda_stort_meddelande_kommer_fram(feed, monkeypatch):
    monkeypatch.setattr(feeding, "KEPT_BYTES", 10)
    stream = listen(feed)
    next(stream)
    feed.publish(7, {"id": 1, "html": "x" * 1000})
    assert changes(next(stream)) == [1]


def test_alla_utkast_tillsammans_har_en_grans_och_det_som_vilat_langst_gloms(feed, monkeypatch):
    monkeypatch.setattr(feeding, "ALL_BYTES", 10_000)
    for number in range(1, 21):
        feed.publish(number, {"id": number, "html": "x" * 1000})
    assert sum(channel.size for channel in feed._channels.values()) == feed._size <= 10_000
    assert feed.messages(1, 0, 0) is None
    assert feed.messages(20, 19, 0) is not None


def test_en_lasare_sa_langsam_att_den_missat_nagot_kors_ikapp(feed, monkeypatch):
    monkeypatch.setattr(feeding, "KEPT", 3)
    stream = listen(feed, catch_up=lambda: {"id": 9})
    next(stream)
    for number in range(1, 10):
        feed.publish(7, {"id": number})
    assert changes(next(stream)) == [9]
    feed.publish(7, {"id": 10})
    assert changes(next(stream)) == [10]


def heard(answer):
    return [json.loads(one) for one in answer.messages]


def test_den_som_fragar_far_vanta_tills_det_finns_nagot(feed):
    first = feed.poll(7, 0, 0)
    assert first.messages == []
    threading.Timer(0.1, feed.publish, (7, {"id": 1})).start()
    began = time.monotonic()
    answer = feed.poll(7, 0, 0, mark=first.mark)
    assert time.monotonic() - began < feeding.HOLD
    assert heard(answer) == [{"id": 1}]
    assert answer.held


def test_den_som_fragar_hor_varje_sak_en_gang(feed):
    feed.publish(7, {"here": 1}, name="har")
    answer = feed.poll(7, 0, 0)
    assert heard(answer) == [{"here": 1}]
    feed.publish(7, {"id": 1})
    feed.publish(7, {"here": 2}, name="har")
    answer = feed.poll(7, 0, 0, mark=answer.mark)
    assert heard(answer) == [{"id": 1}, {"here": 2}]
    assert feed.poll(7, 1, 1, mark=answer.mark).messages == []


def test_fragor_vantar_inte_nar_platserna_ar_slut(feed):
    streams = [listen(feed), listen(feed)]
    for stream in streams:
        next(stream)
    began = time.monotonic()
    answer = feed.poll(7, 0, 0)
    assert time.monotonic() - began < feeding.HOLD / 2
    assert (answer.messages, answer.held) == ([], False)


def test_en_fraga_som_vantar_lamnar_sin_plats(feed):
    feed.poll(7, 0, 0, gone=lambda: True)
    assert feed.held == 0
    assert not feed.full


def test_ett_marke_fran_fore_omstarten_misstas_inte_for_ett_nytt(feed):
    feed.publish(7, {"id": 1})
    mark = feed.poll(7, 1, 1).mark
    other = Feed()
    for number in range(2, 50):
        other.publish(7, {"id": number})
    assert [one["id"] for one in heard(other.poll(7, 40, 49, mark=mark))] == list(range(41, 50))
    assert other.poll(7, 0, 49, mark=mark).messages is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 400)), max_size=40), st.data())
def test_den_som_fragar_hor_allt_i_ordning_eller_kors_ikapp(said, data):
    """However much is kept: each poll gives what was said since the last one, or says that it is no longer known."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(feeding, "KEPT", 6)
        patched.setattr(feeding, "KEPT_BYTES", 900)
        patched.setattr(feeding, "HOLD", 0)
        feed, mark, after, unheard = Feed(), 0, 0, []
        for number, (passes, size) in enumerate(said, 1):
            message = {"html": "x" * size, "n": number} | ({} if passes else {"id": number})
            feed.publish(7, message)
            unheard.append(number)
            if data.draw(st.booleans()):
                answer = feed.poll(7, after, 0, mark=mark)
                mark = answer.mark
                if answer.messages is not None:
                    came = [one["n"] for one in heard(answer)]
                    lasting = [n for n in unheard if not said[n - 1][0]]
                    assert [n for n in came if not said[n - 1][0] and n in unheard] == lasting
                    assert came == sorted(came)
                after, unheard = number, []


def places(feed):
    return feed.writers.taken, feed.readers.taken


def read(feed, after=0, newest=0, gone=lambda: False):
    return feed.open_reader(7, after, newest, gone)


@pytest.mark.parametrize("kind", [listen, read], ids=["skrivare", "läsare"])
def test_en_strom_som_ingen_laser_tar_ingen_plats(feed, kind):
    unread = [kind(feed) for _ in range(100)]
    assert places(feed) == (0, 0)
    for stream in unread[:50]:
        stream.close()
    del unread
    next(kind(feed))
    assert places(feed) == (0, 0)  # nobody holds it any longer


@pytest.mark.parametrize("kind", [listen, read], ids=["skrivare", "läsare"])
def test_platsen_lamnas_hur_strommen_an_slutar(feed, kind):
    closed, dropped, thrown = kind(feed), kind(feed), kind(feed)
    next(closed)
    closed.close()
    next(dropped)
    del dropped
    next(thrown)
    with pytest.raises(OSError):
        thrown.throw(OSError)
    assert places(feed) == (0, 0)


def test_den_som_far_sista_platsen_for_sent_far_forsoka_igen(feed):
    streams = [listen(feed) for _ in range(3)]
    assert next(streams[0])
    assert next(streams[1])
    assert list(streams[2]) == []
    assert places(feed) == (2, 0)


def test_lasare_tar_inga_platser_fran_skrivare_och_skrivare_inga_fran_lasare():
    feed = Feed(max_streams=2, max_readers=3)
    readers = [read(feed) for _ in range(3)]
    for one in readers:
        next(one)
    with pytest.raises(Full):
        read(feed)
    writers = [listen(feed), listen(feed)]
    for one in writers:
        next(one)
    with pytest.raises(Full):
        listen(feed)
    readers.pop().close()
    assert b"retry" in next(read(feed))


@pytest.mark.parametrize(
    ("message", "name", "told"),
    [
        ({"id": 1, "values": [{"path": "syfte", "value": "hemlig"}]}, "andrat", True),
        ({"id": 1, "values": [{"path": "_titel", "value": "hemlig"}]}, "andrat", True),
        ({"id": 1, "values": [], "stale": ["budget/lon"], "html": "hemlig"}, "andrat", True),
        ({"id": 1, "values": [], "stale": ["*"]}, "andrat", True),
        ({"id": 1, "values": [], "fetch": [{"path": "syfte", "version": 2}]}, "andrat", True),
        ({"id": 1, "values": [{"path": "_notes/mal/ab12/text", "value": "hemlig"}]}, "andrat", False),
        ({"id": 1, "values": [], "fetch": [{"path": "_notes/mal/ab12/text", "version": 2}]}, "andrat", False),
        ({"id": 1, "values": [], "stale": ["_granska"], "html": "hemlig"}, "andrat", False),
        ({"id": 1, "values": [{"path": "_nytt/slag", "value": "hemlig"}], "nyckel": "hemlig"}, "andrat", False),
        ({"values": [], "html": "hemlig"}, "har", False),
        ({"here": {"came": ["hemlig"]}}, "har", False),
        ({"id": 1, "values": [{"path": "syfte", "value": "hemlig"}]}, "nagotnytt", False),
    ],
)
def test_en_lasare_far_veta_att_det_som_syns_har_andrats_och_inget_annat(feed, monkeypatch, message, name, told):
    monkeypatch.setattr(feeding, "PING", 0)
    stream = read(feed)
    next(stream)
    feed.publish(7, message, name=name)
    assert next(stream) == (b"event: andrat\nid: 1\ndata: {}\n\n" if told else b"event: puls\ndata: 1\n\n")


def test_en_lasare_som_varit_borta_far_bara_veta_att_nagot_har_andrats(feed):
    stream = read(feed, after=0, newest=40)
    next(stream)
    assert next(stream) == b"event: andrat\nid: 40\ndata: {}\n\n"


def test_den_som_inte_langre_far_lyssna_hor_inget_mer_inte_ens_det_som_just_sas(feed):
    allowed = [True]
    streams = [feed.open_stream(7, 0, 0, lambda: not allowed[0], lambda: None), read(feed, gone=lambda: not allowed[0])]
    feed.publish(7, {"id": 1, "values": [{"path": "syfte", "value": "x"}]})
    for one in streams:
        next(one)
        assert b"andrat" in next(one)
    feed.publish(7, {"id": 2, "values": [{"path": "syfte", "value": "y"}]})
    allowed[0] = False
    assert [next(one, "slut") for one in streams] == ["slut", "slut"]


def test_en_fraga_som_vantar_nar_motet_stangs_far_inget_veta(feed):
    allowed = [True]

    def close():
        allowed[0] = False
        feed.publish(7, {"id": 1})
        feed.look_again()

    mark = feed.poll(7, 0, 0).mark
    threading.Timer(0.1, close).start()
    assert feed.poll(7, 0, 0, mark=mark, gone=lambda: not allowed[0]).messages == []
