"""What is remembered of texts has a limit in characters, whatever their number."""

import pytest

from finsam_forms.core.remembered import CHARACTERS, LENGTHS, LONGER, remembered


@pytest.fixture
def asked():
    return []


@pytest.fixture
def upper(asked):
    @remembered
    def upper(text):
        """In capitals."""
        asked.append(text)
        return text.upper()

    return upper


def test_samma_text_reds_ut_en_gang(upper, asked):
    assert [upper("hej"), upper("hej"), upper("x" * 50_000)[:2]] == ["HEJ", "HEJ", "XX"]
    assert len(asked) == 2


@pytest.mark.parametrize("length", [LENGTHS[0], LENGTHS[1], 500_000])
def test_minnet_har_en_grans_i_tecken(upper, asked, length):
    """Asked for in order again, those that are still known are not worked out: no more than there is room for."""
    texts = [f"{number:05d}" + "x" * (length - 5) for number in range(min(1100, 40_000_000 // length))]
    for text in texts:
        assert upper(text) == text.upper()
    asked.clear()
    for text in reversed(texts):
        upper(text)
    known = len(texts) - len(asked)
    assert 0 < known * length <= max(CHARACTERS, LONGER * length)


def test_en_lang_text_tranger_inte_ut_de_korta(upper, asked):
    upper("kort")
    for number in range(10):
        upper(f"{number}" * 100_000)
    asked.clear()
    upper("kort")
    assert asked == []
