"""What a written model leaves unsaid though the survey suggests it: case weights, and which latent the index is of."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Value
from ..model import Latent, Model
from ..model.places import form_of
from ..terms import Text
from .cells import Cells
from .guessing.classify import looks_like_weights
from .guessing.guess_findings import GUESS
from .guessing.header_words import OVERALL as SPEAKS_OF_ALL
from .guessing.header_words import SATISFACTION
from .guessing.known_headers import plain

_WEIGHTS = Text(
    'column "{column}" looks like case weights, but the model does not name it; it was not used (--case-weights "{column}")',
    '“{column}”列看似个案权重，但模型未指定，因此未使用（可用 --case-weights "{column}"）',
)
_TARGET = Text(
    'the index is that of the whole tree (overall), though the latent "{latent}" speaks of satisfaction;'
    " {line} in the model would make it the target",
    "指数取自整个指标树（overall），而潜变量“{latent}”涉及满意度；如需以其为目标，请在模型中写 {line}",
)


def left_unsaid(cells: Cells, model: Model) -> Iterator[Finding]:
    """A remark for each; nothing is changed. A guessed model has announced its choices itself."""
    if model.source == GUESS:
        return
    if model.respondents.case_weight is None:
        numbers = {use.column for use in model.number_uses()}
        used = {use.column for use in model.uses()} | {*model.respondents.texts()} | numbers
        for column in looks_like_weights(cells):
            if column not in used:
                yield Finding("weights_not_used", "info", _WEIGHTS, column, values={"column": column})
    meant = _meant(model) if not model.target_chosen and len(model.latents) > 1 else None
    if meant is not None:
        mark = "# " if form_of(model.source) == "lavaan" else ""
        values: dict[str, Value] = {"latent": meant, "line": f"{mark}index: {meant}"}
        yield Finding("target_overall", "info", _TARGET, values=values)


def _meant(model: Model) -> str | None:
    """The one latent that speaks of satisfaction, or of overall satisfaction where several do."""
    speakers = [latent for latent in model.latents if _speaks(latent)]
    overall = [latent for latent in speakers if any(SPEAKS_OF_ALL.search(plain(said)) for said in _said(latent))]
    chosen = overall if len(overall) == 1 else speakers
    return chosen[0].name if len(chosen) == 1 else None


def _speaks(latent: Latent) -> bool:
    named = any(SATISFACTION.search(plain(said)) for said in _said(latent))
    return named or all(
        any(SATISFACTION.search(plain(said)) for said in (leaf.name, leaf.column, *leaf.question.values()))
        for leaf in latent.leaves()
    )


def _said(latent: Latent) -> tuple[str, ...]:
    return (latent.name, *latent.label.values())
