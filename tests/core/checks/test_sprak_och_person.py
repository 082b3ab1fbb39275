"""G43, G48 and G51: personal data, old names and mixed words."""

import pytest

from finsam_forms.core.checks import check_document
from finsam_forms.core.personal_number import masked
from finsam_forms.core.waiver import Waiver
from tests.core.checks.builder import application, of_code, pressed, says

# Skatteverket's test numbers, which belong to nobody.
PERSONNUMMER = ["19811218-9876", "811218-9876", "8112189876", "198112189876", "811218 9876", "811218–9876"]
SAMORDNINGSNUMMER = "811278-9873"
PASTED = [
    *(f"811218{dash}9876" for dash in "‐‑‒–—―−+/"),
    "811218 - 9876", "811218  9876", "811218 \u00a0- 9876", "811218\n9876", "811218-\n9876", "811218\r\n-9876", "811218\u00ad-\u200b9876",
    "**811218**-9876", "811218-**9876**", "*811218*  *9876*", "1981-12-18-9876", "81-12-18-9876", "1981‑12‑18‑9876", "1981-12-18 - 9876",
    "-811218-9876", "811218-9876-", "811218-9876–", "pnr:811218-9876.", "811218-9876/811218-9876", "811218-9876,811218-9876",
    "**8112**18-9876", "**19**811218-9876", "8112**18-98**76", "1981-12-18 9876", "1981–12–18–9876", "1981 12 18 9876", "81 12 18-9876",
    "811218.9876", "811218-\n- 9876",
    "19 811218 9876", "19 811218-9876", "19-811218-9876", "19 811218 - 9876", "20 811218-9876", "1981 1218 9876", "1981 1218-9876",
    "81-12-18 9876", "81.12.18-9876", "1981.12.18-9876", "1981.12.18 9876", "81/12/18-9876", "1981/12/18-9876", "81 12 18 - 9876",
    "81 12 18 9876", "19 81 12 18 9876", "19 81 12 18-9876", "811218-98 76", "19811218-98 76", "811218 98 76",
]  # fmt: skip


def severities(text):
    return [remark.severity.value for remark in says("G43", {"bakgrund": f"Kvinnor och män. {text}"})]


@pytest.mark.parametrize("number", [*PERSONNUMMER, SAMORDNINGSNUMMER])
def test_g43_nummer_i_text_ar_fel_och_sags_aldrig_i_klartext(number):
    changes = {"bakgrund": f"Kvinnor och män. Deltagaren ({number}) vill arbeta."}
    (remark,) = says("G43", changes)
    assert remark.severity.value == "fel"
    assert "samordningsförbund" in remark.sentence
    assert number not in remark.sentence
    assert number[-4:] not in remark.sentence
    fixed = pressed(application(changes), remark)
    assert number not in fixed.text("bakgrund")
    assert of_code("G43", fixed) == []


@pytest.mark.parametrize("number", PASTED, ids=ascii)
def test_g43_nummer_hur_det_an_ar_inklistrat(number):
    assert "fel" in severities(f"Deltagaren {number} vill arbeta.")
    assert "9876" not in masked(f"Deltagaren {number} vill arbeta.")


def test_g43_nummer_kortas_dar_de_visas_och_resten_star_kvar():
    assert masked("Se 811218-9876, **811278**-9873 och 212000-0241.") == "Se 81…, **81… och 212000-0241."


def test_g43_samordningsnummer_heter_sa():
    (remark,) = says("G43", {"bakgrund": f"Kvinnor och män. {SAMORDNINGSNUMMER}"})
    assert "samordningsnummer" in remark.sentence


@pytest.mark.parametrize(
    "path", ["insatsens_namn", "samverkansparter/arbf/kontaktperson", "lokus/kommentar", "budget/lon/wage/benamning"]
)
def test_g43_overallt_dar_nagon_skriver(path):
    assert [remark.path for remark in says("G43", {path: f"Se {PERSONNUMMER[0]}, 2027-01-20"})] == [path]


@pytest.mark.parametrize(
    "text", ["811218-9875", "En kvinna på 43 år deltog.", "en 23-årig man", "Deltagaren är född 1988."]
)
def test_g43_ser_ut_att_gälla_en_person(text):
    assert severities(text) == ["tips"]


