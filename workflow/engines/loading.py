"""Load what is large in a thread, so that the rest of a run goes on meanwhile."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def in_background(load: Callable[[], T]) -> Callable[[], T]:
    """Begin to load something and return what waits for it: it gives what was loaded, or raises what loading raised.

    The thread ends with the loading; a program that ends before waits for it. CTranslate2 lets other threads run while it
    reads a model's weights.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    loading = pool.submit(load)
    pool.shutdown(wait=False)
    return loading.result
