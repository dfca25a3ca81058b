"""Make tests/data/tiny-zh_en.argosmodel: a valid Argos package whose tiny model knows some 200 pairs by heart.

usage: tiny_argos.py [--choose CORPUS_FOLDER]     (--choose writes tiny_argos_pairs.tsv anew)

Needs torch==2.13.0, sentencepiece, ctranslate2 and numpy in an environment of its own; a few minutes on two cores.
Each pair is learnt as it stands, with its terms in English in the source, and with a term's placeholder on both
sides, so that the engine's ways with constraints can be tested on a real, if forgetful, translator.
"""

import argparse
import io
import json
import math
import random
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
import torch
from ctranslate2.specs import TransformerSpec
from torch import Tensor, nn

HERE = Path(__file__).resolve().parent
PAIRS = HERE / "tiny_argos_pairs.tsv"
PACKAGE = HERE.parent / "tests" / "data" / "tiny-zh_en.argosmodel"
PLACEHOLDER = "XX1"
WIDTH, HEADS, LAYERS, FEED, POSITIONS = 128, 4, 2, 512, 96
EPOCHS, BATCH, DROPOUT, SMOOTHING = 60, 64, 0.1, 0.1
PAD, UNKNOWN, START, END = range(4)
SPECIAL = ["<blank>", "<unk>", "<s>", "</s>"]


@dataclass(frozen=True)
class Pair:
    """Hold a sentence, its English, and terms that stand literally in both."""

    source: str
    target: str
    terms: tuple[tuple[str, str], ...]


def choose(corpus: Path, wanted: int = 200) -> list[Pair]:
    """Choose short sentences evenly from all files of the corpus, none twice."""
    chosen: dict[str, Pair] = {}
    files = sorted(corpus.glob("*.jsonl"))
    for file in files:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
        short = [r for r in rows if 6 <= len(r["zh"]) <= 26 and len(r["en"]) <= 110 and "\t" not in r["en"]]
        step = max(1, len(short) // math.ceil(wanted / len(files)))
        for row in short[::step]:
            terms = tuple((zh, en) for zh, en in row.get("terms", []) if zh in row["zh"] and en in row["en"])
            chosen.setdefault(row["zh"], Pair(row["zh"], row["en"], terms))
    return list(chosen.values())[:wanted]


def save_pairs(pairs: list[Pair]) -> None:
    """Write the pairs, one a line: source, target, terms as zh=en joined by a bar."""
    lines = ["\t".join((p.source, p.target, "|".join(f"{zh}={en}" for zh, en in p.terms))) for p in pairs]
    PAIRS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load_pairs() -> list[Pair]:
    """Read the pairs of tiny_argos_pairs.tsv."""
    pairs = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        source, target, terms = line.split("\t")
        split = tuple((zh, en) for zh, en in (term.split("=") for term in terms.split("|") if term))
        pairs.append(Pair(source, target, split))
    return pairs


def spaced(text: str, start: int, end: int, english: str) -> str:
    """Put English in place of text[start:end], with a space where Latin letters or digits would touch."""
    before, after = text[:start], text[end:]
    left = " " if before and before[-1].isascii() and before[-1].isalnum() else ""
    right = " " if after and after[0].isascii() and after[0].isalnum() else ""
    return before + left + english + right + after


def variants(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield the pair as it stands, with its terms in English, and with its first term as a placeholder."""
    yield pair.source, pair.target
    switched = pair.source
    for zh, en in pair.terms:
        at = switched.find(zh)
        if at >= 0:
            switched = spaced(switched, at, at + len(zh), en)
    if switched != pair.source:
        yield switched, pair.target
    if pair.terms:
        zh, en = pair.terms[0]
        at = pair.source.find(zh)
        held = spaced(pair.source, at, at + len(zh), PLACEHOLDER)
        yield held, pair.target.replace(en, PLACEHOLDER, 1)


class Attention(nn.Module):
    """Attend with several heads; the projections lie as CTranslate2 wants them."""

    def __init__(self, joined: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        sizes = [WIDTH * 3] if joined == 3 else [WIDTH, WIDTH * 2]
        self.linear = nn.ModuleList([*(nn.Linear(WIDTH, size) for size in sizes), nn.Linear(WIDTH, WIDTH)])

    def forward(self, x: Tensor, memory: Tensor | None, mask: Tensor) -> Tensor:
        """Return x plus what it attends to in memory (in itself where memory is None)."""
        h = self.norm(x)
        projected = self.linear[0](h)
        if memory is None:
            q, k, v = projected.chunk(3, -1)
        else:
            q = projected
            k, v = self.linear[1](memory).chunk(2, -1)
        q, k, v = (t.view(t.shape[0], t.shape[1], HEADS, -1).transpose(1, 2) for t in (q, k, v))
        y = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.linear[-1](y.transpose(1, 2).reshape(x.shape))
        return x + nn.functional.dropout(y, DROPOUT, self.training)


class Feed(nn.Module):
    """Hold the feed-forward half of a layer."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.linear = nn.ModuleList([nn.Linear(WIDTH, FEED), nn.Linear(FEED, WIDTH)])

    def forward(self, x: Tensor) -> Tensor:
        """Return x plus its feed-forward transform."""
        y = self.linear[1](torch.relu(self.linear[0](self.norm(x))))
        return x + nn.functional.dropout(y, DROPOUT, self.training)


class Tiny(nn.Module):
    """Hold a pre-norm encoder and decoder that share one embedding."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(size, WIDTH, padding_idx=PAD)
        nn.init.normal_(self.embedding.weight, std=WIDTH**-0.5)
        self.positions = nn.Parameter(torch.randn(POSITIONS, WIDTH) * 0.1)
        self.encoder = nn.ModuleList([nn.ModuleList([Attention(3), Feed()]) for _ in range(LAYERS)])
        self.decoder = nn.ModuleList(
            [nn.ModuleList([Attention(3), Attention(2), Feed()]) for _ in range(LAYERS)]
        )
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.project = nn.Linear(WIDTH, size)

    def embed(self, ids: Tensor) -> Tensor:
        """Return embeddings with positions (batch × length × width)."""
        embedded: Tensor = self.embedding(ids) * math.sqrt(WIDTH) + self.positions[: ids.shape[1]]
        return nn.functional.dropout(embedded, DROPOUT, self.training)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Return the scores of the next token at each place of target (batch × length × vocabulary)."""
        seen = (source != PAD)[:, None, None, :]
        past = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool).tril()[None, None]
        x = self.embed(source)
        for attention, feed in self.encoder:
            x = feed(attention(x, None, seen))
        memory, y = self.encoder_norm(x), self.embed(target)
        for own, cross, feed in self.decoder:
            y = feed(cross(own(y, None, past), memory, seen))
        scores: Tensor = self.project(self.decoder_norm(y))
        return scores


def padded(rows: list[list[int]]) -> Tensor:
    """Return rows of token numbers as one tensor, filled up with PAD."""
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])


