"""Who hears what: every change is rendered once and handed to all who have the draft open, in order."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

WINDOW = 0.04
"""Seconds that announcements are gathered before the listeners are woken: forty threads woken once, not for each key."""
ANSWER_FIRST = 0.015
"""Seconds of the window that pass before the listeners are woken: whoever made the change has the answer by then."""
PING = 5.0
"""Seconds between signs of life, so that a browser can tell a quiet draft from a stream that somebody holds back."""
POLL = 1.0
"""How often, in seconds, a waiting stream looks whether its browser has gone."""
RECENT = 12.0
"""Seconds that what passes (remarks, who is here) is told to those who poll: more than two of their rounds. Twice does no harm."""
KEPT = 400
"""Messages kept per draft for those who come back after a gap; an older gap gets a fresh page."""
KEPT_BYTES = 1_000_000
"""Bytes of messages kept per draft; the newest message always is."""
ALL_BYTES = 16_000_000
"""Bytes of messages kept in all; the drafts where it has been quiet longest forget first."""
HOLD = 5.0
"""Seconds that a poll is held when there is nothing to tell."""


class Event(NamedTuple):
    """A message, encoded once. `change` is 0 for what passes (who is here) and is not replayed."""

    serial: int
    change: int
    wire: bytes
    said: float
    """When, in seconds that only grow."""
    shown: bool
    """It is of something that those who only read can see."""

    @property
    def message(self) -> str:
        """As those who poll get it."""
        return self.wire.partition(b"data: ")[2].rstrip().decode()


class Channel:
    """The listeners of one draft."""

    def __init__(self, forgotten: int) -> None:
        self.events: deque[Event] = deque()
        self.size = 0
        """Bytes of the events."""
        self.serial = secrets.randbelow(1 << 40) << 8
        """The last event's number. It begins anywhere, so that a number from before a restart is not taken for one of these."""
        self.first = self.serial
        self.forgotten = forgotten
        """The newest change that is not kept here: said before the channel was made, or long ago."""

        self.over = False
        """The draft is gone."""

    def add(self, change: int, name: str, message: str, *, shown: bool = False) -> None:
        self.serial += 1
        head = f"event: {name}\n" + (f"id: {change}\n" if change else "")
        event = Event(self.serial, change, f"{head}data: {message}\n\n".encode(), time.monotonic(), shown)
        self.events.append(event)
        self.size += len(event.wire)
        while len(self.events) > 1 and (len(self.events) > KEPT or self.size > KEPT_BYTES):
            self._forget_oldest()

    def forget(self) -> None:
        """Keep nothing; who comes back gets a fresh page."""
        while self.events:
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        oldest = self.events.popleft()
        self.size -= len(oldest.wire)
        self.forgotten = max(self.forgotten, oldest.change)
        self.first = oldest.serial

    def since_serial(self, serial: int) -> list[Event] | None:
        """What was said after an event; None when some of it is no longer kept, or the number is not of this channel."""
        if not self.first <= serial <= self.serial:
            return None
        news = []
        for event in reversed(self.events):
            if event.serial <= serial:
                break
            news.append(event)
        return news[::-1]

    def since_change(self, change: int) -> list[Event] | None:
        """What was said after a change; None when that is no longer known."""
        if change < self.forgotten:
            return None
        return [event for event in self.events if event.change > change]

    def passing(self, since: float) -> list[Event]:
        """What is not replayed and was said lately."""
        return [event for event in self.events if not event.change and event.said > since]


class Polled(NamedTuple):
    """The answer to a poll."""

    messages: list[str] | None
    """None when what was said is no longer known: catch up."""
    mark: int
    """How far it reaches: the next poll's `mark`."""
    held: bool
    """It had a place to wait in: ask again at once."""


class Full(Exception):
    """No room for more streams; the browser polls instead."""


Words = Callable[[], bytes]
"""What a stream says last when it may not go on; nothing when its browser has left."""


def no_words() -> bytes:
    return b""


