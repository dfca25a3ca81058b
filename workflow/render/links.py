"""Where a value of the contact block leads."""

import re

_EMAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_WEBSITE = re.compile(r"(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?(/[\w./~%?=&#-]*)?", re.ASCII)


def link(key: str, value: str) -> str:
    """Return where a value of the contact block leads, "" for nowhere; no other scheme than mailto, http and https."""
    if key == "emails" and _EMAIL.fullmatch(value):
        return f"mailto:{value}"
    if key == "website" and _WEBSITE.fullmatch(value):
        return value if "://" in value else f"http://{value}"
    return ""