def train(examples: list[tuple[list[int], list[int]]], size: int) -> Tiny:
    """Return a model that has learnt the examples by heart."""
    torch.manual_seed(1)
    order = random.Random(1)
    model = Tiny(size)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, betas=(0.9, 0.98), weight_decay=0.0)
    steps = EPOCHS * math.ceil(len(examples) / BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=2e-3, total_steps=steps)
    for epoch in range(EPOCHS):
        order.shuffle(examples)
        losses = []
        for start in range(0, len(examples), BATCH):
            batch = examples[start : start + BATCH]
            target = padded([[START, *t, END] for _s, t in batch])
            scores = model(padded([s for s, _t in batch]), target[:, :-1])
            # Smoothed: without it a wrong turn costs a beam search once, and then ends early for free.
            loss = nn.functional.cross_entropy(
                scores.flatten(0, 1), target[:, 1:].flatten(), ignore_index=PAD, label_smoothing=SMOOTHING
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        mean = sum(losses) / len(losses)
        if epoch % 10 == 0:
            print(f"epoch {epoch}: loss {mean:.4f}", flush=True)
    return model.eval()


def array(tensor: Tensor) -> np.ndarray:
    """Return a tensor as a float32 array."""
    return tensor.detach().numpy().astype(np.float32)


def set_linear(spec: object, linear: nn.Linear) -> None:
    """Copy a linear layer into a specification."""
    spec.weight, spec.bias = array(linear.weight), array(linear.bias)


def set_norm(spec: object, norm: nn.LayerNorm) -> None:
    """Copy a layer norm into a specification."""
    spec.gamma, spec.beta = array(norm.weight), array(norm.bias)


def set_attention(spec: object, attention: Attention) -> None:
    """Copy an attention block into a specification."""
    set_norm(spec.layer_norm, attention.norm)
    for target, linear in zip(spec.linear, attention.linear, strict=True):
        set_linear(target, linear)


def set_feed(spec: object, feed: Feed) -> None:
    """Copy a feed-forward block into a specification."""
    set_norm(spec.layer_norm, feed.norm)
    set_linear(spec.linear_0, feed.linear[0])
    set_linear(spec.linear_1, feed.linear[1])


def specification(model: Tiny, tokens: list[str]) -> TransformerSpec:
    """Return a CTranslate2 specification filled from the model."""
    spec = TransformerSpec.from_config(LAYERS, HEADS, pre_norm=True)
    encoder, decoder = spec.encoder, spec.decoder
    embedding, positions = array(model.embedding.weight), array(model.positions)
    encoder.embeddings[0].weight = decoder.embeddings.weight = embedding
    encoder.position_encodings.encodings = decoder.position_encodings.encodings = positions
    for layer, (attention, feed) in zip(encoder.layer, model.encoder, strict=True):
        set_attention(layer.self_attention, attention)
        set_feed(layer.ffn, feed)
    for layer, (own, cross, feed) in zip(decoder.layer, model.decoder, strict=True):
        set_attention(layer.self_attention, own)
        set_attention(layer.attention, cross)
        set_feed(layer.ffn, feed)
    set_norm(encoder.layer_norm, model.encoder_norm)
    set_norm(decoder.layer_norm, model.decoder_norm)
    set_linear(decoder.projection, model.project)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    return spec


def learn_pieces(texts: list[str], folder: Path) -> Path:
    """Return a SentencePiece model learnt on the texts of both languages."""
    stream = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=stream,
        model_type="unigram",
        vocab_size=2400,
        hard_vocab_limit=False,
        character_coverage=1.0,
        user_defined_symbols=[PLACEHOLDER],
        num_threads=1,
        minloglevel=2,
    )
    path = folder / "sentencepiece.model"
    path.write_bytes(stream.getvalue())
    return path


