"""Files of ours come back as they were; which reader a file is for is told by what is in it."""

import io
import json
import zipfile

import pytest
from pypdf import PdfWriter

from finsam_forms.core.fingerprint import fingerprint
from finsam_forms.export.exchange import dumps
from finsam_forms.incoming.brought import Brought, Comment, Doubt, Refused, Unplaced, sentences
from finsam_forms.incoming.compare import compare
from finsam_forms.incoming.package import repacked, unpacked
from finsam_forms.incoming.readers import LINKS_OUT, read_file, told_of_links
from finsam_forms.incoming.taken import new_document
from tests.builder import MALLS, worked_example
from tests.incoming.hostile import packed_plain


def as_json() -> bytes:
    return dumps(worked_example()).encode()


def as_pdf() -> bytes:
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment("bild.png", b"\x89PNG")
    writer.add_attachment("vagen-in.json", as_json())
    writer.write(target)
    return target.getvalue()


def as_zip() -> bytes:
    return packed_plain({"vagen-in/vagen-in.json": as_json(), "vagen-in/vagen-in.pdf": as_pdf(), "vagen-in/": b""})


OURS = {
    "json": as_json,
    "json med märke först": lambda: b"\xef\xbb\xbf" + as_json(),
    "json i UTF-16": lambda: dumps(worked_example()).encode("utf-16"),
    "pdf": as_pdf,
    "pdf med annat före": lambda: b"\n" + as_pdf(),
    "zip": as_zip,
}


@pytest.mark.parametrize("make", OURS.values(), ids=OURS)
def test_en_egen_fil_ar_samma_dokument(make):
    brought = read_file(make(), MALLS)
    assert fingerprint(new_document(brought, MALLS)) == fingerprint(worked_example())
    assert brought.fingerprint == fingerprint(worked_example()).sha256
    assert brought.form_mark == MALLS["ansokan"].fingerprint
    assert brought.whole and not [*sentences(brought)]


def test_varje_fel_i_en_fil_sags_med_sin_plats():
    data = json.loads(as_json())
    data["innehall"]["syfte"] = 7
    data["innehall"]["insatsens_namn"] = ["x"]
    with pytest.raises(Refused) as refused:
        read_file(json.dumps(data).encode(), MALLS)
    assert [place for place, _ in refused.value.faults] == ["insatsens_namn", "syfte"]
    assert all(f"{place}: {sentence}" in refused.value.sentence for place, sentence in refused.value.faults)


def test_utkastets_egen_version_av_formularet_laser_filen():
    old = worked_example()
    shorter = {name: mall for name, mall in MALLS.items() if name != "ansokan"}
    assert read_file(as_json(), shorter, beside=old).form == "ansokan"
    with pytest.raises(Refused, match="formuläret finns inte här"):
        read_file(as_json(), shorter)


def test_ett_paket_packas_om_till_samma_delar_och_inget_annat():
    parts = {"a.xml": b"<a/>", "mapp/b.bin": bytes(range(256))}
    clean = repacked(parts)
    assert unpacked(clean) == parts
    with zipfile.ZipFile(io.BytesIO(clean)) as package:
        assert {one.compress_type for one in package.infolist()} == {zipfile.ZIP_STORED}


def test_en_fil_som_inte_sager_sitt_formular_blir_inget_eget_utkast():
    with pytest.raises(Refused, match="säger inte vilket formulär"):
        new_document(Brought(form=None, values={"syfte": "x"}), MALLS)
    with pytest.raises(Refused, match="finns inte här. Här finns: ansokan"):
        new_document(Brought(form="annat", values={}), MALLS)


def test_ett_nytt_utkast_tar_det_som_har_en_plats_som_det_ska_lagras():
    brought = Brought(
        form="ansokan",
        base={"syfte": "Som det var", "insatsens_namn": "Vägen in"},
        values={
            "syfte": "Som det blev",
            "insatstid/start": "21 februari 2021",
            "finns_inte": "x",
            "_notes/syfte/a/text": "x",
            "samverkansparter/ab12/_plats": "",
        },
    )
    assert new_document(brought, MALLS).values == {
        "syfte": "Som det blev",
        "insatsens_namn": "Vägen in",
        "insatstid/start": "2021-02-21",
    }


def test_kommentarer_ar_anteckningar_i_det_nya_utkastet_och_samma_om_filen_jamfors_med_det():
    said = Comment("syfte", "Eva\u200b Ek", "• Stämmer det?")
    comments = (said, Comment("", "", "Bra!"), said, Comment("metod", "Bo", " "))
    brought = Brought(form="ansokan", values={"syfte": "Fler."}, comments=comments)
    document = new_document(brought, MALLS)
    notes = {path.split("/")[1]: path.rpartition("/")[0] for path in document.values if path.startswith("_notes/")}
    assert notes.keys() == {"syfte", MALLS["ansokan"].sections[0].id}
    assert [[document.text(f"{path}/{part}") for part in ("text", "av")] for path in notes.values()] == [
        ["- Stämmer det?", "Eva Ek"],
        ["Bra!", "någon utan namn"],
    ]
    assert compare(brought, document).differences == ()


def test_rader_som_formularet_inte_rymmer_sags():
    values = {f"insatsagare/rad{number}/_plats": f"i{number}" for number in range(1, 7)}
    with pytest.raises(Refused, match="rymmer högst 5 här"):
        new_document(Brought(form="ansokan", values=values), MALLS)
    with pytest.raises(Refused, match="går inte att lägga till"):
        new_document(Brought(form="ansokan", values={"samverkansparter/ab12/_plats": "Ö!"}), MALLS)


def test_allt_som_finns_att_saga_sags():
    brought = Brought(
        form="ansokan",
        values={},
        comments=(Comment("syfte", "Eva Ek", "Stämmer det?"), Comment("", "", "Bra!")),
        unplaced=(Unplaced("Under rubriken 5 Syfte", "Löst stycke"),),
        doubts=(Doubt("syfte", "Två stycken har samma rubrik."),),
        said=("Filen hade spårade ändringar.",),
    )
    assert [*sentences(brought)] == [
        "Filen hade spårade ändringar.",
        "Tveksamt: Två stycken har samma rubrik.",
        "Under rubriken 5 Syfte står något som inte har någon plats i formuläret: Löst stycke",
        "Kommentar av Eva Ek: Stämmer det?",
        "Kommentar av någon: Bra!",
    ]


RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
LINK = '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}" {}/>'


@pytest.mark.parametrize(
    ("kind", "target", "more", "told"),
    [
        ("hyperlink", "mailto:a@b.example", 'TargetMode="External"', False),
        ("styles", "styles.xml", "", False),
        ("attachedTemplate", "file:///C:/mallar/x.dotm", 'TargetMode="External"', True),
        ("image", "http://127.0.0.1:9/spion.png", 'TargetMode="External"', True),
        ("externalLinkPath", "annan.xlsx", 'TargetMode="External"', True),
    ],
)
def test_det_som_en_fil_bara_hanvisar_till_hamtas_inte_men_sags(kind, target, more, told):
    parts = {"word/_rels/document.xml.rels": RELS.format(LINK.format(kind, target, more)).encode()}
    found = told_of_links(Brought(form=None, values={}, said=("Annat.",)), parts)
    assert found.said == ((LINKS_OUT, "Annat.") if told else ("Annat.",))


def test_om_en_skadad_pdf_sags_bara_var_mening(caplog):
    with pytest.raises(Refused, match="PDF-filen är skadad"):
        read_file(b"%PDF-1.7\n1 0 obj\n", MALLS)
    assert caplog.messages == []
