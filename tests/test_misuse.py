"""What is told in one line where a command is called wrongly, before any work is done."""

import pytest

from workflow.cli import run

WRONG = [
    (["bild"], "No such command 'bild' (did you mean 'build'?); see `bulletin --help`."),
    (["terms", "lst"], "No such command 'lst' (did you mean 'list'?); see `bulletin terms --help`."),
    (["build"], "sources is missing; see `bulletin build --help`."),
    (["build", "a.txt", "--foo"], "there is no option --foo; see `bulletin build --help`."),
    (
        ["build", "a.txt", "--jobs", "0"],
        "what --jobs was given does not fit: Input should be greater than or equal to 1; see `bulletin build --help`.",
    ),
    (
        ["watch", "a", "--every", "soon"],
        "what --every was given does not fit: Input should be a valid number, unable to parse string as a number; see `bulletin watch --help`.",
    ),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_calls(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr() == ("", f"bulletin: {told}\n")
