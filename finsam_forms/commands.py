"""What each command does. Everything heavy is imported where it is used, so that `--help` is quick."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .arguments import draft_number, draft_number_or_file, is_there, port
from .export.formats import FORMATS
from .refusal import Refusal, file_trouble, say

if TYPE_CHECKING:
    from flask import Flask

    from .core.checks import Remark
    from .core.document import Document
    from .core.edit import Person
    from .core.following import Follows
    from .core.mall import Mall
    from .export.happened import Happening
    from .live.following import Following
    from .store import Listed, Store, Version
    from .web.context import Running


@contextmanager
def in_words() -> Iterator[None]:
    """Trouble with the data or the forms as a refusal."""
    from .core.mall_fault import MallFault
    from .store import StoreError

    try:
        yield
    except (StoreError, MallFault) as trouble:
        raise Refusal(str(trouble)) from None
    except OSError as trouble:
        raise file_trouble(trouble) from None


@contextmanager
def lasting() -> Iterator[None]:
    """What is made here lasts as long as the program: the garbage collector is spared looking through it, now and later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Store]:
    """The data folder, beside a server that may be running."""
    from .store import Store

    with in_words():
        store = Store(args.data)
        try:
            yield store
        finally:
            store.close()


def forms(args: argparse.Namespace) -> Mapping[str, Mall]:
    from .mallar import load_malls
    from .store.folder import FORMS

    with in_words():
        return load_malls(args.data / FORMS)


def document_of(store: Store, draft_id: int) -> Document:
    from .core.document import Document
    from .mallar import mall_kept

    draft = store.drafts.load(draft_id)
    return Document(mall_kept(store.drafts, draft.mall_fingerprint), draft.values)


def following_in(store: Store) -> Following:
    """What the drafts of a store follow."""
    from .live.desk import Desk
    from .live.following import Following
    from .mallar import mall_kept

    return Following(Desk(store, lambda draft: mall_kept(store.drafts, draft.mall_fingerprint)))


def serve_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="porten, eller nästa lediga (8000)")
    parser.add_argument("--no-browser", action="store_true", help="öppna inte webbläsaren")
    parser.add_argument("--lan", action="store_true", help="öppna för mötet på det lokala nätet genast")
    parser.add_argument("--lan-adress", action="append", metavar="IP", help="bara den här av datorns adresser")


def serve(args: argparse.Namespace) -> int:
    with lasting():
        from . import serving
        from .app import create_app
        from .limits import own_limits
        from .live.door import LAN_NAME
        from .web.context import KEY
        from .web.guests import known_guests

        limits = own_limits()
        with in_words():
            app = create_app(args.data, LAN_ADDRESSES=args.lan_adress, LIMITS=limits)
    parts = app.extensions[KEY]
    try:
        sock = serving.bind("127.0.0.1", args.port)
    except serving.NoFreePort as fault:
        raise Refusal(str(fault)) from None
    used = sock.getsockname()[1]
    if args.port and args.port != used:
        say(f"Port {args.port} är upptagen av ett annat program, så port {used} används i stället.")
    parts.store.database.lock.note(f"http://127.0.0.1:{used}")
    parts.caretaker.start()
    known = known_guests(app)
    parts.door.prepare(lambda sockets: serving.NetworkServer(app, sockets, LAN_NAME, known=known, limits=limits), used)
    if args.lan:
        open_for_meeting(app, parts)
    try:
        serving.serve(
            app, sock, data=args.data, open_browser=not args.no_browser, on_stop=parts.feed.stop, limits=limits
        )
    finally:
        parts.store.close()
    return 0


def open_for_meeting(app: Flask, parts: Running) -> None:
    """`--lan`: the same as the button on the page."""
    from .live.meeting import spoken
    from .web.guests import begin

    addresses = begin(app)
    if not addresses:
        say("Datorn är inte ansluten till något nät, så ingen annan kan nå den.")
        return
    print(f"Mötet är öppet på {' och '.join(addresses)} med koden {spoken(parts.meeting.code or '')}", flush=True)


def list_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="som JSON")