@pytest.mark.parametrize(
    "text",
    [
        "Organisationsnummer 212000-0241.",
        "Ring 018-611 00 00 eller 0701234567.",
        "Perioden 210401–211231.",
        "42 kvinnor och 31 män mellan 18 och 29 år.",
        "Belopp 8112180000 kr",
        "Insatsen pågår 2021-02-21–2022-12-31.",
        "2021-02-21 - 2022-12-31",
        "Dnr 2021-12-18/9876",
        "2021-12-18 9876 kr",
        "2021-12-18\n9876",
        "811218-9876-01",
        "1-811218-9876",
        "5 81 12 18 9876",
        "81 12 18 9876 12",
        "81 12 18 9876 kr",
        "81-12-18 9876 kr",
        "2021 12 18 9876",
        "2021 1218 9876",
        "21-12-18 9876",
        "Kvartal 10 11 12-2013, 10 11 12 - 2013",
        "Ring 018 81 12 18-9876.",
        "8112 18 9876",
        "120101\n\n\n\n9876",
        "325 000 och 1 200 000 kr, 120 000 2021",
        "En kvinna och en man ur gruppen.",
    ],
)
def test_g43_annat_ar_tyst(text):
    assert severities(text) == []


def test_g48_sus_heter_uppfoljning_finsam():
    changes = {"uppfoljning": "Deltagare registreras i SUS."}
    (remark,) = says("G48", changes)
    assert pressed(application(changes), remark).text("uppfoljning") == "Deltagare registreras i Uppföljning Finsam."


@pytest.mark.parametrize("text", ["Uppföljning Finsam (f.d. SUS)", "Universitetssjukhuset", "sus i säven"])
def test_g48_tyst(text):
    assert says("G48", {"uppfoljning": text}) == []


def test_g51_projekt_och_insats():
    (remark,) = says("G51", {"metod": "Projektägaren leder. Risk. Ordinarie verksamhet."})
    assert "insatsägare" in remark.sentence


@pytest.mark.parametrize("text", ["Ett tidigare projekt prövade detta.", "ESF-projektet pågår.", "Projektorn lånas."])
def test_g51_andra_projekt_far_heta_sa(text):
    assert says("G51", {"syfte": f"Insatsen börjar. {text}"}) == []


@pytest.mark.parametrize("path", ["_titel", "_notes/syfte/n1/text", "_notes/budget/n1/text"])
@pytest.mark.parametrize("number", [PERSONNUMMER[0], SAMORDNINGSNUMMER])
def test_g43_laser_ocksa_det_som_gruppen_skriver_for_sig_sjalv(path, number):
    (remark,) = says("G43", {path: f"Ring {number} om mötet"})
    assert (remark.path, remark.severity.value) == (path, "fel")
    assert number not in remark.sentence
    (fixed,) = [change for fix in remark.fixes for change in fix.changes.values()]
    assert number not in fixed


def test_g43_laser_skalen_till_att_nagot_far_sta():
    document = application({"finansiering": "Lokal 40 000 kr."})
    (remark,) = of_code("G05", document)
    kept = {
        remark.key: Waiver(f"Enligt {PERSONNUMMER[0]}", "Anna, FK"),
        "g99_000000000000": Waiver(f"**811218**-9876, {PERSONNUMMER[1]}, {PERSONNUMMER[1]}", "x"),
    }
    told = of_code("G43", document, waivers=kept)
    assert sorted(one.path for one in told) == sorted([remark.path, document.mall.title_path])
    assert all("9876" not in one.sentence for one in told)
    (waived,) = [one for one in check_document(document, waivers=kept) if one.key == remark.key]
    assert waived.waived == Waiver("Enligt 19…", "Anna, FK")
    assert of_code("G43", document, waivers={remark.key: Waiver("Beslutat i LOKUS", "Anna, FK")}) == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Kontakta محمد.", ["م", "ح", "د"]),
        ("שלום", ["ש", "ל", "ו", "ם"]),
        ("שָׁלוֹם", ["שָׁ", "ל", "וֹ", "ם"]),
        ("漢字かな한글", ["漢", "字", "か", "な", "한", "글"]),
        ("Bra 👍🏽 och 😀!", ["👍🏽", "😀"]),
        ("Understruket a\u1ab0", ["a\u1ab0"]),
        ("Pil \u27a4 och \uf0b7", ["\u27a4", "\uf0b7"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("हिन्दी", ["हि", "न्", "दी"]),
        ("**Fet 漢**", ["漢"]),
    ],
    ids=ascii,
)
def test_g55_bokstaver_som_papperet_saknar_namns(text, letters):
    (remark,) = says("G55", {"bakgrund": f"Kvinnor och män. {text}"})
    assert remark.severity.value == "varning"
    assert all(f"”{letter}”" in remark.sentence for letter in letters)
    assert remark.sentence.count("”") == 2 * len(letters) + 2 * remark.sentence.count("(blir")


