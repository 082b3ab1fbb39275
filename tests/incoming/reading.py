"""Reads files in a process of its own, that can be measured and can die: prints what came of each as JSON, a line a file.

Seconds are those that the processor worked: how busy the machine is with others is nothing that a file does.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from finsam_forms.incoming.brought import Refused
from finsam_forms.incoming.readers import opened_file, read_file
from finsam_forms.mallar import load_malls

ROOM = 2 * 1024**3


def peak() -> int:
    """Megabytes that the process has held at most since `forget_peak`."""
    line = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def main(files: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))  # the machine is spared
    malls = load_malls()
    for file in files:
        forget_peak()
        data = opened_file(Path(file))
        start = time.process_time()
        try:
            outcome = f"inläst: {read_file(data, malls).form}"
        except Refused as refused:
            outcome = refused.sentence
        except BaseException as other:
            outcome = f"{type(other).__name__}: {other}"
        print(json.dumps({"utfall": outcome, "sekunder": time.process_time() - start, "megabyte": peak()}), flush=True)
        del data


if __name__ == "__main__":
    main(sys.argv[1:])
