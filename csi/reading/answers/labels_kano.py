"""The five answers of a Kano question in every language of the vocabulary. They name feelings, not steps: no scale is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .written_form import normalise

# each line goes on where the one before ended
_LIKE = """
i like it|like|i like it that way|i would like it|i enjoy it that way|i like it very much|it delights me|我很喜欢|喜欢|我喜欢|非常喜欢|很喜欢|我很喜歡|喜歡|me gusta|me gustaría
|me encanta|eu gosto|gosto|eu gostaria|adoro|das würde mich sehr freuen|das freut mich|gefällt mir|würde mich sehr freuen|cela me plaît|j'aime|ça me ferait plaisir
|cela me ferait très plaisir|i like having it|it would be very helpful to me|i enjoy it|我喜欢这样|我会很喜欢|让我很高兴|saya suka|suka|sangat suka|気に入る|好き|とても気に入る|大変気に入る|마음에 든다|좋아한다|좋다
|i would be delighted|i'd be delighted|i would love it|i love it|i'd like it|i would like it that way|i like it this way|i like this|this would be very helpful to me
|喜欢这样|我喜欢它|我喜欢它这样|das würde mich freuen|das freut mich sehr|das würde mir gefallen|das gefällt mir|das gefällt mir sehr|ich mag es|cela me ferait plaisir|cela me plairait
|cela me plairait beaucoup|j'aimerais cela|j'aimerais|j'aime cela|ça me plaît|ça me plairait|je serais ravi|je serais ravie|me gustaría mucho|me gusta mucho|me gusta así|gostaria|gostaria muito|eu gostaria muito|gosto disso|gosto muito
|とてもうれしい|うれしい|嬉しい|とても嬉しい
"""
_EXPECT = """
i expect it|expect|i expect it to be that way|it must be that way|must be|must-be|it should be that way|i take it for granted|理应如此|理所当然|应该如此|必须如此
|理所應當|理所當然|应该有|es normal|lo espero|debe ser así|tiene que ser así|es lo esperado|eu espero|deve ser assim|tem que ser assim|das setze ich voraus
|ich setze das voraus|selbstverständlich|c'est normal|c'est indispensable|je m'y attends|cela doit être ainsi|memang harus begitu|harus begitu|saya mengharapkan
|must have|it is a must|it is a basic requirement for me|it is a basic necessity|它理应如此|它必须如此|它必须这样|理应具备|必须有|一定要有|必备|当然である|当然だ|当たり前|당연하다|당연하다고 생각한다
|i would expect it|i'd expect it|i expect it that way|i expect it to be this way|i am expecting it to be that way|it must be this way|it's a must|this is a basic requirement for me
|理所应当|我认为理所当然|应该这样|必须这样|它应该这样|它应该如此|必须是这样|das erwarte ich|das muss so sein|das ist selbstverständlich|das wäre selbstverständlich|das würde ich voraussetzen
|ce serait un minimum|ce serait le minimum|c'est un minimum|c'est le minimum|cela va de soi|je m'attends à ce que ce soit ainsi|ce serait normal|es algo básico|lo considero básico|lo doy por hecho|lo doy por sentado
|debería ser así|é o mínimo|é o esperado|tem de ser assim|deveria ser assim|espero que seja assim|é algo básico|当然だろう|当然と思う|当たり前だ|当たり前である
"""
_NEUTRAL = """
i am neutral|neutral|i don't care|i do not care|indifferent|no feeling|无所谓|無所謂|没感觉|me da igual|me es indiferente|indiferente|tanto faz|me é indiferente|das ist mir egal
|i'm neutral|it would not affect me|makes no difference to me|我无所谓|对我无所谓|无感|egal|cela m'est égal|ça m'est égal|indifférent|netral|biasa saja|tidak masalah|なんとも思わない|何とも思わない|どちらでもよい|どうでもよい|아무런 느낌이 없다|상관없다
|i have no feeling about it|i have no feelings about it|i feel neutral|i would be neutral|i'm indifferent|i am indifferent|this would not affect me|it does not matter to me|it doesn't matter to me
|没有感觉|我没有感觉|我没感觉|保持中立|我保持中立|我中立|ist mir egal|das wäre mir egal|das ist mir gleichgültig|das lässt mich kalt|ich bin neutral|cela me laisserait indifférent|cela me laisserait indifférente
|cela me laisse indifférent|cela me laisse indifférente|ça me laisse indifférent|ça me laisse indifférente|cela me serait égal|ça me serait égal|je suis neutre|me da lo mismo|me resulta indiferente|soy neutral|é-me indiferente
|seria-me indiferente|sou neutro|sou indiferente|fico indiferente|何とも感じない|なんとも感じない|特に何とも感じない|特に何とも思わない
"""
_TOLERATE = """
i can tolerate it|tolerate|i can live with it|live with|i can live with it that way|i can accept it|勉强接受|能忍受|可以忍受|可以接受|勉強接受|能接受|puedo tolerarlo|lo tolero|lo puedo aceptar
|posso tolerar|eu tolero|consigo conviver|das könnte ich in kauf nehmen|könnte ich in kauf nehmen|damit kann ich leben|je peux m'en accommoder|je peux le tolérer|je m'en accommode
|i can tolerate this|it would be a minor inconvenience|我能忍受|我可以忍受|我可以接受|我能接受|勉强可以接受|能够接受|saya bisa mentoleransi|bisa menerima|masih bisa diterima|仕方ない|仕方がない|しかたない|我慢できる|하는 수 없다|참을 수 있다|감수할 수 있다
|i can live with it this way|i can live with this|i could live with it|i can accept it to be that way|i can accept it that way|i can tolerate it that way|i could tolerate it|i reluctantly accept it|i barely accept it
|i dislike it but i can live with it|i dislike it but i can live with it that way|i dislike it but can live with it|i dislike it but can live with it that way|i dislike it but i can tolerate it|i dislike it but can tolerate it
|i dislike it that way but i can live with it|i dislike it but i can accept it|i don't like it but i can live with it|i do not like it but i can live with it|i don't like it but i can tolerate it|i do not like it but i can tolerate it
|i don't like it but can live with it|i don't like it but i can live with it that way|i do not like it but i can live with it that way|this would be a minor inconvenience|我能够忍受|我能够接受|我能忍受这样|我勉强接受|我能勉强接受|我可以勉强接受|可以勉强接受
|可以容忍|我可以容忍|能容忍|我能容忍|虽然不喜欢但可以接受|不喜欢但可以接受|不喜欢但能接受|不喜欢但可以忍受|不喜欢但能忍受|das könnte ich eventuell in kauf nehmen|könnte ich eventuell in kauf nehmen|das würde ich in kauf nehmen
|das kann ich in kauf nehmen|das nehme ich in kauf|damit könnte ich leben|ich kann damit leben|das kann ich akzeptieren|das könnte ich akzeptieren|je l'accepterais|je l'accepte|je peux l'accepter|je pourrais l'accepter
|je m'en accommoderais|je le tolère|je le tolérerais|je peux vivre avec|je n'aime pas mais je peux l'accepter|je n'aime pas mais je l'accepte|no me gusta pero lo tolero|no me gusta pero lo acepto|no me gusta pero puedo tolerarlo
|no me gusta pero puedo vivir con ello|puedo vivir con ello|puedo vivir con eso|puedo convivir con ello|lo acepto|posso viver com isso|consigo viver com isso|posso conviver com isso|consigo conviver com isso
|posso aceitar|consigo tolerar|não gosto mas tolero|não gosto mas posso tolerar|não gosto mas posso viver com isso|não gosto mas aceito|しかたがない|しょうがない|別にそれでも構わない|それでも構わない
"""
_DISLIKE = """
i dislike it|dislike|i dislike it that way|i do not like it|i don't like it|i would dislike it|我很不喜欢|不喜欢|很不喜欢|非常不喜欢|我不喜欢|我很不喜歡|不喜歡|no me gusta|me disgusta
|no me gustaría|eu não gosto|não gosto|detesto|das würde mich sehr stören|das stört mich|würde mich sehr stören|cela me déplaît|je n'aime pas|cela me dérangerait beaucoup
|i dislike this|it would be a major problem for me|我不喜欢这样|我会很不喜欢|很讨厌|saya tidak suka|tidak suka|sangat tidak suka|気に入らない|嫌い|嫌だ|마음에 안 든다|싫어한다|싫다
|i would be disappointed|i'd be disappointed|i would hate it|i'd dislike it|i dislike it this way|i dislike it and i can't accept it|i dislike it and i cannot accept it|i dislike it and can't accept it|i dislike it and cannot accept it
|i dislike it and i can't tolerate it|i dislike it and i cannot tolerate it|this would be a major problem for me|我讨厌这样|讨厌这样|我讨厌|我讨厌它|我很讨厌|我非常讨厌|非常讨厌|我非常不喜欢|不喜欢这样|我不喜欢它
|我无法忍受|无法忍受|das stört mich sehr|das würde mich stören|das gefällt mir nicht|das würde mir nicht gefallen|das mag ich nicht|ich mag es nicht|cela me dérangerait|cela me dérange|ça me dérange|ça me dérangerait|ça me dérangerait beaucoup
|cela me déplairait|ça me déplaît|je n'aime pas cela|je n'aimerais pas|je n'aimerais pas cela|no me gusta y no lo tolero|no me gusta y no lo acepto|no me gusta nada|no me gusta así|no lo tolero|me molestaría|me molesta
|não gostaria|eu não gostaria|não gosto disso|não gosto nem tolero|não gosto e não tolero|incomoda-me|困る|それは困る
"""
_OWN = (_LIKE, _EXPECT, _NEUTRAL, _TOLERATE, _DISLIKE)
# words that are steps of other scales too; they are Kano answers only where the model says that the column asks such a question
_SHARED = (
    "满意|很满意|非常满意|我会很满意|很高兴|高兴|i'm happy|happy|very satisfied|satisfied|delighted|muy satisfecho|sehr zufrieden|très satisfait|sangat puas|とても満足|매우 만족",
    "必须|必要|应当如此|应该|本该如此|本应如此|理所当然要有|it is necessary|necessary|required|basic necessity|i expect it to be like this|erwartet|attendu|esperado",
    "一般|中立|不在乎|没关系|都可以|没意见|okay|ok|no opinion either way|regular|normal|moyen|neutre|どちらとも言えない|보통|보통이다",
    "勉强能接受|凑合|将就|能够忍受|还能接受|忍受|acceptable|tolerable|bearable|i can stand it|aceptable|tolerabel|acceptable pour moi|我慢する|참는다",
    "不满意|很不满意|非常不满意|讨厌|反感|难以接受|不能接受|无法接受|unhappy|very dissatisfied|dissatisfied|i hate it|hate|muy insatisfecho|sehr unzufrieden|très insatisfait"
    "|sangat tidak puas|とても不満|매우 불만족",
)
ANSWERS = ("I like it", "I expect it", "I am neutral", "I can live with it", "I dislike it")  # for steps that nobody chose
ANSWERS_ZH = ("我很喜欢", "理应如此", "无所谓", "勉强接受", "我很不喜欢")


@cache
def own_steps() -> Mapping[str, int]:
    """Normalised words that speak of a Kano question by themselves -> 0 like, 1 must-be, 2 neutral, 3 live with, 4 dislike."""
    return _steps(_OWN)


@cache
def all_steps() -> Mapping[str, int]:
    """The same with words that other scales share, for columns that are known to hold Kano answers."""
    return {**_steps(_SHARED), **own_steps()}


def _steps(lists: tuple[str, ...]) -> dict[str, int]:
    words = [(word.strip(), step) for step, listed in enumerate(lists) for word in listed.replace("\n", "").split("|")]
    return {normalise(word): step for word, step in words if word}
