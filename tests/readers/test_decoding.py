from pathlib import Path

import pytest

from workflow.errors import InputError
from workflow.readers import read
from workflow.readers.decoding import decode

TEXT = "2024年5月28日，环境合作圆桌对话在昆明召开。来自六国的代表参加了会议，并就合作进行了交流。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "gbk"])
def test_encodings_of_simplified_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt")[0] == TEXT


def test_big5_text() -> None:
    text = "二〇二四年，環境合作中心與國際組織的代表在會議中發言，討論合作與發展的方向。"
    text = text.replace("〇", "零")
    assert decode(text.encode("big5"), "a.txt") == (text, "big5hkscs")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "DOCX"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x81\xff\xfe\x80 \xc0\xc1 plain words", "encoding"),
        (b"\xef\xbb\xbf\xe4\xb8", "breaks at byte"),
    ],
    ids=["empty", "blank", "pdf", "zip", "binary", "unknown", "truncated"],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read(path)
    assert "bulletin.txt" in caught.value.message
    assert "\n" not in caught.value.message


def test_a_missing_file_and_an_unknown_suffix(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "none.txt")
    (tmp_path / "a.xyz").write_text("text")
    with pytest.raises(InputError, match=r"no reader for '\.xyz'"):
        read(tmp_path / "a.xyz")
