"""What is left of a vocabulary: the same tokens for Chinese and English, smaller ones for all else, nothing lost."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from workflow.engines import choose_model
from workflow.engines.trimming import is_answerable, is_needed, trim
from workflow.engines.vocabulary import TOKENIZER_FILE, Vocabulary, write_tokenizer

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "training" / "corpus"
# Of every token of the corpus, as Qwen2's whole vocabulary has them: both languages, a line each, files in order.
TOKENS_OF_CORPUS = "ae194e2a94194e5418dc58cb34ee165445a38d73643eda751e7696a4c378ea1b"
OTHERS = [
    "Министерство природных ресурсов и экологии",
    "وزارة البيئة والموارد الطبيعية",
    "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "환경부와 국제협력단이 함께 합니다",
    "環境省と国際協力機構はそのようにしています",
    "ກະຊວງຊັບພະຍາກອນທຳມະຊາດ និងបរិស្ថាន ပတ်ဝန်းကျင်",
    "משרד להגנת הסביבה",
    "👿🐒🏵 𝓾𝔫𝒾𝒸𝑜𝒹𝑒 \u0001\u0085\ufffd",
    "def  main():\n\t\t\treturn      objectName.getValue()\r\n\r\n",
]


def lines(name: str, most: int) -> list[str]:
    rows = map(json.loads, (CORPUS / name).read_text(encoding="utf-8").splitlines()[:most])
    return [row[side] for row in rows for side in ("zh", "en")]


@pytest.fixture(scope="module")
def whole() -> Vocabulary:
    """A vocabulary learnt as Qwen2's was, from Chinese, English, other scripts and code."""
    from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

    from workflow.engines.vocabulary import SPLIT

    tokenizer = Tokenizer(models.BPE())
    split = pre_tokenizers.Split(Regex(SPLIT), "isolated")
    as_bytes = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([split, as_bytes])
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|fim_pad|>"]
    trainer = trainers.BpeTrainer(
        vocab_size=4000,
        special_tokens=special,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(lines("meetings.jsonl", 500) + 20 * OTHERS, trainer)
    facts = json.loads(tokenizer.to_str())["model"]
    tokens = sorted(facts["vocab"], key=facts["vocab"].__getitem__)
    merges = tuple(" ".join(merge) for merge in facts["merges"])
    return Vocabulary((*tokens, "[PAD4000]"), merges, tuple(special), "<|endoftext|>", "<|im_end|>")


def tokenizer_of(vocabulary: Vocabulary, folder: Path) -> Any:
    from tokenizers import Tokenizer

    folder.mkdir()
    write_tokenizer(vocabulary, folder)
    return Tokenizer.from_file(str(folder / TOKENIZER_FILE))


def test_same_tokens_where_all_are_kept_and_no_text_is_lost(whole: Vocabulary, tmp_path: Path) -> None:
    trimmed = trim(whole)
    before = tokenizer_of(whole, tmp_path / "before")
    after = tokenizer_of(trimmed.vocabulary, tmp_path / "after")
    kept, same, other = set(trimmed.vocabulary.tokens), 0, 0
    # Joined across, the texts hold every pair of scripts side by side.
    texts = lines("ecology.jsonl", 300) + OTHERS + ["".join(OTHERS), "在" + "和Mekong ".join(OTHERS)]
    for text in texts:
        old, new = before.encode(text), after.encode(text)
        assert after.decode(new.ids) == text
        if kept.issuperset(old.tokens):
            assert new.tokens == old.tokens
            same += 1
        else:
            assert len(new.tokens) > len(old.tokens)
            other += 1
    assert same >= 600
    assert other >= len(OTHERS)


def test_answers_come_first_and_every_token_keeps_its_row(whole: Vocabulary) -> None:
    trimmed = trim(whole)
    tokens = trimmed.vocabulary.tokens
    assert [whole.tokens[row] for row in trimmed.rows] == list(tokens)
    first, rest = tokens[: trimmed.answers], tokens[trimmed.answers :]
    assert {"<|im_end|>", "<|im_start|>", "<|endoftext|>", "Ġ", "Ċ", "Ġthe"} <= set(first)
    assert all(
        token.startswith("<|im") or token == "<|endoftext|>" or is_answerable(token) for token in first
    )
    assert not any(map(is_answerable, rest))
    assert {token for token in whole.tokens if len(token) == 1} <= set(tokens)
    assert not {"<|fim_pad|>", "[PAD4000]"} & set(tokens)
    assert trimmed.vocabulary.special == ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
    assert len(tokens) < len(whole.tokens) - 200


def byte_level(text: str) -> str:
    from tokenizers import pre_tokenizers

    ((letters, _span),) = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False).pre_tokenize_str(
        text
    )
    return str(letters)


@pytest.mark.parametrize(
    ("text", "needed", "answered"),
    [
        (" Mekong", True, True),
        ("'s", True, True),
        ("-border", True, True),
        ("“We", True, True),
        (" São", True, True),
        (" Türkiye", True, True),
        ("°C", True, True),
        (".org", True, True),
        ("@example", True, True),
        (" kWh", True, True),
        (" WhatsApp", True, True),
        ("7", True, True),
        (" (", True, True),
        ("%),", True, True),
        ("—", True, True),
        ("  ", True, False),
        ("的", True, False),
        (" 环境", True, False),
        ("，并", True, False),
        ("；", True, False),
        ("・", True, False),
        ("㎡", True, False),
        ("_value", True, False),
        ("\n\n", True, False),
        (" getElementById", True, False),
        (".addEventListener", True, False),
        ("    ", False, False),
        ("\tint", False, False),
        (" перевод", False, False),
        ("하다", False, False),
        ("ประเทศ", False, False),
        ("している", False, False),
        ("البيئة", False, False),
        ("🐒", False, False),
    ],
)
def test_which_tokens_are_kept_and_answered(text: str, needed: bool, answered: bool) -> None:
    token = byte_level(text)
    assert is_needed(token) is needed
    assert (needed and is_answerable(token)) is answered


@pytest.mark.model
def test_the_installed_model_reads_the_corpus_as_its_base_does() -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(choose_model("house-small").path / TOKENIZER_FILE))
    tokenizer.encode_special_tokens = True
    texts = [text for file in sorted(CORPUS.glob("*.jsonl")) for text in lines(file.name, 100_000)]
    digest = hashlib.sha256()
    for found in tokenizer.encode_batch(texts, add_special_tokens=False):
        digest.update(" ".join(found.tokens).encode() + b"\n")
    assert digest.hexdigest() == TOKENS_OF_CORPUS
