"""Open the file of a translation memory: SQLite in WAL mode, made where there is none, refused where it is unsafe.

`unit` holds the entries, `gram` the index of the character trigrams of their masked sources, `effort` what editors
changed in each bulletin, `fact` the digest of everything that was ever written.
"""

import sqlite3
import time
from pathlib import Path

from workflow.errors import InputError, OutputError
from workflow.i18n import _
from workflow.memory.failures import told
from workflow.memory.places import mount_table, network_type
from workflow.memory.store import Memory

# "BUTM": that a file is a memory of ours is told by this and the version, which SQLite keeps in its header.
APPLICATION, VERSION = 0x4255544D, 1
PATIENCE = 60.0  # seconds that a writer waits for the others
SCHEMA = (
    """CREATE TABLE unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL, mask TEXT NOT NULL, source TEXT NOT NULL,
        target TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, bulletin TEXT NOT NULL, unit TEXT NOT NULL,
        reviewer TEXT NOT NULL, date TEXT NOT NULL, constraints TEXT NOT NULL, extra TEXT NOT NULL,
        UNIQUE (bulletin, unit))""",
    # What every bulletin says is there thousands of times: none of these lookups sorts or reads them all.
    "CREATE INDEX unit_place ON unit (digest, before, after, date)",
    "CREATE INDEX unit_digest ON unit (digest, date)",
    "CREATE INDEX unit_mask ON unit (mask, date)",
    # Contentless and without places: the index alone, a fifth of its size.
    "CREATE VIRTUAL TABLE gram USING fts5(mask, content='', detail=none, columnsize=0, tokenize='trigram')",
    """CREATE TABLE effort (
        bulletin TEXT PRIMARY KEY, date TEXT NOT NULL, units INTEGER NOT NULL, untouched INTEGER NOT NULL,
        remembered INTEGER NOT NULL, edits INTEGER NOT NULL, words INTEGER NOT NULL)""",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)


def open_memory(path: Path, *, create: bool = False, mounts: str | None = None) -> Memory:
    """Open a memory, with `create` a new one where there is none.

    `mounts` is the mount table to judge the place by, None for this machine's. Raises OutputError for a network
    share and for a place that cannot be written, InputError for a file that is missing, damaged or no memory.
    """
    refuse_share(path, mounts)
    if not path.exists() and not create:
        raise InputError(
            _("'{path}' is not there: nothing was reviewed yet; `bulletin publish` fills it.").format(
                path=path
            )
        )
    with told(path, OutputError if create else InputError):
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        mode = "rwc" if create else "rw"
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return Memory(path, connection)


def refuse_share(path: Path, mounts: str | None = None) -> None:
    """Raise OutputError for a path on a network share; `mounts` as in `open_memory`."""
    kind = network_type(path.absolute().resolve(), mount_table() if mounts is None else mounts)
    if kind:
        raise OutputError(
            _(
                "'{path}' lies on a network share ({kind}), where several machines would damage the memory; keep it "
                "on a local disk (setting memory) and exchange it with `bulletin memory export` and `import`."
            ).format(path=path, kind=kind)
        )


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Turn WAL mode on, make the tables where there are none, and refuse what is not ours."""
    if _is_empty(connection):
        _patiently(connection, "PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in SCHEMA if _is_empty(connection) else ():
            connection.execute(statement)
        connection.execute("COMMIT")
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise InputError(_("'{path}' is no translation memory; name another file.").format(path=path))
    if version > VERSION:
        raise InputError(
            _("'{path}' was written by a newer version ({version}); update bulletin-workflow.").format(
                path=path, version=version
            )
        )
    connection.execute("PRAGMA mmap_size = 1073741824")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0)


def _patiently(connection: sqlite3.Connection, sql: str) -> None:
    """Run what SQLite gives up at once while another process is at it: its own patience does not cover this."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(sql)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return
