"""The five answers of a Kano question. They name feelings, not steps: no scale may be made of them."""

from __future__ import annotations

from collections.abc import Mapping

from ..answers.written_form import normalise
from .known_headers import names

_LIKE = """
i like it|like|i like it that way|i would like it|i enjoy it that way|i like it very much|it delights me|我很喜欢|喜欢|我喜欢|非常喜欢|很喜欢|我很喜歡|喜歡|me gusta|me gustaría
|me encanta|eu gosto|gosto|eu gostaria|adoro|das würde mich sehr freuen|das freut mich|gefällt mir|würde mich sehr freuen|cela me plaît|j'aime|ça me ferait plaisir
|cela me ferait très plaisir|saya suka|suka|sangat suka|気に入る|好き|とても気に入る|大変気に入る|마음에 든다|좋아한다|좋다
"""
_EXPECT = """
i expect it|expect|i expect it to be that way|it must be that way|must be|must-be|it should be that way|i take it for granted|理应如此|理所当然|应该如此|必须如此
|理所應當|理所當然|应该有|es normal|lo espero|debe ser así|tiene que ser así|es lo esperado|eu espero|deve ser assim|tem que ser assim|das setze ich voraus
|ich setze das voraus|selbstverständlich|c'est normal|c'est indispensable|je m'y attends|cela doit être ainsi|memang harus begitu|harus begitu|saya mengharapkan
|当然である|当然だ|当たり前|당연하다|당연하다고 생각한다
"""
_NEUTRAL = """
i am neutral|neutral|i don't care|i do not care|indifferent|no feeling|无所谓|無所謂|没感觉|me da igual|me es indiferente|indiferente|tanto faz|me é indiferente|das ist mir egal
|egal|cela m'est égal|ça m'est égal|indifférent|netral|biasa saja|tidak masalah|なんとも思わない|何とも思わない|どちらでもよい|どうでもよい|아무런 느낌이 없다|상관없다
"""
_TOLERATE = """
i can tolerate it|tolerate|i can live with it|live with|i can live with it that way|i can accept it|勉强接受|能忍受|可以忍受|可以接受|勉強接受|能接受|puedo tolerarlo|lo tolero|lo puedo aceptar
|posso tolerar|eu tolero|consigo conviver|das könnte ich in kauf nehmen|könnte ich in kauf nehmen|damit kann ich leben|je peux m'en accommoder|je peux le tolérer|je m'en accommode
|saya bisa mentoleransi|bisa menerima|masih bisa diterima|仕方ない|仕方がない|しかたない|我慢できる|하는 수 없다|참을 수 있다|감수할 수 있다
"""
_DISLIKE = """
i dislike it|dislike|i dislike it that way|i do not like it|i don't like it|i would dislike it|我很不喜欢|不喜欢|很不喜欢|非常不喜欢|我不喜欢|我很不喜歡|不喜歡|no me gusta|me disgusta
|no me gustaría|eu não gosto|não gosto|detesto|das würde mich sehr stören|das stört mich|würde mich sehr stören|cela me déplaît|je n'aime pas|cela me dérangerait beaucoup
|saya tidak suka|tidak suka|sangat tidak suka|気に入らない|嫌い|嫌だ|마음에 안 든다|싫어한다|싫다
"""
_STEPS: Mapping[str, int] = {
    normalise(word): step for step, listed in enumerate((_LIKE, _EXPECT, _NEUTRAL, _TOLERATE, _DISLIKE)) for word in names(listed)
}
_MOSTLY = 0.9


def are_kano_answers(words: Mapping[str, int]) -> bool:
    """Whether nearly all of these normalised answers are of a Kano question, three of the five at least, and one of its own.

    words: how often each was given. "Neutral" and "like" alone are words of other scales too.
    """
    known = {word: count for word, count in words.items() if word in _STEPS}
    steps = {_STEPS[word] for word in known}
    return sum(known.values()) >= _MOSTLY * sum(words.values()) > 0 and len(steps) >= 3 and not steps.isdisjoint({1, 3})
