"""Watch a folder that people drop files into, and build what arrives.

The folder is looked at again and again rather than listened to: inotify (inotify(7)) tells nothing of what another
machine does on a share, and a share is what an office has.
"""

from workflow.watching.loop import watch

__all__ = ["watch"]
