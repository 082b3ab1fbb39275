"""The floors that need a process of their own: `bare.py app|start|broadcast FOLDER`. Each prints its address and serves."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
import threading
from pathlib import Path
from urllib.parse import parse_qs

LIBRARIES = ("flask", "flask_wtf", "wtforms", "peewee", "htmx_flask", "jinja2", "markupsafe", "waitress")
SCHEMA = """
CREATE TABLE value (path TEXT PRIMARY KEY, value TEXT, version INTEGER) WITHOUT ROWID;
CREATE TABLE change (id INTEGER PRIMARY KEY, path TEXT, value TEXT, version INTEGER, op TEXT UNIQUE);
"""


def connect(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None, timeout=10)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = full")
    return connection


def save(connection: sqlite3.Connection, path: str, value: str, op: str) -> int:
    """The least that an edit can cost: what stood there, the log, the value. Gives the change's id."""
    connection.execute("BEGIN IMMEDIATE")
    row = connection.execute("SELECT version FROM value WHERE path = ?", (path,)).fetchone()
    version = row[0] + 1 if row else 1
    cursor = connection.execute(
        "INSERT INTO change (path, value, version, op) VALUES (?, ?, ?, ?)", (path, value, version, op)
    )
    connection.execute("INSERT OR REPLACE INTO value VALUES (?, ?, ?)", (path, value, version))
    connection.execute("COMMIT")
    return int(cursor.lastrowid or 0)


def message(change: int, path: str, value: str) -> dict[str, object]:
    """An answer of the size that ours has."""
    sums = "".join(f'<hx-partial hx-target=".s-{key}">{value}</hx-partial>' for key in range(7))
    return {"id": change, "values": [{"path": path, "value": value}], "html": sums}


def app(folder: Path) -> None:
    """One route that saves and answers, on the server that the program has."""
    from flask import Flask, jsonify, request

    connect(folder).executescript(SCHEMA)
    flask, kept = Flask("bare"), threading.local()

    @flask.get("/")
    def page() -> str:
        return "<!doctype html><title>hej</title>"

    @flask.post("/utkast/1/varde")
    def save_value() -> object:
        if not hasattr(kept, "connection"):
            kept.connection = connect(folder)
        path, value = request.form["path"], request.form["value"]
        return jsonify(message(save(kept.connection, path, value, request.form["op"]), path, value))

    serve(flask)


def start(folder: Path) -> None:
    """The libraries, and a page."""
    from importlib import import_module

    for name in LIBRARIES:
        import_module(name)
    from flask import Flask

    flask = Flask("bare")
    flask.add_url_rule("/", "page", lambda: "<!doctype html><title>hej</title>")
    serve(flask)


def serve(flask: object) -> None:
    import socket

    from waitress.server import create_server

    sock = socket.create_server(("127.0.0.1", 0))
    server = create_server(flask, sockets=[sock], threads=84, channel_request_lookahead=1, ident=None)
    print(f"http://127.0.0.1:{sock.getsockname()[1]}/", flush=True)
    server.run()


def broadcast(folder: Path) -> None:
    """The least that telling the others can cost: one loop, saved with FULL, written to every listener at once."""
    connection = connect(folder)
    connection.executescript(SCHEMA)
    listeners: set[asyncio.StreamWriter] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                if "/handelser" in head:
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hej\n\n")
                    listeners.add(writer)
                    await reader.read()
                    return
                lengths = [line for line in head.lower().split("\r\n") if line.startswith("content-length:")]
                body = await reader.readexactly(int(lengths[0].partition(":")[2])) if lengths else b""
                data = b"{}"
                if body:
                    form = {key: values[0] for key, values in parse_qs(body.decode(), keep_blank_values=True).items()}
                    change = save(connection, form["path"], form["value"], form["op"])
                    data = json.dumps(message(change, form["path"], form["value"])).encode()
                    for listener in listeners:
                        listener.write(b"event: andrat\nid: %d\ndata: %s\n\n" % (change, data))
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(data), data))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            listeners.discard(writer)
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", flush=True)
        await server.serve_forever()

    asyncio.run(run())


if __name__ == "__main__":
    {"app": app, "start": start, "broadcast": broadcast}[sys.argv[1]](Path(sys.argv[2]))
