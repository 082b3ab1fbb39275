"""G08–G11: wage lines, their share of a full post, and what a month of full time then costs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

from ...kinds.budget.definition import line_label
from ...kinds.budget.parts import AMOUNT, BASIS, BASIS_PAY, BASIS_PO, SHARE
from ...kinds.budget.wage_basis import po_rate
from ...kinds.budget.wages import HUNDREDTHS, wage_cost
from ...kinds.kind import Leaf
from ...percent import format_percent
from ...rounding import half_up
from ...span import months_of
from ..facts import Facts
from ..registry import Finding, Fix, Severity, check
from ..wording import kr, quoted, span
from .budget_facts import WageLine, money
from .parties import Huvudman, huvudman_of

WAGES = "budget parties period"
EMPLOYERS: dict[Huvudman | None, str] = {Huvudman.KOMMUN: "kommun", Huvudman.REGION: "region"}
"""Whose PO-pålägg the table knows. Statliga myndigheter have their own."""


@check("G08", Severity.WARNING, reads=WAGES)
def wage_against_its_basis(facts: Facts) -> Iterator[Finding]:
    """A wage that was worked out is still what its basis gives: monthly pay × tjänst × PO-pålägg, month by month."""
    for wage in money(facts).wages:
        pay = read_basis(facts, wage, BASIS_PAY)
        if not pay or not wage.share.value or not wage.period or not wage.amount or wage.unread:
            continue
        rates = {year: po_of(facts, wage, year) for year in range(wage.period.start.year, wage.period.end.year + 1)}
        if None in rates.values():
            continue
        right = wage_cost(pay, wage.share.value, wage.period, rates.get).kronor
        if abs(right - wage.amount) > 1:
            label = line_label(facts.document, wage.line.path)
            sentence = (
                f"{label}: underlaget ({kr(pay)} i månaden, {format_percent(wage.share.value)}, {span(wage.period)}, "
                f"med PO-pålägg) ger {kr(right)}, men på raden står {kr(wage.amount)}."
            )
            path = wage_place(facts, wage)
            fixes = (Fix(f"Skriv {kr(right)}", {path: str(right)}),) if len(wage.parties) == 1 else ()
            yield Finding(path, sentence, f"{wage.amount} {right}", fixes)


@check("G09", Severity.WARNING, reads=WAGES)
def share_without_amount(facts: Facts) -> Iterator[Finding]:
    """Tjänst % and an amount go together."""
    for wage in money(facts).wages:
        label = line_label(facts.document, wage.line.path)
        path = f"{wage.line.path}/{SHARE.id}"
        if wage.share.value and not wage.parties:
            sentence = (
                f"Löneraden {quoted(label)} har tjänst {format_percent(wage.share.value)} men inget belopp. "
                "Skriv beloppet, eller ta bort procenten."
            )
            yield Finding(path, sentence)
        elif wage.parties and not wage.share.value and not wage.share.problem:
            sentence = f"Löneraden {quoted(label)} har {kr(wage.amount)} men ingen tjänst i %. Skriv hur stor tjänst beloppet gäller."
            yield Finding(path, sentence, f"{wage.amount}")


@check("G10", Severity.WARNING, reads=WAGES)
def unlikely_monthly_pay(facts: Facts) -> Iterator[Finding]:
    """Pay for a month of full time = amount / ((1 + PO) × months × tjänst). Off until the förbund has given a span."""
    low, high = facts.mall.settings.monthly_pay_low, facts.mall.settings.monthly_pay_high
    if low is None and high is None:
        return
    for wage in money(facts).wages:
        pay = monthly_pay(facts, wage)
        if pay is None or not ((low is not None and pay < low) or (high is not None and pay > high)):
            continue
        given = f"{kr(low)}–{kr(high)}" if low is not None and high is not None else kr(low if high is None else high)  # type: ignore[arg-type]
        label = line_label(facts.document, wage.line.path)
        sentence = (
            f"Löneraden {quoted(label)} ger {kr(pay)} i månaden på heltid utan PO-pålägg. Det vanliga är "
            f"{'minst ' if high is None else 'högst ' if low is None else ''}{given}. Kontrollera belopp, tjänst och period."
        )
        yield Finding(wage_place(facts, wage), sentence, f"{wage.amount} {wage.share.value} {wage.period}")


def monthly_pay(facts: Facts, wage: WageLine) -> int | None:
    """Whole kronor a month for full time without PO; None when something needed is not known. 325 000 kr, 75 %, nine months: 34 355."""
    if wage.amount <= 0 or wage.unread or not wage.share.value or wage.share.value < 0 or not wage.period:
        return None
    weight = Fraction()
    for year, _, part in months_of(wage.period):
        po = po_of(facts, wage, year)
        if po is None:
            return None
        weight += part * (HUNDREDTHS + po) / HUNDREDTHS
    return half_up(Fraction(wage.amount) / (weight * wage.share.value / HUNDREDTHS))


def po_of(facts: Facts, wage: WageLine, year: int) -> int | None:
    """The line's own PO-pålägg, else the table's for its kind of employer. None: not known, and never guessed."""
    own = read_basis(facts, wage, BASIS_PO)
    if own is not None:
        return own
    employer = facts.text(f"{wage.line.path}/{BASIS}/arbetsgivare")
    if not employer and wage.parties:
        employer = EMPLOYERS.get(huvudman_of(wage.parties[0].name), "")
    return po_rate(facts.document, year, employer)


def read_basis(facts: Facts, wage: WageLine, leaf: Leaf) -> int | None:
    value = leaf.read(facts.text(f"{wage.line.path}/{BASIS}/{leaf.id}")).value
    return value if isinstance(value, int) else None


def wage_place(facts: Facts, wage: WageLine) -> str:
    """The amount that a remark about the wage stands at."""
    return f"{wage.line.path}/{AMOUNT.id}/{wage.parties[0].id}"


@check("G11", Severity.ERROR, reads=WAGES)
def share_out_of_range(facts: Facts) -> Iterator[Finding]:
    """Tjänst i % is a number from 0 to 100 on a line."""
    for wage in money(facts).wages:
        path, label = f"{wage.line.path}/{SHARE.id}", line_label(facts.document, wage.line.path)
        if wage.share.problem:
            yield Finding(path, f"{label}: {wage.share.problem.message}")
        elif wage.share.value is not None and not 0 <= wage.share.value <= HUNDREDTHS:
            what = (
                "mer än en heltid. Skriv en rad för varje person"
                if wage.share.value > 0
                else "mindre än noll. Skriv 0–100"
            )
            yield Finding(
                path, f"Löneraden {quoted(label)} har tjänst {format_percent(wage.share.value)}, och det är {what}."
            )


@check("G11", Severity.WARNING, reads=WAGES)
def same_post_more_than_full_time(facts: Facts) -> Iterator[Finding]:
    """The same function at the same employer is at most one full post at a time, unless it is two people."""
    posts: dict[tuple[str, tuple[str, ...]], list[WageLine]] = {}
    for wage in money(facts).wages:
        share = wage.share.value or 0
        if wage.line.label.strip() and 0 < share <= HUNDREDTHS and wage.period:
            who = tuple(party.id for party in wage.parties)
            posts.setdefault((" ".join(wage.line.label.lower().split()), who), []).append(wage)
    for lines in posts.values():
        begun = running_shares((wage.period.start, wage.share.value or 0) for wage in lines if wage.period)
        ended = running_shares((wage.period.end, wage.share.value or 0) for wage in lines if wage.period)
        for last in lines[1:]:
            if last.period is None:
                continue
            count, total = shares_until(begun, last.period.start)
            over, left = shares_until(ended, last.period.start - timedelta(days=1))
            count, total = count - over, total - left
            if count > 1 and total > HUNDREDTHS:
                sentence = (
                    f"{quoted(last.line.label)} står på {count} rader som tillsammans är {format_percent(total)} "
                    "under samma tid. Är det två personer, så låt det synas i benämningen."
                )
                yield Finding(f"{last.line.path}/{SHARE.id}", sentence, f"{last.line.label} {total}")
                break


def running_shares(dated: Iterable[tuple[date, int]]) -> tuple[list[date], list[int]]:
    """The days in order, and the shares of all up to each of them."""
    in_order = sorted(dated)
    return [day for day, _ in in_order], list(accumulate(share for _, share in in_order))


def shares_until(running: tuple[list[date], list[int]], last: date) -> tuple[int, int]:
    """How many up to a day, that one included, and their shares together."""
    days, sums = running
    count = bisect_right(days, last)
    return count, sums[count - 1] if count else 0
