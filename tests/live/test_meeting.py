"""The meeting's code: who it lets in, how slowly it can be guessed, when it closes."""

import threading

import pytest

from finsam_forms.live.meeting import (
    ALPHABET,
    CODE_LENGTH,
    GUESSES_PER_ADDRESS,
    GUESSES_PER_MINUTE,
    OPEN_FOR,
    OWN_GUESSES,
    Meeting,
    TooManyGuesses,
    WrongCode,
    spoken,
)


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def meeting(clock):
    return Meeting(clock)


def wrong(code):
    return ("A" if code[0] != "A" else "B") + code[1:]


def test_ratt_kod_slapper_in_med_streck_och_gemener(meeting):
    code = meeting.open()
    assert meeting.is_in(meeting.let_in(f" {spoken(code).lower()} ", "192.0.2.1"))


def test_utan_oppet_mote_hjalper_ingen_kod(meeting):
    with pytest.raises(WrongCode):
        meeting.let_in("", "192.0.2.1")


def test_ny_oppning_ger_ny_kod_och_de_gamla_ar_ute(meeting):
    first = meeting.open()
    secret = meeting.let_in(first, "192.0.2.1")
    second = meeting.open()
    assert first != second
    assert not meeting.is_in(secret)


def test_stangt_mote_slapper_inte_in(meeting):
    secret = meeting.let_in(meeting.open(), "192.0.2.1")
    meeting.close()
    assert not meeting.is_in(secret)
    assert meeting.code is None


def test_motet_stanger_sig_efter_tolv_timmar(meeting, clock):
    secret = meeting.let_in(meeting.open(), "192.0.2.1")
    clock.now += OPEN_FOR - 1
    assert meeting.is_in(secret)
    clock.now += 1
    assert not meeting.is_in(secret)


def test_felaktiga_koder_bromsas_men_laser_aldrig_ute(meeting, clock):
    code = meeting.open()
    for _ in range(GUESSES_PER_ADDRESS):
        with pytest.raises(WrongCode):
            meeting.let_in(wrong(code), "192.0.2.1")
    with pytest.raises(TooManyGuesses) as waiting:
        meeting.let_in(code, "192.0.2.1")
    clock.now += waiting.value.seconds
    assert meeting.let_in(code, "192.0.2.1")


def test_en_gissare_hindrar_inte_grannen(meeting):
    code = meeting.open()
    for _ in range(GUESSES_PER_ADDRESS):
        with pytest.raises(WrongCode):
            meeting.let_in(wrong(code), "192.0.2.1")
    assert meeting.let_in(code, "192.0.2.2")


def guess(meeting, code, addresses):
    """One wrong code from each: how many were looked at."""
    looked_at = 0
    for address in addresses:
        try:
            meeting.let_in(wrong(code), address)
        except WrongCode:
            looked_at += 1
        except TooManyGuesses:
            pass
    return looked_at


def test_de_som_gissat_upp_sina_egna_forsok_delar_pa_trettio_i_minuten(meeting, clock):
    code = meeting.open()
    crowd = [f"192.0.2.{number}" for number in range(100)]
    assert guess(meeting, code, crowd * 10) == OWN_GUESSES * 100
    clock.now += 61
    assert guess(meeting, code, crowd * 10) == GUESSES_PER_MINUTE
    clock.now += 61
    assert guess(meeting, code, crowd * 10) == GUESSES_PER_MINUTE


def test_ett_arligt_forsok_avvisas_aldrig_for_att_andra_gissar(meeting, clock):
    code = meeting.open()
    crowd = [f"192.0.2.{number}" for number in range(100)]
    guess(meeting, code, crowd * 6)
    clock.now += 61
    guess(meeting, code, crowd * 6)
    with pytest.raises(WrongCode):
        meeting.let_in(wrong(code), "198.51.100.7")
    assert meeting.let_in(code, "198.51.100.7")


@pytest.mark.parametrize(
    "addresses",
    [
        [f"::ffff:192.0.2.{number % 1}" for number in range(20)] + ["192.0.2.0"] * 20,
        [f"2001:db8::{number:x}" for number in range(40)],
        [f"fe80::{number:x}%eth0" for number in range(40)],
    ],
    ids=["IPv4 i IPv6", "ett /64", "länklokala"],
)
def test_adresser_som_en_dator_har_hur_manga_som_helst_av_ar_en(meeting, addresses):
    assert guess(meeting, meeting.open(), addresses) == GUESSES_PER_ADDRESS


def test_chansen_att_gissa_ratt_under_ett_mote_ar_under_en_pa_en_miljon():
    shared = GUESSES_PER_MINUTE * OPEN_FOR / 60
    assert (65_534 * OWN_GUESSES + shared) / len(ALPHABET) ** CODE_LENGTH < 1e-6


def test_den_som_vantar_pa_att_motet_ska_sluta_far_veta_det(clock, monkeypatch):
    monkeypatch.setattr("finsam_forms.live.meeting.LOOK", 0.01)
    meeting, over = Meeting(clock), threading.Event()
    meeting.open(over.set)
    assert not over.wait(0.05)
    clock.now += OPEN_FOR
    assert over.wait(5)


@pytest.mark.parametrize("how", ["close", "open"])
def test_ett_mote_som_nagon_stangt_eller_oppnat_igen_slutar_inte_av_sig_sjalvt(clock, monkeypatch, how):
    monkeypatch.setattr("finsam_forms.live.meeting.LOOK", 0.01)
    meeting, over = Meeting(clock), threading.Event()
    meeting.open(over.set)
    getattr(meeting, how)()
    clock.now += OPEN_FOR
    assert not over.wait(0.1)


def test_tom_hemlighet_ar_ingen_nyckel(meeting):
    meeting.open()
    assert not meeting.is_in("")
