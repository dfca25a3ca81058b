"""What is loaded in a thread: the rest goes on meanwhile, a failure is told to whoever asks, no thread outlives its work."""

import subprocess
import sys
import threading
from functools import partial

import pytest

from workflow.engines.loading import in_background


def test_the_rest_goes_on_while_something_is_loaded() -> None:
    gate = threading.Event()
    loaded = in_background(partial(gate.wait, 30))
    gate.set()  # would not be reached if loading were waited for
    assert loaded()
    assert loaded() is True


def test_a_failure_is_told_to_everyone_who_asks_and_to_nobody_else(capfd: pytest.CaptureFixture[str]) -> None:
    loaded = in_background(partial(int, "no number"))
    for _time in range(2):
        with pytest.raises(ValueError, match="no number"):
            loaded()
    assert capfd.readouterr() == ("", "")


def test_no_thread_is_left_when_something_is_loaded() -> None:
    before = set(threading.enumerate())
    loaded = in_background(threading.current_thread)
    thread = loaded()
    thread.join(30)
    assert thread not in before
    assert set(threading.enumerate()) <= before


# What a program does meanwhile → its exit code.
ENDS = [("pass", 0), ("sys.exit(3)", 3), ("raise ValueError", 1)]


@pytest.mark.parametrize(("end", "code"), ENDS)
def test_a_program_that_ends_meanwhile_waits_and_ends_as_it_would(end: str, code: int) -> None:
    program = (
        "import sys, time\nfrom workflow.engines.loading import in_background\n"
        f"in_background(lambda: (time.sleep(0.3), print('loaded', flush=True)))\n{end}\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, "loaded\n"), done.stderr
