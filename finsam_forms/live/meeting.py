"""An open meeting: the code that lets the others in, how fast it can be guessed at, and when it closes by itself."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from ..core.edit import Person

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 letters and digits without those that are read wrong on a projector (0 O 1 I). Eight of them are 40 bits."""
CODE_LENGTH = 8
OPEN_FOR = 12 * 3600.0
"""Seconds until a meeting closes by itself."""
THERE = 20.0
"""Seconds after the last sign of somebody that they are taken to be in the meeting: three of a page's signs of life."""
MOST_NAMES = 1000
"""Of those who were let in, that are remembered."""
LOOK = 5.0
"""How often, in seconds, it is looked at whether that time has come."""
GUESSES_PER_ADDRESS = 5
"""Wrong codes a minute from one address; then it waits, it is never shut out for good."""
OWN_GUESSES = 5
"""Wrong codes that an address may give during a meeting whatever other addresses do. An honest person needs one or two."""
GUESSES_PER_MINUTE = 30
"""Wrong codes a minute from all those together who have used up their own.

The chance to guess right during a meeting: 5 from each address and 30 · 60 · 12 = 21 600 shared, of 32⁸ ≈ 1.1 · 10¹² codes.
From a network of 254 addresses 2 in 10⁸; from one of 65 534, all of them taken by the same person, 3 in 10⁷.
"""


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def spoken(code: str) -> str:
    """The code in two groups, as it is shown: `K7RM-2QHX`."""
    return f"{code[:4]}-{code[4:]}"


def tidy_code(typed: str) -> str:
    """What was typed without dashes and spaces, in capitals."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())[: CODE_LENGTH + 1]


class TooManyGuesses(Exception):
    """Wait before the next try."""

    def __init__(self, seconds: int):
        super().__init__(f"För många fel koder. Vänta {seconds} sekunder och försök igen.")
        self.seconds = seconds


class WrongCode(Exception):
    """The code is not that of the meeting."""

    def __init__(self) -> None:
        super().__init__("Koden stämmer inte. Läs den igen från skärmen i rummet; den byts varje gång mötet öppnas.")


@dataclass(slots=True)
class Guesses:
    """The wrong codes of one address: all of them, and when those of the last minute were given."""

    number: int = 0
    lately: deque[float] = field(default_factory=deque)


@dataclass(slots=True)
class Opened:
    """One opening of the meeting. `secret` is what a let-in browser carries in its signed cookie."""

    code: str
    secret: str
    closes: float
    guesses: dict[str, Guesses] = field(default_factory=dict)
    came: dict[Person, float] = field(default_factory=dict)
    """Those who were let in, and when they were last heard of."""
    replaced: threading.Event = field(default_factory=threading.Event)
    """Set when it is closed by somebody, or opened again."""


class Meeting:
    """Open or closed. `clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float]):
        self._clock = clock
        self._guard = threading.Lock()
        self._opened: Opened | None = None
        self._shared_guesses: deque[float] = deque()
        self.guests_lock = False
        """May those who were let in lock drafts, and unlock them? The host says so, for one meeting at a time."""

    def open(self, when_over: Callable[[], object] | None = None) -> str:
        """Open with a new code; those who came in with an older one are out. Gives the code.

        `when_over` is called, from a thread of its own, if the meeting has closed by itself.
        """
        with self._guard:
            closes = self._clock() + OPEN_FOR
            if self._opened:
                self._opened.replaced.set()
            self.guests_lock = False
            self._opened = Opened(code=new_code(), secret=secrets.token_urlsafe(24), closes=closes)
            if when_over:
                threading.Thread(target=self._wait, args=(self._opened, when_over), name="motet", daemon=True).start()
            return self._opened.code

    def _wait(self, opened: Opened, when_over: Callable[[], object]) -> None:
        """Looks at the clock now and then: a computer that has slept in between has not counted."""
        while (left := opened.closes - self._clock()) > 0:
            if opened.replaced.wait(min(left, LOOK)):
                return
        if not opened.replaced.is_set():
            when_over()

    def close(self) -> None:
        with self._guard:
            if self._opened:
                self._opened.replaced.set()
            self._opened = None

    @property
    def code(self) -> str | None:
        """The code while the meeting is open, else None."""
        opened = self._now_open()
        return opened.code if opened else None

    @property
    def seconds_left(self) -> int:
        opened = self._now_open()
        return int(opened.closes - self._clock()) if opened else 0

    def let_in(self, typed: str, address: str) -> str:
        """The secret for the cookie when the code is right. Raises WrongCode, TooManyGuesses."""
        with self._guard:
            opened = self._opened if self._opened and self._opened.closes > self._clock() else None
            if opened is None:
                raise WrongCode
            now = self._clock()
            mine = opened.guesses.setdefault(one_guesser(address), Guesses())
            shares = mine.number >= OWN_GUESSES
            wait = wait_for(mine.lately, GUESSES_PER_ADDRESS, now)
            if shares:
                wait = max(wait, wait_for(self._shared_guesses, GUESSES_PER_MINUTE, now))
            if wait:
                raise TooManyGuesses(wait)
            if hmac.compare_digest(tidy_code(typed).encode(), opened.code.encode()):
                mine.lately.clear()
                return opened.secret
            mine.number += 1
            mine.lately.append(now)
            if shares:
                self._shared_guesses.append(now)
            raise WrongCode

    def heard(self, person: Person) -> None:
        """Somebody who was let in has asked for something."""
        with self._guard:
            if self._opened and (person in self._opened.came or len(self._opened.came) < MOST_NAMES):
                self._opened.came[person] = self._clock()

    def came(self) -> dict[Person, bool]:
        """Those who were let in to the meeting that is open, and whether they are there still."""
        opened = self._now_open()
        lately = self._clock() - THERE
        return {person: last >= lately for person, last in opened.came.copy().items()} if opened else {}

    def is_in(self, secret: str) -> bool:
        """Does a cookie's secret belong to the meeting that is open now?"""
        opened = self._now_open()
        return opened is not None and hmac.compare_digest(secret.encode(), opened.secret.encode())

    def _now_open(self) -> Opened | None:
        with self._guard:
            if self._opened and self._opened.closes <= self._clock():
                self._opened = None
            return self._opened


def one_guesser(address: str) -> str:
    """Addresses that one computer has for the asking are one: a whole /64 of IPv6. IPv4 in IPv6's clothes is IPv4."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is None:
            return str(ipaddress.ip_network((found, 64), strict=False))
        found = found.ipv4_mapped
    return str(found)


def wait_for(guesses: deque[float], most: int, now: float) -> int:
    """Seconds until another guess is allowed; drops what is older than a minute."""
    while guesses and guesses[0] <= now - 60:
        guesses.popleft()
    return 0 if len(guesses) < most else int(guesses[0] + 60 - now) + 1
