"""Style and scripts are sent compressed to those who take it, and only where they are needed."""

import gzip

import pytest

SCRIPT = "/static/vendor/prosemirror/prosemirror.min.js"
TAKES = {"Accept-Encoding": "gzip, deflate"}


@pytest.mark.parametrize("address", [SCRIPT, "/static/app.css", "/static/js/outbox.js"])
def test_filerna_ar_desamma_och_mindre_pa_vagen(client, address):
    plain, small = client.get(address), client.get(address, headers=TAKES)
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 2
    assert small.headers["Content-Length"] == str(len(small.data))
    assert small.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert client.get(address, headers=TAKES).data == small.data


def test_den_som_har_filen_far_den_inte_igen(client):
    tag = client.get(SCRIPT, headers=TAKES).headers["ETag"]
    again = client.get(SCRIPT, headers={**TAKES, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_en_del_av_en_fil_skickas_som_den_ar(client):
    part = client.get(SCRIPT, headers={**TAKES, "Range": "bytes=0-99"})
    assert part.status_code == 206
    assert len(part.data) == 100


def test_teckensnitt_och_sidor_rors_inte(client):
    for address in ("/static/fonts/SourceSans3_400Regular.ttf", "/"):
        assert "Content-Encoding" not in client.get(address, headers=TAKES).headers


def test_redigeraren_kommer_bara_till_avsnitt_dar_det_skrivs_langa_texter(exempel, sheet):
    with_it = {
        section.id
        for section in sheet().mall.sections
        if "prosemirror" in exempel.get(f"/utkast/1/avsnitt/{section.id}").text
    }
    assert "syfte" in with_it
    assert {"mal", "lokus", "tidplan"} < with_it
    assert not {"insatsens_namn", "samverkansparter", "underskrifter", "budget"} & with_it
    for page in ("granska", "skriv-ut", "historik?falt=syfte", "att-gora", "andrat"):
        assert "prosemirror" not in exempel.get(f"/utkast/1/{page}").text
