"""Damaged data folders: each gets a Swedish sentence that says what to do, or goes on working; never a trace."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from finsam_forms import cli
from finsam_forms.app import create_app
from finsam_forms.store import Edit, Person, Store
from finsam_forms.store.folder import COPIES, FILE
from tests.client import client_of
from tests.sample import some_of

PAGE = 4096
TABLES = ("mall", "draft", "change", "search", "event", "value", "link")
INDEXES = ("change_op", "change_path", "draft_changed", "draft_title", "change_moment")


@pytest.fixture(scope="module")
def healthy(tmp_path_factory):
    """A folder with the worked example, written in, a copy and a log that was not taken in."""
    data = tmp_path_factory.mktemp("skador") / "data"
    assert cli.main(["--data", str(data), "exempel"]) == 0
    assert cli.main(["--data", str(data), "new", "ansokan", "--titel", "Den andra"]) == 0
    with Store(data) as store:
        store.backups.take(store.database.copies_folder() / "dag-2026-03-01.sqlite3")
        for number in range(1, 60):
            store.changes.save(2, Edit("syfte", "Ord " * number, number - 1, f"op{number}"), Person("Anna", "FK"))
        shutil.copytree(data, data.with_name("oppen"))
    return data.with_name("oppen")


def overwrite(file, offset, content):
    with open(file, "r+b") as opened:
        opened.seek(offset)
        opened.write(content)


def settled(data):
    """The log taken in, so that a page of the file is the page that is read."""
    with closing(sqlite3.connect(data / FILE, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return data / FILE


def root_page(name, filling):
    def damage(data):
        file = settled(data)
        with closing(sqlite3.connect(file)) as connection:
            page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
        overwrite(file, (page - 1) * PAGE, filling * PAGE)

    return damage


def page(share, filling):
    """A page somewhere in the file, `share` hundredths from its start."""

    def damage(data):
        file = settled(data)
        number = max(1, file.stat().st_size // PAGE * share // 100)
        overwrite(file, number * PAGE, filling * PAGE)

    return damage


def cut(share):
    def damage(data):
        file = settled(data)
        os.truncate(file, file.stat().st_size * share // 100)

    return damage


def header(offset, content):
    return lambda data: overwrite(settled(data), offset, content)


def sql(statement):
    def damage(data):
        with closing(sqlite3.connect(data / FILE, isolation_level=None)) as connection:
            connection.execute("PRAGMA writable_schema = on")
            connection.execute(statement)

    return damage


def log(offset, content):
    return lambda data: overwrite(data / f"{FILE}-wal", offset, content)


def instead_of_file(data):
    (data / FILE).unlink()
    (data / FILE).mkdir()


DAMAGES = {
    **{f"roten av {name}": root_page(name, b"\xa5") for name in TABLES},
    **{f"roten av index {name}": root_page(name, b"\0") for name in INDEXES},
    **{f"sida vid {share} %": page(share, b"\xff") for share in (10, 35, 60, 90)},
    **{f"nollor vid {share} %": page(share, b"\0") for share in (25, 75)},
    **{f"avkortad till {share} %": cut(share) for share in (1, 30, 70, 99)},
    "tom": lambda data: os.truncate(data / FILE, 0),
    "tom utan logg": lambda data: os.truncate(settled(data), 0),
    "borta": lambda data: settled(data).unlink(),
    "borta, loggen kvar": lambda data: (data / FILE).unlink(),
    "en mapp i stället": instead_of_file,
    "text i stället": lambda data: (data / FILE).write_text("Det här är ett brev.\n" * 900),
    "huvudets namn": header(0, b"SQLite format 9\0"),
    "huvudets sidstorlek": header(16, b"\x03\x01"),
    "huvudets filformat": header(18, b"\x09\x09"),
    "huvudets antal sidor": header(28, b"\x7f\xff\xff\xff"),
    "huvudets schemaformat": header(44, b"\0\0\0\x63"),
    "huvudets version": header(60, b"\x80\0\0\1"),
    "huvudets version noll": header(60, b"\0\0\0\0"),
    "huvudets program": header(68, b"ANNA"),
    "första sidan": header(0, b"\0" * PAGE),
    "loggens huvud": log(0, b"\xa5" * 32),
    "loggens mitt": log(40_000, b"\xa5" * 5000),
    "loggen avkortad": lambda data: os.truncate(data / f"{FILE}-wal", 7000),
    "loggen skräp": lambda data: (data / f"{FILE}-wal").write_bytes(b"skrot" * 4000),
    "minnesfilen skräp": lambda data: (data / f"{FILE}-shm").write_bytes(b"skrot" * 7000),
    "en tabell borta": sql("DELETE FROM sqlite_schema WHERE name = 'change'"),
    "schemat går inte att läsa": sql("UPDATE sqlite_schema SET sql = 'CREATE TABEL x' WHERE name = 'draft'"),
    "ett index borta": sql("DELETE FROM sqlite_schema WHERE name = 'change_op'"),
    "ogiltig UTF-8": sql("UPDATE value SET value = CAST(x'4865ff6afe' AS TEXT) WHERE draft_id = 1"),
    "ogiltig UTF-8 i listan": sql("UPDATE draft SET title = CAST(x'4865ff6afe' AS TEXT)"),
    "ogiltig UTF-8 i formuläret": sql("UPDATE mall SET files = CAST(x'7b22ff6afe' AS TEXT)"),
    "binärt i stället för text": sql("UPDATE value SET value = x'00ff00' WHERE draft_id = 1"),
    "tal i stället för text": sql("UPDATE draft SET changed = 7, created = 8.5, title_path = x'00'"),
    "en händelse som ingen känner": sql("UPDATE event SET what = 'xyz'"),
}


ODD_CELLS = {
    "draft": ("mall_title", "title", "state", "created", "changed", "changed_name", "binned", "last_change"),
    "value": ("path", "value", "version"),
    "change": ("value", "name", "at"),
    "version": ("draft_id", "name", "by_name", "at"),
    "event": ("what", "about", "why", "by_name", "at"),
    "waiver": ("key", "reason", "by_name"),
    "stated": ("sums",),
    "link": ("created", "name"),
}
"""What a page reads of each table: any of it may be something else than it should."""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    """Two drafts that all can be said about has been said about; one is locked."""
    data = tmp_path_factory.mktemp("celler") / "data"
    app = create_app(data, WTF_CSRF_ENABLED=False)
    client = client_of(app)
    for posted in ("/exempel", "/exempel", "/utkast/1/lank", "/utkast/1/las"):
        client.post(posted)
    store = app.extensions["finsam_forms"].store
    connection = store.database.connection()
    connection.execute("INSERT INTO waiver VALUES (2, 'g32_x', 'Skäl', 'Anna', 'FK', '2027-01-01T00:00:00.000Z')")
    connection.execute("INSERT INTO stated VALUES (2, '{}')")
    app.extensions["finsam_forms"].feed.stop()
    store.close()
    settled(data)
    return data


@pytest.mark.parametrize(
    "odd", ["x'00ff41'", *(pytest.param(odd, marks=pytest.mark.long) for odd in ("'konstig'", "7", "''"))]
)
@pytest.mark.parametrize("table", some_of(ODD_CELLS))
def test_en_cell_som_ar_nagot_annat_an_den_ska_stoppar_ingen_sida(table, odd, dossier, tmp_path, capfd):
    data = tmp_path / "data"
    shutil.copytree(dossier, data)
    for column in ODD_CELLS[table]:
        sql(f"UPDATE OR IGNORE {table} SET {column} = {odd}")(data)
    app = create_app(data, WTF_CSRF_ENABLED=False)
    try:
        client = client_of(app)
        for path in ("/", "/?sok=ord", "/papperskorgen", "/utkast/1/", "/utkast/2/granska", "/utkast/1/skriv-ut"):
            assert client.get(path, follow_redirects=True).status_code != 500, (path, capfd.readouterr().err)
        for path in ("andrat?sedan=2020-01-01", "historik?falt=syfte", "lank"):
            assert client.get(f"/utkast/2/{path}").status_code != 500, (path, capfd.readouterr().err)
        written = {"path": "syfte", "value": "Nytt", "base": 1, "op": "abcdefghij"}
        assert client.post("/utkast/2/varde", data=written).status_code != 500, capfd.readouterr().err
    finally:
        app.extensions["finsam_forms"].feed.stop()
        app.extensions["finsam_forms"].store.close()


QUICK = {
    "roten av draft", "roten av index change_op", "sida vid 60 %", "avkortad till 70 %", "tom", "borta, loggen kvar",
    "huvudets sidstorlek", "huvudets schemaformat", "loggens mitt", "en tabell borta", "ogiltig UTF-8 i formuläret",
}  # fmt: skip


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(damage, id=name, marks=() if name in QUICK else pytest.mark.long)
        for name, damage in DAMAGES.items()
    ],
)
def test_kommandona_svarar_med_en_mening_eller_arbetar_vidare(damage, healthy, tmp_path, capfdbinary):
    data = tmp_path / "data"
    shutil.copytree(healthy, data)
    damage(data)
    for words in (
        ["list"],
        ["export", "1", "--format", "json"],
        ["export", "2", "--format", "json"],
        ["granska", "1"],
        ["new", "ansokan", "--titel", "Efteråt"],
        ["backup", str(tmp_path / "k.sqlite3")],
    ):
        capfdbinary.readouterr()
        code = cli.main(["--data", str(data), *words])
        said = capfdbinary.readouterr().err.decode()
        assert code == 0 or words[0] == "granska" or sentence(said), (words, said)
    assert cli.main(["--data", str(data), "restore", str(data / COPIES / "dag-2026-03-01.sqlite3")]) == 0
    capfdbinary.readouterr()
    assert cli.main(["--data", str(data), "list"]) == 0
    assert "Den andra" in capfdbinary.readouterr().out.decode()


def sentence(said):
    return said and "Traceback" not in said and said[0].isupper()


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.long
def test_sidorna_svarar_med_en_mening_eller_arbetar_vidare(damage, healthy, tmp_path, capfd):
    check_pages(damage, healthy, tmp_path, capfd)


@pytest.mark.parametrize("name", ["roten av value", "ogiltig UTF-8", "ogiltig UTF-8 i formuläret", "sida vid 60 %"])
def test_ett_skadat_utkast_hindrar_inte_de_andra(name, healthy, tmp_path, capfd):
    check_pages(DAMAGES[name], healthy, tmp_path, capfd)


def check_pages(damage, healthy, tmp_path, capfd):
    data = tmp_path / "data"
    shutil.copytree(healthy, data)
    damage(data)
    try:
        app = create_app(data, WTF_CSRF_ENABLED=False)
    except Exception as refusal:
        assert sentence(str(refusal)), refusal
        return
    try:
        client = client_of(app)
        for path in ("/", "/?sok=ord", "/utkast/1", "/utkast/2", "/utkast/1/granska", "/utkast/2/andrat"):
            answer = client.get(path, follow_redirects=True)
            assert answer.status_code != 500, (path, capfd.readouterr().err)
        app.extensions["finsam_forms"].caretaker.round()
        assert client.get("/").status_code in (200, 507)
    finally:
        app.extensions["finsam_forms"].feed.stop()
        app.extensions["finsam_forms"].store.close()
    assert "Traceback" not in capfd.readouterr().err
