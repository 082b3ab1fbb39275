"""The rules about one kind of answer, a module a kind; the budget's by subject. What they look at comes from `every`."""

from __future__ import annotations

from . import (
    budget_amounts,
    budget_outcome,
    budget_outcome_claims,
    budget_outcome_text,
    budget_parties,
    budget_sums,
    budget_text,
    budget_time,
    budget_training,
    budget_wages,
    chapters,
    choice,
    fixed_text,
    flow,
    goals,
    named,
    number,
    orgnr,
    outcomes,
    parties,
    parties_addresses,
    period,
    posts,
    proportion,
    rows,
    sign,
    signature,
    stated,
    table,
    table_counts,
    table_text,
    yes_no,
    yes_no_table,
)

RULES = (
    budget_amounts, budget_outcome, budget_outcome_claims, budget_outcome_text, budget_parties, budget_sums, budget_text, budget_time,
    budget_training, budget_wages, chapters, choice, fixed_text, flow, goals, named, number, orgnr, outcomes, parties, parties_addresses, period,
    posts, proportion, rows, sign, signature, stated, table, table_counts, table_text, yes_no, yes_no_table,
)  # fmt: skip
"""Their modules."""