def list_drafts(args: argparse.Namespace) -> int:
    with opened(args) as store:
        items: list[Listed] = []
        number = 1
        while True:
            page = store.drafts.page(page=number, per_page=500)
            items += page.items
            if number >= page.pages:
                break
            number += 1
    if args.json:
        rows = [
            {"id": one.id, "mall": one.mall_id, "titel": one.title, "lage": one.state, "andrad": one.changed}
            for one in items
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for one in items:
        print(f"{one.id:>5}  {one.changed[:10]}  {one.mall_title}: {one.title or 'Utan namn'}")
    return 0


def new_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mall", metavar="MALL", help="formulärets id, till exempel ansokan")
    parser.add_argument("--titel", default="", metavar="T", help="utkastets namn")


def new(args: argparse.Namespace) -> int:
    malls = forms(args)
    if args.mall not in malls:
        raise Refusal(f"Formuläret ”{args.mall}” finns inte. Här finns: {', '.join(malls)}.")
    mall = malls[args.mall]
    if args.titel != args.titel.encode("utf-8", "ignore").decode("utf-8"):
        raise Refusal("Namnet har tecken som inte går att läsa. Skriv det igen, eller skriv det i programmet.")
    values = mall.start_values() | (mall.named(args.titel) if args.titel else {})
    with opened(args) as store:
        print(store.drafts.create(mall, values, somebody()))
    return 0


def somebody() -> Person:
    from .core.edit import Person

    return Person("Kommandoraden", "den här datorn")


def example(args: argparse.Namespace) -> int:
    from .mallar import example as worked_example

    return read_texts(args, [("exemplet", worked_example())])


def import_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FIL", help="filer härifrån: PDF, Word, Excel, zip eller JSON"
    )
    parser.add_argument(
        "--till", type=draft_number, metavar="ID", help="visa vad som skiljer från ett utkast som finns"
    )
    parser.add_argument("--ja", action="store_true", help="ta in det i utkastet, utom det som är tveksamt")


def read_in(args: argparse.Namespace) -> int:
    from .incoming.readers import opened_file

    with in_words():
        texts = [(str(file), opened_file(file)) for file in args.files]
    if args.till is None:
        return read_texts(args, texts)
    from .merging import merge_file

    if len(texts) > 1:
        raise Refusal("En fil i taget kan läsas in i ett utkast.")
    with in_words():
        return merge_file(args.data, args.till, texts[0], forms(args), somebody(), take=args.ja)


def read_texts(args: argparse.Namespace, texts: list[tuple[str, bytes]]) -> int:
    """All of them, or none and every fault with its place."""
    from .core.mall import mall_of
    from .incoming.brought import Refused, sentences
    from .incoming.readers import read_file
    from .incoming.taken import new_document

    malls, found, faults = forms(args), [], []
    for name, text in texts:
        try:
            brought = read_file(text, malls)
            found.append((name, brought, new_document(brought, malls)))
        except Refused as trouble:
            faults += [f"{name}: {fault}" for fault in str(trouble).splitlines()]
    if faults:
        raise Refusal("\n".join([*faults, "Ingenting är inläst."]))
    with opened(args) as store:
        for name, brought, document in found:
            for sentence in sentences(brought):
                say(f"{name}: {sentence}")
            ties, marks = following_in(store).found_again(document, brought.follows)
            made = store.drafts.create(
                mall_of(document), document.values, somebody(), stated=brought.stated, follows=ties, taken=marks
            )
            print(made)
    return 0


def export_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=draft_number, metavar="ID", help="utkastets nummer, se list")
    parser.add_argument("--format", required=True, choices=(*FORMATS,), help="filens sort")
    parser.add_argument("-o", "--output", type=Path, metavar="FIL", help="filen; annars skrivs den ut")


def export(args: argparse.Namespace) -> int:
    from .core.state import DraftState

    with opened(args) as store:
        document = document_of(store, args.id)
        locked = store.drafts.load(args.id).state is DraftState.LOCKED
        versions = store.dossier.versions(args.id) if locked else ()
        remarks, history = handed_in(store, args.id, document) if FORMATS[args.format].sent else (None, [])
        following = following_in(store)
        sheet = following.desk.sheet(args.id)
        follows, change = following.told(sheet), str(sheet.last_change)
    data = exported(document, args, versions[0] if versions else None, follows, change, remarks, history)
    if args.output:
        from .store import refuse_place
        from .store.folder import write_whole

        with in_words():
            refuse_place(args.data, args.output)
            write_whole(args.output, data)
    elif sys.stdout is None:
        raise Refusal("Det finns ingenstans att skriva ut filen. Lägg till -o och ett filnamn.")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return 0


def remarks_of(store: Store, draft_id: int) -> tuple[Remark, ...]:
    """What Granska says of a draft."""
    from .core.checks import AsRead, check_document

    following = following_in(store)
    sheet = following.desk.sheet(draft_id)
    return check_document(
        sheet.document, as_read=AsRead.of(sheet.stated), followed=following.of(sheet), waivers=sheet.waivers
    )


def handed_in(store: Store, draft_id: int, document: Document) -> tuple[tuple[Remark, ...], list[Happening]]:
    """What goes along when a draft is handed in: its remarks and its history. Refused while there is a fel without a reason."""
    from .core.checks import Severity
    from .web.handed_in import history

    remarks = remarks_of(store, draft_id)
    left = sum(one.severity is Severity.ERROR and not one.waived for one in remarks)
    if left:
        raise Refusal(
            f"{left} fel är kvar (granska {draft_id} visar dem). Rätta dem, eller skriv på sidan Granska varför det ska stå så."
        )
    return remarks, history(store, draft_id, document)


