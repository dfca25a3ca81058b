"""The translation memory: what was reviewed once is not translated again.

`entries` says what it holds, `opening` and `store` keep it, `lookup` finds and `swap` adapts it, `recording` fills it, `tmx`
exchanges it, `effort` shows what it saves.
"""

from workflow.memory.opening import open_memory
from workflow.memory.recording import record
from workflow.memory.store import Memory

__all__ = ["Memory", "open_memory", "record"]
