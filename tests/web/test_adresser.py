"""Every address has its function, and a page's module can be the first one that is loaded: nobody knows where people go first."""

import ast
import inspect
import re
from graphlib import TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from finsam_forms.web.addresses import ADDRESSES, LateRule, LazyView

ROOT = Path(__file__).parents[2]
GET_FUNC = Rule._get_func_code


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.endpoint)
def test_det_som_svarar_tar_emot_det_som_star_i_adressen(address):
    view = LazyView(address.endpoint).view
    assert list(inspect.signature(view).parameters) == re.findall(r"<(?:\w+:)?(\w+)>", address.path)
    assert view.__module__ == f"finsam_forms.web.{address.endpoint.rpartition('.')[0]}"


def test_en_adress_som_ingen_lankar_till_gor_inga_lankar(app, monkeypatch):
    """Werkzeug compiles what makes them (its own `_compile_builder`, which may have another name one day) for those alone."""
    made = []
    monkeypatch.setattr(
        Rule, "_get_func_code", staticmethod(lambda code, name: made.append(name) or GET_FUNC(code, name))
    )
    Flask("bar").add_url_rule("/bar/<int:number>", "bar")
    assert len(made) > 2  # a rule of Flask's own makes its links at once
    del made[:]
    later = Flask("sen")
    later.url_rule_class = LateRule
    later.add_url_rule("/sen/<int:number>/<rule>", "sen")
    assert made == ["<builder:'/static/<path:filename>'>"] * 2
    address = later.url_map.bind("localhost")
    assert address.build("sen", {"number": 7, "rule": "å", "mer": "x"}) == "/sen/7/%C3%A5?mer=x"
    assert address.match("/sen/7/x") == ("sen", {"number": 7, "rule": "x"})
    assert {type(rule) for rule in app.url_map.iter_rules() if rule.endpoint != "static"} == {LateRule}


def test_ingen_adress_star_tva_ganger():
    once = [(method, address.path) for address in ADDRESSES for method in address.methods.split()]
    assert len(set(once)) == len(once)
    assert len({address.endpoint for address in ADDRESSES}) == len(ADDRESSES)


def asked_for(module: str, file: Path) -> set[str]:
    """What a module imports at its top, with the packages that it lies in, without those that the module itself lies in."""
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    found = set()
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            found |= {f"{base}.{name.name}" for name in node.names} | {base}
    return {part for one in found for part in packages(one)} - set(packages(module))


def packages(module: str) -> list[str]:
    return [module.rsplit(".", depth)[0] for depth in range(module.count(".") + 1)]


def test_sidornas_moduler_kan_laddas_i_vilken_ordning_som_helst():
    """Two that wait for each other would depend on which page is asked for first, or on two being asked for at once."""
    files = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in (ROOT / "finsam_forms" / "web").rglob("*.py")
    }
    first = {module: asked_for(module, file) & files.keys() for module, file in files.items()}
    assert first["finsam_forms.web.avsnitt"] > {"finsam_forms.web.pages", "finsam_forms.web.granska"}
    TopologicalSorter(first).prepare()
