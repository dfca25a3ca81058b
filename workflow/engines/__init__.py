"""Translation engines: one protocol, and the order in which one is chosen."""

from collections.abc import Callable, Mapping

from workflow.engines import argos_packages
from workflow.engines.base import Engine, Hypothesis, Progress
from workflow.engines.catalogue import ARGOS, HOUSE_MODELS
from workflow.engines.models import InstalledModel, find, installed, models_root
from workflow.errors import MissingPartError
from workflow.i18n import _

__all__ = ["ENGINES", "Engine", "Hypothesis", "Progress", "choose_model", "open_engine"]


def _open_house(model: InstalledModel, threads: int) -> Engine:
    from workflow.engines.house import HouseEngine

    return HouseEngine(model, threads)


def _open_argos(model: InstalledModel, threads: int) -> Engine:
    from workflow.engines.argos import ArgosEngine

    return ArgosEngine(model, threads)


# The kind that a model's MODEL.json names → what runs it.
ENGINES: Mapping[str, Callable[[InstalledModel, int], Engine]] = {"house": _open_house, ARGOS: _open_argos}


def choose_model(name_or_path: str | None) -> InstalledModel:
    """Return the model to use: the one named, else house, house-small, or an Argos zh→en package.

    Raises UsageError or MissingPartError for a named model that is not there; MissingPartError where none is.
    """
    if name_or_path:
        return find(name_or_path)
    there = {model.name for model in installed()}
    for name in (*HOUSE_MODELS, ARGOS):
        if name in there:
            return find(name)
    own = argos_packages.own_package()
    if own is not None:
        return find(str(own))
    raise MissingPartError(
        _(
            "No translation model is installed in {folder}. Next step: `bulletin models install house`."
        ).format(folder=models_root())
    )


def open_engine(name_or_path: str | None, threads: int) -> Engine:
    """Return the engine for a model's name or folder, or for the best one installed; see choose_model."""
    model = choose_model(name_or_path)
    return ENGINES[model.facts["kind"]](model, threads)
