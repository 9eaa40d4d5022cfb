"""Words of a second vocabulary in a column: 满意 among English answers, read by their place where the steps are as many."""

from __future__ import annotations

from collections.abc import Mapping

from .label_scales import Heard, choose
from .labels import LabelSet


def steps_of_others(words: Mapping[str, int], label_set: LabelSet) -> dict[str, int]:
    """Word -> step for the words that the set does not know but another set of as many steps does; all of them or none.

    words: how often each normalised answer was given.
    """
    strange = {word: count for word, count in words.items() if word not in label_set.steps}
    if not strange:
        return {}
    other = choose(Heard(strange, sum(strange.values()), width=label_set.size - 1))
    if other is None or other.label_set.size != label_set.size:
        return {}
    return {word: other.label_set.steps[word] for word in strange if word in other.label_set.steps}
