"""Lavaan text -> Model: Y =~ x1 + x2 measures, Y <~ x1 + x2 forms, Y ~ A + B + A:B are paths, # index: Y is a setting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from ...errors import ModelFault
from ...model import Model
from ...model.interaction import product_name
from ...model.nearest import nearest
from ...terms import Text
from .build import model_from_nodes
from .lavaan_conflicts import bound, label_of_a_latent, nothing_measured, unknown_end
from .lavaan_latents import Latents
from .lavaan_terms import Relation, Term, relations
from .lavaan_tokens import MEASURES, Token, directives, statements
from .nodes import Faults, Items, Node, Pairs, Word
from .sheet_cells import several, yaml_or_word
from .yaml_nodes import At, in_file, refuse_what_is_no_text


def parse_lavaan(text: str, source: str) -> Model:
    """The model that a lavaan text describes; `source` ("model.lav") begins every place in it.

    A latent whose line names other latents is of higher order (two-stage). Labels (a*x1) only name a coefficient and are
    passed over. Comments of the form "# key: value" set name, language, scale, missing, index and weights.
    Raises: ModelFault, or Several when more than one thing is wrong, with places like "model.lav:9:31".
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    faults, at = Faults(), in_file(source)
    if not text.strip():
        raise ModelFault(
            place=source,
            reason=Text("the model file is empty.", "模型文件为空。"),
            remedy=Text("Begin with a latent: Satisfaction =~ x1 + x2 + x3.", "请从潜变量开始：满意 =~ x1 + x2 + x3。"),
        )
    refuse_what_is_no_text(text, at)
    said = [one for statement in statements(text, at, faults) for one in relations(statement, faults)]
    return model_from_nodes(_root(said, text, at, faults), source, faults)


def _root(said: Sequence[Relation], text: str, at: At, faults: Faults) -> Pairs:
    latents = Latents(faults)
    for relation in said:
        if relation.operator.text in MEASURES:
            latents.take(relation)
    if not latents.names and not faults:
        faults.add(at(1, 1), *nothing_measured())
    if not latents.names:
        faults.stop()
    _check_labels(said, latents.names, faults)
    pairs = [*_settings(text, at, faults), (Word("latents", at(1, 1)), latents.node())]
    arrows = [relation for relation in said if relation.operator.text == "~"]
    if arrows:
        place = arrows[0].operator.place
        pairs.append((Word("paths", place), Items(tuple(_by_cause(arrows, latents.names, faults)), place)))
    return Pairs(tuple(pairs), at(1, 1))


def _by_cause(arrows: Sequence[Relation], known: Sequence[str], faults: Faults) -> Iterator[Node]:
    """The paths as a model file lists them: all effects of the cause that is named first, then of the next."""
    found: dict[str, list[Node]] = {}
    for relation in arrows:
        terms = [term for term in relation.right if not any(label.text in known for label in term.labels)]
        ends = (*relation.left, *(factor for term in terms for factor in term.factors))
        told = [_is_known(name, known, faults) for name in ends]  # each unknown name, not the first only
        for effect in relation.left if all(told) else ():
            for cause in map(_cause, terms):
                found.setdefault(cause.text, []).append(_path(cause, Word(effect.text, effect.place)))
    yield from (path for paths in found.values() for path in paths)


def _cause(term: Term) -> Word:
    """A latent, or the product of several."""
    names = [factor.text for factor in term.factors]
    return Word(reduce(product_name, names), term.factors[0].place)


def _path(cause: Word, effect: Word) -> Pairs:
    return Pairs(((Word("from", cause.place), cause), (Word("to", effect.place), effect)), cause.place)


def _is_known(name: Token, known: Sequence[str], faults: Faults) -> bool:
    if name.text not in known:
        faults.add(*unknown_end(name, nearest(name.text, known)))
    return name.text in known


def _check_labels(said: Sequence[Relation], known: Sequence[str], faults: Faults) -> None:
    seen: dict[str, Token] = {}
    for term in (term for relation in said for term in relation.right):
        for label in term.labels:
            if label.text in known:
                faults.add(*label_of_a_latent(label, term.factors[0]))
            elif label.text in seen:
                faults.add(*bound(label, seen[label.text].place))
            seen.setdefault(label.text, label)


def _settings(text: str, at: At, faults: Faults) -> Iterator[tuple[Word, Node]]:
    seen: dict[str, Word] = {}
    for key, value in directives(text, at):
        if not value.text:
            continue
        if key.text in seen:
            faults.add(
                key.place,
                Text(
                    f'"{key.text}" is set here a second time (first at {seen[key.text].place.exact}).',
                    f"“{key.text}”重复设置（首次见 {seen[key.text].place.exact}）。",
                ),
                Text("Keep one of them.", "请只保留一个。"),
            )
            continue
        seen[key.text] = key
        node = several(value, faults) if key.text == "missing" else yaml_or_word(value, faults) if key.text == "scale" else value
        yield key, node