def test_g55_en_bokstav_som_forlorar_sitt_tecken_sags_sa():
    (remark,) = says("G55", {"bakgrund": "Kvinnor och män. a\u1ab0"})
    assert "(blir ”a”)" in remark.sentence
    assert "ruta" not in remark.sentence


def test_g55_av_manga_bokstaver_namns_nagra():
    (remark,) = says("G55", {"bakgrund": "".join(map(chr, range(0x4E00, 0x4E40)))})
    assert "och 52 till" in remark.sentence


@pytest.mark.parametrize(
    "path",
    [
        "insatsens_namn", "insatsagare/komm/organisation", "samverkansparter/arbf/kontaktperson", "samverkansparter/arbf/epost",
        "underskrifter_insatsagare/komm/namn", "underskrifter_insatsagare/komm/roll", "lokus/kommentar", "mal/insatsmal/goalb/text",
        "tidplan/phas1/etikett", "tidplan/phas2/text", "budget/lon/wage/benamning", "finansiering",
    ],
)  # fmt: skip
def test_g55_i_alla_falt_och_rader(path):
    assert path in [remark.path for remark in says("G55", {path: "Li 李"})]


@pytest.mark.parametrize(
    "text",
    [
        "Å Ä Ö å ä ö É é È è Ü ü à – — ‑ ” ’ » « § ½ ¼ € £ % ‰ ° ± × ÷ ² ³ → ← • · … ≤ ≥ ≈ ≠ ✓ ☐ □ ■",
        "Norden: Æ æ Ø ø Ð ð Þ þ Á á Í í Ó ó Ú ú Ý ý Š š Ž ž Õ õ",
        "Samiska: Á á Č č Đ đ Ŋ ŋ Š š Ŧ ŧ Ž ž Â â Ǥ ǥ Ǧ ǧ Ǩ ǩ Ʒ ʒ Ǯ ǯ Ï ï",
        "Polska: Ą ą Ć ć Ę ę Ł ł Ń ń Ó ó Ś ś Ź ź Ż ż",
        "Turkiska: Ç ç Ğ ğ I ı İ i Ö ö Ş ş Ü ü; azerbajdzjanska Ə ə",
        "Tjeckiska, ungerska, rumänska: Ř ř Ů ů Ě ě Ť ť Ď ď Ň ň Ő ő Ű ű Ș ș Ț ț Ă ă",
        "Baltiska, kroatiska: Ā ā Ē ē Ģ ģ Ķ ķ Ļ ļ Ņ ņ Ū ū Ė ė Į į Ų ų Ć ć",
        "Vietnamesiska: Nguyễn Đặng Phượng Ở Ữ Ỵ; kurmanji Ê ê Î î Û û Ş ş",
        "Somaliska, albanska: Ë ë Ç ç ’",
        "Västafrika: Ɓ ɓ Ɗ ɗ Ƙ ƙ Ƴ ƴ Ɔ ɔ Ɛ ɛ Ŋ ŋ",
        "Armeniska Արամ, georgiska შოთა",
        "Kazakiska, tatariska: Әйгерім Қайрат Ғ Ҳ Ң Ө Ү Һ",
        "Grekiska Αλέξης, ryska Юлия, ukrainska Їжак Ґ, serbiska Ђ Љ Њ",
        "A\u030a och o\u0308 skrivna i två delar, x\u0301, ﬁ och ﬂ",
        "Osynligt: mjukt\u00adstreck, noll\u200bbredd, fast\u00a0blank, smal\u202fblank",
        "Hjärta ❤\ufe0f och bock ✔\ufe0f",
        "Ett [[tabell/rekvirera]] och **fetstil** *kursiv*\n\n## Rubrik\n\n- punkt",
    ],
    ids=lambda text: text.split(":")[0].split(" ")[0],
)
def test_g55_ar_tyst_om_det_som_typsnittet_har(text):
    assert says("G55", {"bakgrund": f"Kvinnor och män. {text}"}) == []