def pack(folder: Path, pieces: Path, spec: TransformerSpec, count: int) -> None:
    """Write the Argos package: metadata, model, SentencePiece model, a word on what it is."""
    model = folder / "model"
    model.mkdir()
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(model))
    metadata = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": "zh",
        "from_name": "Chinese",
        "to_code": "en",
        "to_name": "English",
    }
    readme = f"# tiny-zh_en\n\nA test double: {count} sentence pairs learnt by heart. Made by training/tiny_argos.py.\n"
    files = {"metadata.json": json.dumps(metadata, indent=2).encode(), "README.md": readme.encode()}
    files["sentencepiece.model"] = pieces.read_bytes()
    files |= {f"model/{path.name}": path.read_bytes() for path in sorted(model.iterdir())}
    PACKAGE.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(PACKAGE, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo("tiny-zh_en/" + name), data, zipfile.ZIP_DEFLATED, 9)


def main() -> None:
    """Choose or read the pairs, learn them, write the package, and say how many it knows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--choose", type=Path, metavar="CORPUS_FOLDER")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.choose:
        save_pairs(choose(arguments.choose))
    pairs = load_pairs()
    examples = [example for pair in pairs for example in variants(pair)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pieces = learn_pieces([text for example in examples for text in example], folder)
        processor = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
        own = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
        tokens = SPECIAL + [piece for piece in own if piece not in SPECIAL]
        number = {token: i for i, token in enumerate(tokens)}
        coded = [
            tuple([number.get(t, UNKNOWN) for t in processor.encode(text, out_type=str)] for text in example)
            for example in examples
        ]
        model = train(coded, len(tokens))
        pack(folder, pieces, specification(model, tokens), len(pairs))
        translator = ctranslate2.Translator(str(folder / "model"), device="cpu", intra_threads=2)
        asked = [processor.encode(source, out_type=str) for source, _target in examples]
        found = translator.translate_batch(asked, beam_size=4, length_penalty=0.2, replace_unknowns=True)
        said = [processor.decode_pieces(answer.hypotheses[0]) for answer in found]
    exact = sum(text == target for text, (_source, target) in zip(said, examples, strict=True))
    print(
        f"{PACKAGE.name}: {PACKAGE.stat().st_size} bytes; {exact} of {len(examples)} exact ({len(pairs)} pairs)"
    )


if __name__ == "__main__":
    main()
