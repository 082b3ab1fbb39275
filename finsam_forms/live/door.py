"""The door to the local network: listens on the computer's own addresses only while a meeting is open."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

LAN_NAME = "motet.invalid"
"""What the server calls itself to those who come in this way; a request can't claim it."""


def own_addresses() -> list[str]:
    """The computer's own IPv4 addresses on networks it is part of; none without a network. Sends nothing."""
    found = set()
    with suppress(OSError):
        found |= {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # a UDP connect picks an address and sends no packet
        found.add(probe.getsockname()[0])
    return sorted(str(address) for address in found if not str(address).startswith("127."))


class Server(Protocol):
    """What runs on the door's sockets until it is closed. `hang_up` ends every connection and goes on listening."""

    def hang_up(self) -> None: ...
    def close(self) -> None: ...


class Door:
    """Opens and closes sockets on the network while the program runs. `serve` runs a server on sockets until it is closed."""

    def __init__(
        self, serve: Callable[[list[socket.socket]], Server] | None = None, addresses: list[str] | None = None
    ):
        self._serve = serve
        self._addresses = addresses
        self._guard = threading.Lock()
        self._server: Server | None = None
        self.port = 0
        self.open_addresses: list[str] = []

    def prepare(self, serve: Callable[[list[socket.socket]], Server], port: int) -> None:
        """What to run, and on which port: known when the program has begun to listen."""
        self._serve, self.port = serve, port

    def open(self) -> list[str]:
        """Listen on the network. Gives the addresses; none when there is no network, or nothing could be opened.

        Those who are connected already, since an opening before this one, lose contact.
        """
        with self._guard:
            if self._server is not None:
                self._server.hang_up()
                return self.open_addresses
            sockets = self._listen() if self._serve else []
            if not (sockets and self._serve):
                return []
            try:
                self._server = self._serve(sockets)
            except OSError:  # the computer has no more files or threads to give
                for sock in sockets:
                    sock.close()
                return []
            self.open_addresses = [f"http://{sock.getsockname()[0]}:{sock.getsockname()[1]}/" for sock in sockets]
            return self.open_addresses

    def _listen(self) -> list[socket.socket]:
        sockets = []
        for address in self._addresses if self._addresses is not None else own_addresses():
            sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            sock.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR), 1)
            try:
                sock.bind((address, self.port))
                sock.listen(1024)
            except OSError:
                sock.close()
                continue
            sockets.append(sock)
        return sockets

    def close(self) -> None:
        """Stop listening on the network; those who came in that way lose contact."""
        with self._guard:
            server, self._server = self._server, None
            self.open_addresses = []
            if server is not None:
                server.close()
