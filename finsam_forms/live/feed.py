"""Who hears what: every change is rendered once and handed to all who have the draft open, in order."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Event:
    """A message, encoded once. `change` is 0 for what passes (who is here) and is not replayed."""

    serial: int
    change: int
    message: str
    wire: bytes
    said: float
    """When, in seconds that only grow."""


class Channel:
    """The listeners of one draft."""

    def __init__(self, forgotten: int) -> None:
        self.events: deque[Event] = deque(maxlen=KEPT)
        self.serial = 0
        self.forgotten = forgotten
        """The newest change that is not kept here: said before the channel was made, or long ago."""

    def add(self, change: int, name: str, message: str) -> None:
        self.serial += 1
        head = f"event: {name}\n" + (f"id: {change}\n" if change else "")
        event = Event(self.serial, change, message, f"{head}data: {message}\n\n".encode(), time.monotonic())
        if len(self.events) == KEPT:
            self.forgotten = max(self.forgotten, self.events[0].change)
        self.events.append(event)

    def since_serial(self, serial: int) -> list[Event]:
        return [event for event in self.events if event.serial > serial]

    def since_change(self, change: int) -> list[Event] | None:
        """What was said after a change; None when that is no longer known."""
        if change < self.forgotten:
            return None
        return [event for event in self.events if event.change > change]

    def passing(self, since: float) -> list[Event]:
        """What is not replayed and was said lately."""
        return [event for event in self.events if not event.change and event.said > since]


class Full(Exception):
    """No room for more streams; the browser polls instead."""


class Feed:
    """All channels. One thread wakes the listeners, at most once a window."""

    def __init__(self, max_streams: int = 60):
        self.max_streams = max_streams
        self.streams = 0
        self.stopping = threading.Event()
        self._channels: dict[int, Channel] = {}
        self._changed = threading.Condition()
        self._generation = 0
        self._dirty = threading.Event()
        self._waker: threading.Thread | None = None

    def publish(self, draft_id: int, message: Mapping[str, Any], *, name: str = "andrat") -> None:
        """Tell everybody who has the draft open. `message["id"]` is the change it tells of; without it, it is not replayed."""
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        change = int(message.get("id", 0))
        with self._changed:
            self._channel(draft_id, change - 1).add(change, name, text)
        self._dirty.set()

    def messages(self, draft_id: int, after: int, newest: int) -> list[str] | None:
        """For those who poll: what was said after a change; None when that is no longer known. `newest`: see open_stream."""
        with self._changed:
            channel = self._channel(draft_id, newest)
            missed = channel.since_change(after)
            passing = channel.passing(time.monotonic() - RECENT)
        if missed is None:
            return None
        return [event.message for event in sorted([*missed, *passing], key=lambda event: event.serial)]

    def open_stream(
        self,
        draft_id: int,
        after: int,
        newest: int,
        gone: Callable[[], bool],
        catch_up: Callable[[], Mapping[str, Any] | None],
    ) -> Iterator[bytes]:
        """A stream for one browser that has seen the changes up to `after`. Raises Full.

        `newest` is the draft's last change, for a channel that nobody has used since the server started. `gone` tells
        that the browser left; `catch_up` makes a message for a gap that is too old.
        """
        with self._changed:
            if self.streams >= self.max_streams or self.stopping.is_set():
                raise Full
            self.streams += 1
            if self._waker is None:
                self._waker = threading.Thread(target=self._wake, name="feed", daemon=True)
                self._waker.start()
            channel = self._channel(draft_id, newest)
            serial, missed = channel.serial, channel.since_change(after)
        return self._stream(channel, serial, missed, gone, catch_up)

    def _stream(
        self,
        channel: Channel,
        serial: int,
        missed: list[Event] | None,
        gone: Callable[[], bool],
        catch_up: Callable[[], Mapping[str, Any] | None],
    ) -> Iterator[bytes]:
        try:
            yield b"retry: 500\n: hej\n\n"
            if missed is None:
                message = catch_up()
                if message:
                    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
                    yield f"event: andrat\nid: {message['id']}\ndata: {text}\n\n".encode()
            elif missed:
                yield b"".join(event.wire for event in missed)
            spoke = time.monotonic()
            while not self.stopping.is_set() and not gone():
                with self._changed:
                    generation = self._generation
                    news = channel.since_serial(serial) if channel.serial > serial else []
                    if not news:
                        self._changed.wait_for(lambda seen=generation: self._generation != seen, POLL)
                        news = channel.since_serial(serial) if channel.serial > serial else []
                if news:
                    serial = news[-1].serial
                    yield b"".join(event.wire for event in news)
                    spoke = time.monotonic()
                elif time.monotonic() - spoke >= PING:
                    yield b"event: puls\ndata: 1\n\n"
                    spoke = time.monotonic()
        finally:
            with self._changed:
                self.streams -= 1

    def stop(self) -> None:
        """Let every stream end now."""
        self.stopping.set()
        self._dirty.set()
        with self._changed:
            self._generation += 1
            self._changed.notify_all()

    def _channel(self, draft_id: int, forgotten: int) -> Channel:
        if draft_id not in self._channels:
            self._channels[draft_id] = Channel(max(forgotten, 0))
        return self._channels[draft_id]

    def _wake(self) -> None:
        while not self.stopping.is_set():
            self._dirty.wait()
            time.sleep(ANSWER_FIRST)
            self._dirty.clear()
            with self._changed:
                self._generation += 1
                self._changed.notify_all()
            time.sleep(WINDOW - ANSWER_FIRST)
