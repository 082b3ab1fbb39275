"""Times of things done in turn, and the table of what they came to."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median


def interleaved(rounds: int, *works: Callable[[], object], warm: int = 3) -> list[list[float]]:
    """Seconds of each work in each round. They take turns, and the order turns too, so that a slow moment hits them all."""
    for work in works:
        for _ in range(warm):
            work()
    times: list[list[float]] = [[] for _ in works]
    gc.collect()
    for number in range(rounds):
        for step in range(len(works)):
            which = (number + step) % len(works)
            start = time.perf_counter()
            works[which]()
            times[which].append(time.perf_counter() - start)
    return times


def at(times: Sequence[float], percent: int) -> float:
    """The percentile of some times."""
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 0.01 else f"{seconds * 1000:.0f} ms"


@dataclass(frozen=True)
class Figure:
    name: str
    reached: float
    limit: float
    unit: str
    note: str

    @property
    def row(self) -> tuple[str, ...]:
        verdict = "håller" if self.reached <= self.limit else "håller inte"
        shown, limit = (f"{number:.4g}".replace(".", ",") for number in (self.reached, self.limit))
        return self.name, f"{shown} {self.unit}".strip(), f"≤ {limit} {self.unit}".strip(), verdict, self.note


@dataclass
class Figures:
    """What was reached beside its limit. `unit` is empty for a ratio against a floor measured in the same run."""

    found: list[Figure] = field(default_factory=list)

    def ratio(self, name: str, ours: Sequence[float], floor: Sequence[float], limit: float, percent: int = 50) -> None:
        one, other = (median(times) if percent == 50 else at(times, percent) for times in (ours, floor))
        self.found.append(Figure(name, round(one / other, 3), limit, "", f"{ms(one)} mot {ms(other)}"))

    def value(self, name: str, reached: float, limit: float, unit: str = "", note: str = "") -> None:
        self.found.append(Figure(name, reached, limit, unit, note))

    def table(self) -> str:
        rows = [("", "uppnått", "gräns", "", "median"), *(figure.row for figure in self.found)]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        return "\n".join(
            "  ".join([row[0].ljust(widths[0]), row[1].rjust(widths[1]), row[2].rjust(widths[2])])
            + f"  {row[3].ljust(widths[3])}  {row[4]}".rstrip()
            for row in rows
        )
