"""The publisher's own contact block, for a bulletin that brings none."""

from dataclasses import replace

from workflow.render.brand import Brand
from workflow.render.script import in_script
from workflow.render.view import CONTACT_FIELDS, CONTACT_HEADING, ContactView, Field, Text, View


def completed(view: View, brand: Brand) -> View:
    """Return a view with the brand's contact defaults where the bulletin has no contact block of its own."""
    if view.contact is not None or not brand.contact:
        return view

    def text(zh: str, en: str) -> Text:
        return Text(in_script(zh, view.form), (), en)

    given = {key: tuple(text(*both) for both in texts) for key, texts in brand.contact.items()}
    fields = tuple(
        Field(key, text(zh, en), given[key]) for key, zh, en, _same in CONTACT_FIELDS if key in given
    )
    return replace(view, contact=ContactView(text(*CONTACT_HEADING), given.get("organizations", ()), fields))
