"""Customer satisfaction from survey spreadsheets: index, uncertainty, expectation gaps, report.

The public face. Names load when first used, so that importing csi costs little.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself would cost `csi --version` as much again as Python does

__version__ = "0.1.0"

if TYPE_CHECKING:
    from typing import Any

    from .assembler import report, run
    from .errors import CsiError
    from .model import Model
    from .reading import open_survey, read_model, read_survey
    from .renderers import render
    from .study import Study
    from .survey import Survey

_HOMES = {
    "CsiError": ".errors",
    "Model": ".model",
    "Study": ".study",
    "Survey": ".survey",
    "open_survey": ".reading",
    "read_model": ".reading",
    "read_survey": ".reading",
    "render": ".renderers",
    "report": ".assembler",
    "run": ".assembler",
}

__all__ = [
    "CsiError",
    "Model",
    "Study",
    "Survey",
    "__version__",
    "open_survey",
    "read_model",
    "read_survey",
    "render",
    "report",
    "run",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'csi' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)


def __dir__() -> list[str]:
    return list(__all__)
