"""From `start.py`'s words to the program, the tests or the benchmarks."""

import os
import subprocess
import sys

from tools.environment import ROOT, Environment, say
from tools.trouble import Trouble


def main(words: list[str]) -> int:
    """Prepare what the command needs, then run it; its exit code is ours. 1: a person must act first."""
    environment = Environment()
    match words:
        case ["test", *rest]:
            needs, command = "test", ["-m", "pytest", "-n", "2", *rest]
        case ["bench", *rest]:
            needs, command = "test", ["-m", "pytest", "--bench", "-q", "-s", *(rest or ["tests/benchmarks"])]
        case _:
            needs, command = "app", ["-m", "finsam_forms", *words]
    try:
        environment.make_ready(needs)
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        say("Avbrutet. Nästa start börjar om där den här slutade.")
        return 1
    if needs == "test":
        os.chdir(ROOT)  # pytest finds its settings and paths there; other commands keep the person's own folder
    return hand_over([str(environment.python), "-P", *command])


def start_words() -> str:
    """How the person started this, for messages that say what to write next. Starta.cmd says so itself."""
    script = sys.argv[0] or "start.py"
    return f"{'python' if os.name == 'nt' else 'python3'} " + (f'"{script}"' if " " in script else script)


def hand_over(command: list[str]) -> int:
    """Become the command: signals reach it and its exit code is seen, as if it had been started directly."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    surroundings = {"FINSAM_START": start_words()} | os.environ | {"PYTHONPATH": path}
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, surroundings)
    child = subprocess.Popen(command, env=surroundings)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # Ctrl+C reached the child too; it is the one to answer
