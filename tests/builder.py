"""Documents for tests: a small ansökan with defaults, so that a test states only what it is about."""

from finsam_forms.core.document import Document
from finsam_forms.core.kinds.kind import answers
from finsam_forms.export.exchange import read_exchange
from finsam_forms.mallar import example, load_malls

MALLS = load_malls()
ANSOKAN = MALLS["ansokan"]
LON = "budget/lon/lon1"
OWNER, PARTNER = "agare", "part1"


def document(**changes: str) -> Document:
    """An ansökan with one insatsägare, one samverkanspart and one wage line. Keys of `changes`: paths with `__` for `/`."""
    values = {
        "insatsens_namn": "Vägen in",
        f"insatsagare/{OWNER}/_plats": "i",
        f"insatsagare/{OWNER}/organisation": "Älvkarleby kommun",
        f"samverkansparter/{PARTNER}/_plats": "i",
        f"samverkansparter/{PARTNER}/organisation": "Arbetsförmedlingen",
        f"{LON}/_plats": "i",
    }
    return Document(ANSOKAN, values | {path.replace("__", "/"): text for path, text in changes.items()})


def with_values(values: dict[str, str]) -> Document:
    return document().replace(values)


def worked_example() -> Document:
    found = read_exchange(example(), MALLS)
    return Document(found.mall, found.values)


def leaves_of(document: Document):
    """(path, leaf) of every value that can be filled in now."""
    return [(leaf.path, leaf.field) for at in answers(document) for leaf in at.leaves()]


class Watched(dict):
    """Values that remember which paths were asked for."""

    def __init__(self, values):
        super().__init__(values)
        self.asked = set()

    def get(self, path, default=None):
        self.asked.add(path)
        return super().get(path, default)
