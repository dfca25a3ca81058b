"""The base with its low-rank adapter in torch: loaded, measured, its adapter taken out and put in."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model, get_peft_model_state_dict, set_peft_model_state_dict
from peft.helpers import disable_input_dtype_casting
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, GgufConfig

from training.prompts import Tokens

PROJECTIONS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
ALPHA_OF_RANK = 2  # alpha is twice the rank: the scale of every adapter is 2
State = dict[str, torch.Tensor]


def precision(device: str) -> torch.dtype:
    """Return bf16 where the hardware multiplies in it, float32 elsewhere: AVX2 alone takes five times as long in bf16."""
    native = device == "cuda" or torch.backends.cpu.get_cpu_capability().startswith("AVX512")
    return torch.bfloat16 if native else torch.float32


def load(gguf_file: Path, adapter: Path | None, rank: int, device: str) -> Any:  # noqa: ANN401
    """Return the base in `precision` with a low-rank adapter in float32 on every projection, from a file or new.

    transformers would leave the weights in their blocks and unpack them at every step: dense, they cost 3 GB (1.5B) and
    half the time. Raises SystemExit where the adapter is of another base.
    """
    base = AutoModelForCausalLM.from_pretrained(
        str(gguf_file.parent),
        gguf_file=gguf_file.name,
        quantization_config=GgufConfig(dequantize=True),
        dtype=precision(device),
        attn_implementation="sdpa",
    )
    config = LoraConfig(
        r=rank, lora_alpha=ALPHA_OF_RANK * rank, target_modules=PROJECTIONS, task_type="CAUSAL_LM"
    )
    model = get_peft_model(base, config)
    if adapter:
        put_adapter(model, {name: tensor.float() for name, tensor in load_file(str(adapter)).items()})
    return model.to(device)


def adapter_of(model: Any) -> State:  # noqa: ANN401
    """Return a copy of the model's adapter in peft's names, on the CPU."""
    return {name: tensor.detach().float().cpu().clone() for name, tensor in _state(model).items()}


def put_adapter(model: Any, state: Mapping[str, torch.Tensor]) -> None:  # noqa: ANN401
    """Put an adapter into the model; raises SystemExit where it is of another base or rank."""
    own = {name: tensor.shape for name, tensor in _state(model).items()}
    if own != {name: tensor.shape for name, tensor in state.items()}:
        raise SystemExit("the adapter is of another base, rank or set of layers than the model that is tuned")
    set_peft_model_state_dict(model, dict(state))


def _state(model: Any) -> State:  # noqa: ANN401
    # The embeddings are never tuned; asked for, peft would look for the base's configuration on the network.
    state: State = get_peft_model_state_dict(model, save_embedding_layers=False)
    return state


def loss_of(model: Any, batch: Sequence[Tokens], device: str) -> tuple[torch.Tensor, int]:  # noqa: ANN401
    """Return the mean loss over the tokens of the answers, and how many they are.

    Padding stands on the right, where no answer sees it. Only the answers' places go through the output layer, which is a
    sixth of the work.
    """
    longest = max(len(row.ids) for row in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    answer = torch.zeros(len(batch), longest, dtype=torch.bool)
    for i, row in enumerate(batch):
        ids[i, : len(row.ids)] = torch.tensor(row.ids)
        for start, end in row.answers:
            answer[i, start:end] = True
    ids, answer = ids.to(device), answer.to(device)
    base = model.get_base_model()
    mixed = torch.autocast(device, torch.bfloat16, enabled=precision(device) == torch.bfloat16)
    with mixed, disable_input_dtype_casting(model):
        states = base.model(input_ids=ids, use_cache=False).last_hidden_state
        logits = base.lm_head(states[:, :-1][answer[:, 1:]])
    return torch.nn.functional.cross_entropy(logits.float(), ids[:, 1:][answer[:, 1:]]), int(answer.sum())


@torch.no_grad()
def evaluate(model: Any, parts: Sequence[Sequence[Tokens]], device: str) -> float:  # noqa: ANN401
    """Return the loss a token of an answer over some batches."""
    losses = [loss_of(model, batch, device) for batch in parts]
    return sum(float(loss) * count for loss, count in losses) / sum(count for _loss, count in losses)
