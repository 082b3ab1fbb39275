"""The meeting's code: who it lets in, how slowly it can be guessed, when it closes."""

import pytest

from finsam_forms.live.meeting import GUESSES_PER_ADDRESS, OPEN_FOR, Meeting, TooManyGuesses, WrongCode, spoken


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


def test_tusen_gissningar_fran_hundra_adresser_blir_trettio_i_minuten(meeting):
    code = meeting.open()
    tried = 0
    for number in range(1000):
        try:
            meeting.let_in(wrong(code), f"192.0.2.{number % 100}")
        except WrongCode:
            tried += 1
        except TooManyGuesses:
            pass
    assert tried == 30


def test_tom_hemlighet_ar_ingen_nyckel(meeting):
    meeting.open()
    assert not meeting.is_in("")
