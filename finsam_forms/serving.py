"""The server: waitress on one port, told to stop at once when the person or the system says so."""

import logging
import os
import signal
import socket
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread, Timer
from types import FrameType
from typing import Any, NoReturn

from flask import Flask
from waitress import wasyncore

from .limits import Limits, own_limits
from .listening import BREATH, Door, Known, Turns

PORTS_TO_TRY = 50


class NoFreePort(Exception):
    """Neither the port nor any of those after it could be had; the text is a Swedish sentence."""


def serve(
    app: Flask,
    sock: socket.socket,
    *,
    data: Path,
    open_browser: bool,
    on_stop: Callable[[], None],
    limits: Limits | None = None,
) -> None:
    """Serve `app` on the bound socket until the person or the system says stop; print where it is and where data lies.

    `on_stop` is called first of all then: it must let every open stream end, or waitress waits five seconds for them.
    """
    logging.getLogger("waitress").setLevel(logging.ERROR)  # its warnings (a queue of two requests) help nobody here
    limits = limits or own_limits()
    server = Door(app, sock, Turns(limits), limits, known=None)
    address = f"http://127.0.0.1:{sock.getsockname()[1]}/"
    print(f"Finsam-formulär är igång: {address}")
    print(f"Allt sparas i {data}")
    print("Stäng med Ctrl+C.", flush=True)
    if open_browser:
        _open_browser(address)
    _stop_on_signals(on_stop)
    server.run()  # returns when a signal has raised SystemExit, and its threads have ended
    server.close()


class NetworkServer:
    """A second server for those who come from the network; it ends when it is closed."""

    def __init__(self, app: Flask, sockets: list[socket.socket], name: str, *, known: Known, limits: Limits):
        """`known`: does a Cookie header carry the meeting's code? `name`: what tells the app which door it was."""
        self._map: dict[int, Any] = {}
        self._closing = Event()
        self._turns = Turns(limits)
        self._doors = [
            Door(app, sock, self._turns, limits, known=known, name=name, connections=self._map) for sock in sockets
        ]
        self._thread = Thread(target=self._run, name="natverket", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                wasyncore.loop(timeout=1, map=self._map, count=1, use_poll=True)
            except OSError:  # the computer is out of something; those who came in wait a moment
                self._closing.wait(BREATH)
        for door in self._doors:
            door.silence()
        wasyncore.close_all(self._map)

    def hang_up(self) -> None:
        """End every connection, and go on listening: who comes again needs the code that holds now."""
        self._doors[0].hang_up()

    def close(self) -> None:
        """Hang up on everybody and stop listening."""
        self._closing.set()
        self._doors[0].pull_trigger()
        self._thread.join(3)
        self._turns.set_thread_count(0)  # each ends with what it does; nobody waits for them


def bind(host: str, port: int) -> socket.socket:
    """A listening socket on `port`, or on the first free one after it. Raises NoFreePort.

    0 is whichever port is free. Compare `getsockname()` with `port` to see whether it was taken.
    """
    for candidate in range(port, min(port + PORTS_TO_TRY, 65536)):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        # Windows would let two programs share a port with REUSEADDR; elsewhere it only skips the wait after a stop.
        option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
        sock.setsockopt(socket.SOL_SOCKET, option, 1)
        try:
            sock.bind((host, candidate))
            sock.listen(1024)
        except OSError:
            sock.close()
        else:
            return sock
    raise NoFreePort(f"Ingen port från {port} och framåt är ledig: välj en annan med --port, till exempel --port 8765.")


def _open_browser(address: str) -> None:
    """Shortly after the server has begun to listen. Without a screen nothing is opened (no text browser either)."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    timer = Timer(0.2, webbrowser.open, [address])
    timer.daemon = True
    timer.start()


def _signals() -> list[signal.Signals]:
    names = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _stop_on_signals(on_stop: Callable[[], None]) -> None:
    def stop(number: int, frame: FrameType | None) -> NoReturn:
        for again in _signals():
            signal.signal(again, signal.SIG_IGN)  # a second Ctrl+C would cut off the closing itself
        on_stop()  # before waitress begins to wait for its threads
        raise SystemExit

    for number in _signals():
        signal.signal(number, stop)
