# -*- coding: utf-8 -*-
"""Starts the program with nothing but Python: `python3 start.py`.

    python3 start.py                 the server, and the browser
    python3 start.py test [--all]    the tests (with --all also the long ones)
    python3 start.py bench           the benchmarks
    python3 start.py COMMAND ...     any other command of finsam-forms

This file can be read by every Python since 2.7, so that an old one gets a sentence instead of a syntax error.
The work is done by tools/run.py.
"""

import os
import sys

OLDEST = (3, 11)

if sys.version_info < OLDEST:
    sys.stderr.write(
        "Det här är Python %d.%d, men programmet behöver Python %d.%d eller nyare: installera det från python.org"
        " (eller be er IT-avdelning) och starta igen.\n" % (sys.version_info[:2] + OLDEST)
    )
    sys.exit(1)

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from tools.run import main

    sys.exit(main(sys.argv[1:]))
