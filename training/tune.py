"""Tuning: `python -m training.tune house --data FOLDER --run FOLDER --minutes M`, on the CPU or one GPU.

Goes on from the checkpoint in the run's folder. The rate follows the time spent, so that a run ends with its schedule
complete on a machine of any speed. Writes adapter.safetensors in peft's names, and last.safetensors at every checkpoint.
"""

import argparse
import json
import math
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch

from training.base import base_file
from training.export import write_adapter
from training.lora import ALPHA_OF_RANK, State, adapter_of, evaluate, load, loss_of, put_adapter
from training.prompts import read, tokenizer_of, tokens_of
from training.schedule import batches, rate
from workflow.engines.catalogue import HOUSE_MODELS

LATE = 0.7  # the part of the time after which states count as late and are averaged
LOG_STEPS = 10


@dataclass(slots=True)
class Run:
    """Hold what a run has come to: steps, pairs and seconds, its best adapter, the sum of its late ones."""

    step: int = 0
    pairs: int = 0
    seconds: float = 0.0
    best: float = math.inf
    best_state: State = field(default_factory=dict)
    late: int = 0
    late_sum: State = field(default_factory=dict)


class Tuner:
    """Tune a model for a stretch of time, with checkpoints."""

    def __init__(self, options: argparse.Namespace) -> None:
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        self.options = options
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        options.run.mkdir(parents=True, exist_ok=True)
        gguf_file = base_file(options.model, options.bases)
        tokenizer = tokenizer_of(gguf_file, options.run)
        rows = [tokens_of(example, tokenizer) for example in read(options.data / "train.jsonl")]
        self.batches = batches(rows, options.tokens, options.seed)
        unseen = [tokens_of(e, tokenizer) for e in read(options.data / "choose.jsonl")[: options.unseen]]
        self.unseen = batches(unseen, options.tokens, options.seed)
        self.model = load(gguf_file, options.adapter, options.rank, self.device)
        self.weights = [p for p in self.model.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(self.weights, lr=options.rate, betas=(0.9, 0.98), weight_decay=0.0)
        self.run = Run()
        self.losses: list[float] = []
        self.checkpoint = options.run / "checkpoint.pt"
        if self.checkpoint.is_file():
            self._resume()

    def tune(self) -> None:
        """Tune until the time is over, then write the best of the best checkpoint, the last and the late average."""
        run, options = self.run, self.options
        started = time.monotonic() - run.seconds
        if not run.step:
            self._try("before")
        saved = tried = run.seconds
        while run.seconds < options.minutes * 60:
            self._step(run.seconds / (options.minutes * 60))
            run.seconds = time.monotonic() - started
            if run.seconds - tried > options.evaluate * 60:
                self._try("checkpoint")
                tried = run.seconds
            if run.seconds - saved > options.save * 60:
                self._save()
                saved = run.seconds
        self._finish()

    def _step(self, spent: float) -> None:
        run = self.run
        batch = self.batches[run.step % len(self.batches)]
        for group in self.optimizer.param_groups:
            group["lr"] = rate(self.options.rate, run.step, spent)
        loss, _count = loss_of(self.model, batch, self.device)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        run.step += 1
        run.pairs += len(batch)
        self.losses.append(float(loss.detach()))
        if spent > LATE and run.step % self.options.late_steps == 0:
            run.late += 1
            for name, tensor in adapter_of(self.model).items():
                run.late_sum[name] = run.late_sum[name] + tensor if name in run.late_sum else tensor
        if run.step % LOG_STEPS == 0:
            self._tell()

    def _tell(self) -> None:
        run, recent = self.run, self.losses[-5 * LOG_STEPS :]
        print(
            f"step {run.step} of {len(self.batches)}, {run.pairs} pairs, loss {sum(recent) / len(recent):.4f}, "
            f"rate {self.optimizer.param_groups[0]['lr']:.1e}, "
            f"{self.options.minutes - run.seconds / 60:.0f} minutes left",
            flush=True,
        )

    def _try(self, what: str) -> None:
        """Measure the adapter in the model on the held-out batches; keep it where it is the best."""
        self.model.eval()
        loss = evaluate(self.model, self.unseen, self.device)
        self.model.train()
        print(f"held-out loss {loss:.4f} ({what}, step {self.run.step})", flush=True)
        if loss < self.run.best:
            self.run.best, self.run.best_state = loss, adapter_of(self.model)

    def _save(self) -> None:
        adapter = adapter_of(self.model)
        partial = self.checkpoint.with_suffix(".part")
        record = {"run": asdict(self.run), "adapter": adapter, "optimizer": self.optimizer.state_dict()}
        torch.save(record, partial)
        partial.replace(self.checkpoint)
        self._write(adapter, "last.safetensors")

    def _resume(self) -> None:
        saved = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
        put_adapter(self.model, saved["adapter"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.run = Run(**saved["run"])
        print(f"goes on at step {self.run.step}", flush=True)

    def _finish(self) -> None:
        run = self.run
        self._save()
        self._try("last")
        if run.late > 1:
            put_adapter(self.model, {name: total / run.late for name, total in run.late_sum.items()})
            self._try(f"average of {run.late} late states")
        self._write(run.best_state, "adapter.safetensors")
        facts = {
            "model": self.options.model,
            "steps": run.step,
            "pairs": run.pairs,
            "rank": self.options.rank,
        }
        facts |= {"hours": round(run.seconds / 3600, 2), "held-out loss": round(run.best, 4)}
        (self.options.run / "facts.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
        print(f"done: {facts}", flush=True)

    def _write(self, adapter: State, name: str) -> None:
        rank = self.options.rank
        tensors = {key: tensor.numpy() for key, tensor in adapter.items()}
        write_adapter(tensors, self.options.run / name, rank, ALPHA_OF_RANK * rank)


def main(arguments: list[str] | None = None) -> None:
    """Tune as the arguments say."""
    parser = argparse.ArgumentParser(prog="training.tune", description=__doc__)
    parser.add_argument("model", choices=tuple(HOUSE_MODELS))
    parser.add_argument("--data", type=Path, required=True, help="folder of training.data")
    parser.add_argument("--run", type=Path, required=True, help="folder of checkpoints and of the adapter")
    parser.add_argument("--bases", type=Path, required=True, help="folder of the base files, fetched into it")
    parser.add_argument("--adapter", type=Path, help="the adapter to go on from; a new one without")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=3e-4, help="the highest learning rate")
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--tokens", type=int, default=1000, help="tokens a batch, padding included")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--save", type=float, default=10, help="minutes between checkpoints")
    parser.add_argument("--evaluate", type=float, default=20, help="minutes between held-out losses")
    parser.add_argument("--unseen", type=int, default=48, help="held-out pairs of the loss")
    parser.add_argument("--late-steps", type=int, default=10, help="steps between the late states")
    Tuner(parser.parse_args(arguments)).tune()


if __name__ == "__main__":
    main()
