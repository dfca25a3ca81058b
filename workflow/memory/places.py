"""Tell whether a path lies on a file system that several machines share: SQLite's WAL mode is unsafe there.

WAL keeps its index in memory that all processes of one machine share (sqlite.org/wal.html, "Disadvantages"); two
machines that write to one file over a network do not share it and damage the file.
"""

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
# File system types as the kernel and FUSE name them.
NETWORK = frozenset(
    "nfs nfs4 cifs smb3 smbfs ncpfs afs coda 9p ceph glusterfs lustre beegfs gpfs ocfs2 gfs2 orangefs pvfs2 davfs "
    "vboxsf vmhgfs prl_fs drvfs".split()
)
NETWORK_FUSE = re.compile(
    r"fuse\.(?:sshfs|davfs2?|rclone|gvfsd-fuse|glusterfs|ceph|s3fs|goofys|vmhgfs-fuse|curlftpfs|smbnetfs|nfs|"
    r"onedrive|juicefs|seaweedfs|moosefs|mfs)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_type(path: Path, mounts: str) -> str | None:
    """Return the type of the network file system that a path lies on, None where it is a local one.

    `mounts` is a mount table in the form of /proc/self/mounts (fstab(5)); of several mounts over a path the
    deepest counts, of several at one place the last.
    """
    deepest, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        place = Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[1]))
        if path.is_relative_to(place) and len(place.parts) >= deepest:
            deepest, found = len(place.parts), fields[2]
    return found if found in NETWORK or NETWORK_FUSE.fullmatch(found) else None


def mount_table() -> str:
    """Return the mount table of this process; empty where the system has none to read."""
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
