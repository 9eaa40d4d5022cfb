"""Strategies for any model that a model file can say."""

from __future__ import annotations

import dataclasses

from hypothesis import strategies as st

from csi.model import WEIGHTINGS, Indicator, InnerModel, Latent, Model, Respondents, Scale

_ODD = [
    "A..B",
    "Q1..Q3",
    "a -> b",
    "x / y",
    "yes",
    "1-10",
    "from",
    "to",
    "结果",
    "原因",
    "- x",
    "#x",
    "a: b",
    "[a]",
    "{b}",
    '"',
    "'",
    "&a",
    "*a",
    "!t",
    "% x",
    "满意，度",
    "setting",
    "latent",
    "a\nb",
    "null",
    "~",
    "2024-01-01",
    "=A1",
    "x:",
    "total / ",
    "1.0",
    "a * b",
    "a",
    "b",
]
names = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(str.strip).filter(bool),
    st.sampled_from(_ODD).map(str.strip),
)
numbers = st.one_of(st.integers(-5, 100).map(float), st.floats(-1e6, 1e6, allow_nan=False))
shares = st.floats(0, 1e6, allow_nan=False)
labels = st.dictionaries(st.sampled_from(["en", "zh"]), names, max_size=2)


@st.composite
def scales(draw):
    lowest, highest = sorted(draw(st.lists(numbers, min_size=2, max_size=2, unique=True)))
    scores = st.one_of(st.just(lowest), st.just(highest))
    return Scale(
        lowest,
        highest,
        labels=draw(st.dictionaries(names, scores, max_size=3)),
        missing=tuple(draw(st.lists(names, max_size=2))),
    )


@st.composite
def further(draw):
    """What an indicator may say of expectations, priorities and promises."""
    columns = ("minimum", "give_up", "asked", "promised", "heard", "belief", "service_standard", "delivery", "promise")
    texts = dict.fromkeys((*columns, "expectation_dimension", "experience_dimension"), names)
    kinds = {
        **texts,
        **dict.fromkeys(("standard", "company"), numbers),
        **dict.fromkeys(("asked_less", "feasible", "vip_only"), st.booleans()),
        "benchmark": numbers | names | st.sampled_from(["12", "-1.5e3", "{b}", "{column: x}"]),
        "cost": st.floats(1e-6, 1e6),
        "ceiling": st.floats(0, 100),
    }
    said = draw(st.sets(st.sampled_from(sorted(kinds)), max_size=5))
    return {key: draw(kinds[key]) for key in sorted(said)}


@st.composite
def indicators(draw, column):
    return Indicator(
        name=draw(st.sampled_from([column, column + "'s"])),
        column=column,
        expectation=draw(st.none() | names.filter(lambda name: name != column)),
        importance=draw(st.none() | names),
        weight=draw(st.none() | shares),
        scale=draw(st.none() | scales()),
        reversed=draw(st.booleans()),
        controllable=draw(st.none() | st.booleans()),
        label=draw(labels),
        question=draw(labels),
        **draw(st.one_of(st.just({}), further())),
    )


@st.composite
def leaves(draw, columns):
    plain = st.builds(lambda column: Indicator(column, column), st.just(columns[0]))
    return tuple(draw(st.one_of(st.just(Indicator(c, c)), indicators(c))) for c in columns) if columns else (draw(plain),)


@st.composite
def nodes(draw, name, columns, depth):
    """A node over the given columns: some of them its own, the others shared out among parts."""
    own = len(columns) if depth == 0 else draw(st.integers(0, len(columns)))
    rest = columns[own:]
    cut = draw(st.integers(1, len(rest))) if rest else 0
    shares_out = [part for part in (rest[:cut], rest[cut:]) if part]
    part_names = draw(st.lists(names, min_size=len(shares_out), max_size=len(shares_out), unique=True))
    return Latent(
        name,
        parts=tuple(draw(nodes(part, below, depth - 1)) for part, below in zip(part_names, shares_out, strict=True)),
        indicators=draw(leaves(columns[:own])) if own else (),
        mode=draw(st.sampled_from("AB")),
        weight=draw(st.none() | shares),
        label=draw(labels),
        points=draw(st.none() | names),
    )


def _distinct(columns):
    return len({*columns, *(c + "'s" for c in columns)}) == 2 * len(columns)


def _may_be_higher(latent, latents):
    taken = [one.name for one in latents] + [part.name for one in latents if one.higher_order for part in one.parts]
    alone = not {part.name for part in latent.parts} & set(taken)
    return alone and len(latent.parts) > 1 and not latent.indicators


@st.composite
def with_higher_orders(draw, latents):
    """Some of the latents that can be of higher order are, all in the same way."""
    way = draw(st.sampled_from(["two-stage", "repeated"]))
    found = list(latents)
    for number, latent in enumerate(latents):
        if _may_be_higher(latent, found) and draw(st.booleans()):
            found[number] = dataclasses.replace(latent, higher_order=way)
    return tuple(found)


@st.composite
def arrows(draw, latent_names):
    """Paths from earlier latents to later ones, and interactions of latents that act on the same one."""
    possible = [(a, b) for i, a in enumerate(latent_names) for b in latent_names[i + 1 :]]
    some = st.lists(st.sampled_from(possible), unique=True) if possible else st.just([])
    paths = draw(st.one_of(st.just(possible), some))
    crossed = []
    for one, target in paths:
        for other, end in paths:
            if end == target and latent_names.index(one) < latent_names.index(other) and draw(st.booleans()):
                crossed.append((f"{one} * {other}", target))
    return tuple(draw(st.permutations([*paths, *crossed])))


@st.composite
def models(draw):
    latent_names = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    some = st.lists(names, min_size=6, max_size=9, unique=True).filter(_distinct)
    columns = draw(st.one_of(st.just([f"Q{i:02d}" for i in range(1, 10)]), some))
    share = len(columns) // len(latent_names)
    latents = tuple(draw(nodes(name, columns[i * share : (i + 1) * share], 3)) for i, name in enumerate(latent_names))
    latents = draw(with_higher_orders(latents))
    one = st.none() | names
    return Model(
        latents,
        InnerModel(draw(arrows(latent_names))),
        target=draw(st.sampled_from([*latent_names, "overall"])),
        weights=draw(st.sampled_from([w for w in WEIGHTINGS if w != "given"])),
        scale=draw(st.none() | scales()),
        missing=tuple(draw(st.lists(names, max_size=3))),
        respondents=Respondents(
            draw(one),
            draw(one),
            tuple(draw(st.lists(names, max_size=2))),
            draw(one),
            draw(one),
            draw(one),
            tier=draw(one),
            promises=draw(one),
            kept=draw(one),
            disconfirmation=draw(one),
        ),
        managers=draw(one),
        staff=draw(one),
        gap_sign=draw(st.sampled_from([None, "experience-expectation", "expectation-experience"])),
        name=draw(st.just("") | names),
        language=draw(st.sampled_from([None, "en", "zh"])),
    )
