"""Which strings count as messages, and what is amiss with a Chinese catalogue."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from scripts import catalogue


@pytest.mark.parametrize(
    ("code", "messages"),
    [
        ('_("No title.")', ["No title."]),
        ('text = _("Two " "pieces")', ["Two pieces"]),
        ('WORDS = {"a": N_("weak")}', ["weak"]),
        ('MESSAGES.gettext("Found")', ["Found"]),
        ('Finding("numbers", Severity.ERROR, "{figure} is lost")', ["{figure} is lost"]),
        ('Finding(check="numbers", severity=WARNING, message="Empty")', ["Empty"]),
        ('Finding(check="numbers", severity=WARNING, message=case.message)', []),
        ("_(variable)", []),
        ('_("")', []),
        ('print("No message")', []),
    ],
)
def test_messages_of_code(code: str, messages: list[str]) -> None:
    assert list(catalogue.python_messages(code)) == messages


def test_messages_of_a_template(tmp_path: Path) -> None:
    template = tmp_path / "page.html"
    template.write_text("<h1>{{ _('Draft') }}</h1>{{ title }}", encoding="utf-8")
    assert list(catalogue.template_messages(template)) == ["Draft"]


@pytest.mark.parametrize(
    ("english", "chinese", "flags", "fault"),
    [
        ("Draft", "草稿", (), ""),
        ("{path} is empty.", "{path} 是空文件。", (), ""),
        ("{part} of {whole}", "共 {whole}，{part}", (), ""),
        ("Draft", "", (), "has no Chinese"),
        ("Draft", "草案", ("fuzzy",), "was reworded"),
        ("{path} is empty.", "{文件} 是空文件。", (), "different placeholders"),
        ("{path} is empty.", "{path 是空文件。", (), "different placeholders"),
    ],
)
def test_faults_of_a_translation(english: str, chinese: str, flags: tuple[str, ...], fault: str) -> None:
    messages = Catalog("zh", fuzzy=False)
    messages.add(english, chinese, flags=flags)
    faults = list(catalogue.faults(messages))
    assert len(faults) == bool(fault)
    assert all(fault in line for line in faults)
