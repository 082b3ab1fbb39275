"""What a check is, and the list of all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from ..waiver import Waiver

if TYPE_CHECKING:
    from .facts import Facts


class Severity(Enum):
    """A fel is put right or waived with a reason before locking; a varning is seen; a tips is advice."""

    ERROR = "fel"
    WARNING = "varning"
    TIP = "tips"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return list(Severity).index(self)


class Fix(NamedTuple):
    """A button that puts the right answer in: what it says, and path → the text to save there."""

    label: str
    changes: Mapping[str, str]


class Remark(NamedTuple):
    """Something that is wrong or doubtful, said in a sentence beside the place it is about."""

    code: str
    severity: Severity
    sentence: str
    path: str
    """A value, a row, a field or a section of the document."""
    key: str
    """Stays the same while the remark is about the same value at the same place: `g21_0f3a91c25d7e`."""
    fixes: tuple[Fix, ...] = ()
    waived: Waiver | None = None


Fixes = tuple[Fix, ...] | Callable[[], tuple[Fix, ...]]


class Finding(NamedTuple):
    """What a check yields. `about` is the value concerned: a waiver holds for as long as it is the same (default: the path's text).

    Fixes that carry a whole text are a function, asked once for each remark: the same number a thousand times is one remark.
    """

    path: str
    sentence: str
    about: str | None = None
    fixes: Fixes = ()
    severity: Severity | None = None
    """When it is another than the check's own."""


SHOWN = "shown"
"""The aspect that every rule reads: which sections there are."""

MOST = 25
"""Remarks of a check about one text. Each carries the text put right, so thousands of them would fill the memory."""
MORE = "Texten har fler ställen av samma slag än de {} första, som visas. Rätta dem, så visas nästa."

Run = Callable[..., Iterator[Finding]]


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A rule. `reads` are the aspects of a document (see `aspects`) whose change can change what it says."""

    code: str
    severity: Severity
    run: Run
    reads: frozenset[str]
    each: str = ""
    """«text», «finance», «words» or «own»: it is asked about one text at a time, and reads that text beside its aspects."""
    families: frozenset[str] = frozenset()
    """The families of forms that it speaks for; all when none are named."""

    @property
    def name(self) -> str:
        return self.run.__name__

    def speaks_for(self, family: str) -> bool:
        return not self.families or family in self.families

    def remarks(self, facts: Facts, *subject: Any) -> Iterator[Remark]:
        """What the rule says, each remark once; about one text the first MOST of them, and that there are more."""
        seen: set[str] = set()
        for found in self.run(facts, *subject):
            if subject and len(seen) == MOST:
                found = Finding(found.path, MORE.format(MOST), "fler", severity=found.severity)
            severity = found.severity or self.severity
            about = found.about
            if about is None:
                about = facts.document.text(found.path) if facts.mall.leaf_at(found.path) else ""
            key = remark_key(self.code, severity, found.path, about)
            if key not in seen:
                seen.add(key)
                yield Remark(
                    code=self.code,
                    severity=severity,
                    sentence=found.sentence,
                    path=found.path,
                    key=key,
                    fixes=found.fixes() if callable(found.fixes) else found.fixes,
                )
            if len(seen) > MOST and subject:
                return


def remark_key(code: str, severity: Severity, path: str, about: str) -> str:
    material = "\0".join((code, severity.value, path, " ".join(about.split())))
    return f"{code.lower()}_{hashlib.sha256(material.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


CHECKS: list[Check] = []


def check(
    code: str, severity: Severity, *, reads: str = "", each: str = "", families: Iterable[str] = ()
) -> Callable[[Run], Run]:
    """Register a rule. `reads`: aspects separated by spaces. `each`: «text» (long texts), «finance» (the budget in words),
    «words» (every text a person writes) or «own» (what the group keeps). `families`: when it is about one sort of form."""

    def register(run: Run) -> Run:
        CHECKS.append(Check(code, severity, run, frozenset({*reads.split(), SHOWN}), each, frozenset(families)))
        return run

    return register