class Places:
    """Places for streams of one kind; taken when a stream begins to be read, and given back when it ends, however it ends."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.taken = 0


class Feed:
    """All channels. One thread wakes the listeners, at most once a window.

    Those who only read have places of their own, so that they never take a writer's.
    """

    def __init__(self, max_streams: int = 60, max_readers: int = 20):
        self.writers = Places(max_streams)
        self.readers = Places(max_readers)
        self.held = 0
        """Polls that wait; they share the streams' places, and a quarter of them at most."""
        self.guests = 0
        """Streams and held polls of those who are told when the meeting closes."""
        self.stopping = threading.Event()
        self._channels: OrderedDict[int, Channel] = OrderedDict()
        """Those where something was said last come last."""
        self._size = 0
        self._changed = threading.Condition()
        self._generation = 0
        self.looks = 0
        """How many times `look_again` was called."""
        self._dirty = threading.Event()
        self._waker: threading.Thread | None = None

    def publish(self, draft_id: int, message: Mapping[str, Any], *, name: str = "andrat") -> None:
        """Tell everybody who has the draft open. `message["id"]` is the change it tells of; without it, it is not replayed."""
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        change = int(message.get("id", 0))
        with self._changed:
            channel = self._channel(draft_id, change - 1)
            before = channel.size
            channel.add(change, name, text, shown=bool(change) and name == "andrat" and is_shown(message))
            self._size += channel.size - before
            self._channels.move_to_end(draft_id)
            self._make_room()
        self._dirty.set()

    def forget(self, draft_id: int) -> None:
        """Keep nothing of a draft that is gone, and let its streams end."""
        with self._changed:
            if channel := self._channels.pop(draft_id, None):
                self._size -= channel.size
                channel.forget()
                channel.over = True
                self._generation += 1
                self._changed.notify_all()

    def _make_room(self) -> None:
        for other in list(self._channels.values())[:-1] if self._size > ALL_BYTES else ():
            self._size -= other.size
            other.forget()
            if self._size <= ALL_BYTES:
                return

    def messages(self, draft_id: int, after: int, newest: int) -> list[str] | None:
        """For those who poll: what was said after a change; None when that is no longer known. `newest`: see open_stream."""
        with self._changed:
            events = missed_or_passed(self._channel(draft_id, newest), after)
        return None if events is None else [event.message for event in events]

    def poll(
        self,
        draft_id: int,
        after: int,
        newest: int,
        *,
        mark: int = 0,
        gone: Callable[[], bool] = lambda: False,
        guest: bool = False,
    ) -> Polled:
        """As `messages`, held for a while when there is nothing to tell and a place to wait in. `mark`: the last poll's."""
        until = time.monotonic() + HOLD
        with self._changed:
            channel = self._channel(draft_id, newest)
            events = polled(channel, after, mark)
            held = self.held < max(1, self.writers.most // 4) and not self.full
            if held and events == []:
                self._start_waker()
                self.held += 1
                self.guests += guest
                try:
                    mark = channel.serial
                    while not (
                        self.stopping.is_set()
                        or channel.over
                        or gone()
                        or channel.serial > mark
                        or time.monotonic() > until
                    ):
                        self._changed.wait(min(POLL, HOLD))
                    events = [] if gone() else polled(channel, after, mark)
                finally:
                    self.held -= 1
                    self.guests -= guest
                    self._changed.notify_all()
            return Polled(None if events is None else [event.message for event in events], channel.serial, held)

    @property
    def streams(self) -> int:
        """Writers' streams that are open."""
        return self.writers.taken

    @property
    def full(self) -> bool:
        """No place for another writer's stream or waiting poll."""
        return self.writers.taken + self.held >= self.writers.most or self.stopping.is_set()

    def open_stream(
        self,
        draft_id: int,
        after: int,
        newest: int,
        gone: Callable[[], bool],
        catch_up: Callable[[], Mapping[str, Any] | None],
        last_words: Words = no_words,
    ) -> Iterator[bytes]:
        """A stream for one browser that has seen the changes up to `after`. Raises Full.

        `newest` is the draft's last change, for a channel that nobody has used since the server started. `gone` tells
        that the browser left, or may not listen any longer: it is asked before anything is told. `catch_up` makes a
        message for a gap that is too old. The place is taken at the first `next`.
        """
        if self.full:
            raise Full
        return self._stream(self.writers, draft_id, after, newest, gone, wires, lambda: wire_of(catch_up()), last_words)

    def open_reader(
        self, draft_id: int, after: int, newest: int, gone: Callable[[], bool], last_words: Words = no_words
    ) -> Iterator[bytes]:
        """A stream for somebody who only reads: it says that what the page shows has changed, and no more. Raises Full."""
        if self.readers.taken >= self.readers.most or self.stopping.is_set():
            raise Full
        return self._stream(self.readers, draft_id, after, newest, gone, signs, lambda: sign(newest), last_words)

    def _stream(
        self,
        places: Places,
        draft_id: int,
        after: int,
        newest: int,
        gone: Callable[[], bool],
        tell: Callable[[list[Event]], bytes],
        catch_up: Callable[[], bytes],
        last_words: Words,
    ) -> Iterator[bytes]:
        with self._changed:
            others = self.held if places is self.writers else 0
            if places.taken + others >= places.most or self.stopping.is_set():
                return  # the last place went while the answer was on its way: the browser tries again, and is told
            places.taken += 1
            self.guests += last_words is not no_words
        try:
            with self._changed:
                self._start_waker()
                channel = self._channel(draft_id, newest)
                serial, missed = channel.serial, channel.since_change(after)
            yield b"retry: 500\n: hej\n\n"
            if gone():
                yield from said(last_words)
                return
            if words := catch_up() if missed is None else tell(missed):
                yield words
            spoke = time.monotonic()
            while not (self.stopping.is_set() or channel.over):
                with self._changed:
                    if channel.serial == serial:
                        self._changed.wait_for(self._woken(self._generation), POLL)
                    news = channel.since_serial(serial)
                    serial = channel.serial
                if channel.over:
                    return
                if gone():
                    yield from said(last_words)
                    return
                # None: a reader so slow that what it had not heard is no longer kept
                if words := catch_up() if news is None else tell(news):
                    yield words
                elif time.monotonic() - spoke >= PING:
                    yield b"event: puls\ndata: 1\n\n"
                else:
                    continue
                spoke = time.monotonic()
        finally:
            with self._changed:
                places.taken -= 1
                self.guests -= last_words is not no_words
                self._changed.notify_all()

    def let_guests_go(self, seconds: float) -> None:
        """Wait until those who may not go on have been told, but no longer."""
        self._wake_all()
        with self._changed:
            self._changed.wait_for(lambda: self.guests == 0, seconds)

    def look_again(self) -> None:
        """Something else than a value has changed: every stream and waiting poll asks now whether it may go on."""
        with self._changed:
            self.looks += 1
        self._wake_all()

    def _wake_all(self) -> None:
        with self._changed:
            self._generation += 1
            self._changed.notify_all()

    def _start_waker(self) -> None:
        if self._waker is None:
            self._waker = threading.Thread(target=self._wake, name="feed", daemon=True)
            self._waker.start()

    def _woken(self, generation: int) -> Callable[[], bool]:
        """Have the listeners been woken since?"""
        return lambda: self._generation != generation

    def stop(self) -> None:
        """Let every stream end now."""
        self.stopping.set()
        self._dirty.set()
        self._wake_all()

    def _channel(self, draft_id: int, forgotten: int) -> Channel:
        if draft_id not in self._channels:
            self._channels[draft_id] = Channel(max(forgotten, 0))
        return self._channels[draft_id]

    def _wake(self) -> None:
        while not self.stopping.is_set():
            self._dirty.wait()
            time.sleep(ANSWER_FIRST)
            self._dirty.clear()
            self._wake_all()
            time.sleep(WINDOW - ANSWER_FIRST)


def missed_or_passed(channel: Channel, after: int) -> list[Event] | None:
    """What was said after a change, and what passed lately, in order; None when that is no longer known."""
    missed = channel.since_change(after)
    if missed is None:
        return None
    return sorted([*missed, *channel.passing(time.monotonic() - RECENT)], key=lambda event: event.serial)


def polled(channel: Channel, after: int, mark: int) -> list[Event] | None:
    """What was said after the last poll; when that is not known, what was said after a change."""
    news = channel.since_serial(mark)
    return missed_or_passed(channel, after) if news is None else news


def said(last_words: Words) -> Iterator[bytes]:
    if words := last_words():
        yield words


def wires(events: list[Event]) -> bytes:
    """As writers hear it."""
    return events[0].wire if len(events) == 1 else b"".join(event.wire for event in events)


def wire_of(message: Mapping[str, Any] | None) -> bytes:
    if not message:
        return b""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return f"event: andrat\nid: {message['id']}\ndata: {text}\n\n".encode()


def signs(events: list[Event]) -> bytes:
    """As those who only read hear it: which change was the last of what they can see."""
    return sign(max((event.change for event in events if event.shown), default=0))


def sign(change: int) -> bytes:
    """That something has changed, with nothing of what it is: the page fetches itself."""
    return b"event: andrat\nid: %d\ndata: {}\n\n" % change if change else b""


def is_shown(message: Mapping[str, Any]) -> bool:
    """Is there a path in it that the text, the budget or the title is made of? What begins with `_` is the group's own."""
    paths = [*(one["path"] for key in ("values", "fetch") for one in message.get(key, ())), *message.get("stale", ())]
    return any(path == "_titel" or not path.startswith("_") for path in paths)
