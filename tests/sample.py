"""Cases of one kind: some of them always, all with --all."""

from collections.abc import Iterable
from typing import Any

import pytest


def some_of(cases: Iterable[Any], one_in: int = 4) -> list[Any]:
    """The values of one parameter: the first and every `one_in`th after it; the others are long."""
    return [pytest.param(case, marks=pytest.mark.long if number % one_in else ()) for number, case in enumerate(cases)]