def exported(
    document: Document,
    args: argparse.Namespace,
    version: Version | None,
    follows: Follows,
    change: str,
    remarks: tuple[Remark, ...] | None = None,
    history: Sequence[Happening] = (),
) -> bytes:
    """`version`: the one that a locked draft is. `follows`: what the draft follows. `change`: the number of its last. `remarks`,
    `history`: what goes along with a draft that is handed in."""
    from .core.mall import mall_of
    from .export.formats import Order, Unmade
    from .export.stamp import Stamp
    from .mallar import word_template
    from .store.folder import FORMS

    kind, lacks = args.format, FORMATS[args.format].lacks
    if lacks:
        raise Refusal(f"Det går inte att spara som {kind} här, för {', '.join(lacks)} är inte installerat.")
    printed_at = f"{datetime.now():%Y-%m-%d %H:%M}"
    stamp = Stamp.locked(printed_at, version.number, version.sha256, version.at) if version else Stamp(printed_at)
    with in_words():
        own = word_template(args.data / FORMS, mall_of(document).id) if FORMATS[kind].templated else b""
    try:
        order = Order(
            document=document,
            stamp=stamp,
            draft=str(args.id),
            change=change,
            follows=follows,
            template=own,
            remarks=remarks,
            history=history,
        )
        return FORMATS[kind].make(order)
    except Unmade as trouble:
        raise Refusal(str(trouble)) from None


def granska_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", type=draft_number_or_file, metavar="ID|FIL", help="utkastets nummer, eller en fil i utbytesformatet"
    )
    parser.add_argument("--json", action="store_true", help="som JSON")


def granska(args: argparse.Namespace) -> int:
    """Exit 1 when there is a fel that nobody has given a reason for."""
    from .core.checks import Severity

    if isinstance(args.what, int):
        with opened(args) as store:
            remarks = remarks_of(store, args.what)
    else:
        remarks = check_file(args)
    if args.json:
        rows = [
            {
                "kod": one.code,
                "allvar": one.severity.value,
                "mening": one.sentence,
                "plats": one.path,
                "skal": one.waived.reason if one.waived else None,
            }
            for one in remarks
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for one in remarks:
            print(
                f"{one.severity.value:<8} {one.path}: {one.sentence}"
                + (f" (Ska stå så: {one.waived.reason})" if one.waived else "")
            )
    return int(any(one.severity is Severity.ERROR and not one.waived for one in remarks))


def check_file(args: argparse.Namespace) -> tuple[Remark, ...]:
    from .core.checks import check_document
    from .core.document import Document
    from .export.exchange import ExchangeFaults, read_exchange

    with in_words():
        text = args.what.read_bytes()
    try:
        found = read_exchange(text, forms(args))
    except ExchangeFaults as trouble:
        raise Refusal("\n".join(f"{args.what}: {place}: {sentence}" for place, sentence in trouble.faults)) from None
    return check_document(Document(found.mall, found.values), as_read=found.as_read)


def backup_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FIL",
        help="kopian, eller mappen den ska ligga i; annars i mappen sakerhetskopior",
    )


def backup(args: argparse.Namespace) -> int:
    with opened(args) as store:
        target = args.file or store.database.copies_folder()
        if target.is_dir():
            target /= f"kopia-{datetime.now():%Y-%m-%d-%H%M%S}.sqlite3"
        print(store.backups.take(target))
    return 0


def restore_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL", help="en säkerhetskopia")


def restore_backup(args: argparse.Namespace) -> int:
    """Puts a copy back, opens what was put back, and tells what it holds."""
    from .store import Store, restore

    if not is_there(args.file):
        raise Refusal(f"Filen {args.file} finns inte.")
    if not args.file.is_file():
        raise Refusal(f"{args.file} är ingen fil.")
    with in_words():
        kept = restore(args.data, args.file)
    if kept:
        say(f"Det som fanns förut ligger kvar i {kept}.")
    with in_words(), Store(args.data) as store:
        drafts = store.drafts.page(per_page=1)
        say(f"Återställt: {drafts.total} utkast. {last_changed(drafts.items)}")
    print(args.data)
    return 0


def last_changed(newest: Sequence[Listed]) -> str:
    if not newest:
        return "Stämmer inte det, så återställ en annan kopia."
    at = datetime.fromisoformat(newest[0].changed).astimezone()
    return f"Det senaste ändrades {at:%Y-%m-%d %H:%M}: {newest[0].title or 'Utan namn'}."


def schema_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mall", nargs="?", default="ansokan", metavar="MALL", help="formulärets id (ansokan)")


def schema(args: argparse.Namespace) -> int:
    from .export.exchange import schema as schema_of

    malls = forms(args)
    if args.mall not in malls:
        raise Refusal(f"Formuläret ”{args.mall}” finns inte. Här finns: {', '.join(malls)}.")
    print(json.dumps(schema_of(malls[args.mall]), ensure_ascii=False, indent=2))
    return 0
