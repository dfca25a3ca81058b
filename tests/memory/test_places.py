"""Which file systems are shared over a network, from mount tables as systems write them."""

from pathlib import Path

import pytest

from workflow.memory.places import mount_table, network_type

TABLE = r"""
proc /proc proc rw,nosuid 0 0
/dev/vda1 / ext4 rw,relatime 0 0
server:/export/office /srv/office nfs4 rw,vers=4.2 0 0
/dev/sdb1 /srv/office/local xfs rw 0 0
//nas/team /mnt/team\040files cifs rw,vers=3.0 0 0
editor@host:/data /home/editor/remote fuse.sshfs rw,user_id=1000 0 0
/dev/sdc1 /home/editor/disk fuse.ntfs-3g rw 0 0
C:\134 /mnt/c 9p rw,aname=drvfs 0 0
overlay /var/lib/box overlay rw 0 0
tmpfs /mnt/twice tmpfs rw 0 0
nas:/twice /mnt/twice nfs rw 0 0
broken
"""
CASES = [
    ("/srv/office/memory/house.sqlite", "nfs4"),
    ("/srv/office/local/house.sqlite", None),
    ("/srv/officer/house.sqlite", None),
    ("/mnt/team files/house.sqlite", "cifs"),
    ("/home/editor/remote/a/b", "fuse.sshfs"),
    ("/home/editor/disk/house.sqlite", None),
    ("/mnt/c/Users/li/house.sqlite", "9p"),
    ("/mnt/twice/house.sqlite", "nfs"),
    ("/var/lib/box/x", None),
    ("/home/editor/house.sqlite", None),
]


@pytest.mark.parametrize(("path", "kind"), CASES)
def test_network_type(path: str, kind: str | None) -> None:
    assert network_type(Path(path), TABLE) == kind


def test_this_machines_table_has_a_root() -> None:
    assert " / " in mount_table()


def test_without_a_table_every_place_is_local() -> None:
    assert network_type(Path("/srv"), "") is None
