"""`python -m finsam_forms` is the same program as `finsam-forms`."""

import sys

from finsam_forms.cli import main

if __name__ == "__main__":
    sys.exit(main())
