"""How much work a call does, counted in lines of Python run: the same on a slow machine and on a busy one."""

import sys
from collections.abc import Callable


def steps(work: Callable[[], object]) -> int:
    """Lines of Python that `work` runs. What the C code of a library does in one call is one step."""
    count = 0

    def local(frame, event, _):
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(local)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
