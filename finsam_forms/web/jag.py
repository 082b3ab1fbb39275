"""Who you are: asked once, remembered in a signed cookie, no account."""

from __future__ import annotations

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.person import PersonForm
from .context import known_person, remember_person
from .htmx import wants_message


def show() -> ResponseReturnValue:
    person = known_person()
    form = PersonForm(data={"namn": person.name, "organisation": person.organisation} if person else None)
    return render_template("jag/jag.html", form=form)


def save() -> ResponseReturnValue:
    form = PersonForm(request.form)
    if not form.validate():
        faults = {name: messages[0] for name, messages in form.errors.items()}
        if wants_message():
            return jsonify({"errors": faults}), 422
        return render_template("jag/jag.html", form=form), 422
    remember_person(form.person())
    if wants_message():
        return jsonify({"namn": form.namn.data, "organisation": form.organisation.data})
    return redirect(url_for("oversikt.show"))
