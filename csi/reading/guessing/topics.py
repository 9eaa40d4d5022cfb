"""What questions without a common stem have in common: the words, or the run of Han characters, that most of them repeat."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

MOST_QUESTIONS = 60  # of a block, which tell its topic as well as all of them
_LONGEST_QUESTION = 300  # letters that are looked at
_MOST, _MANY = 0.6, 0.4  # share of the questions that repeat a topic; the second for a topic of several words or of one long one
_LONG_WORD, _SHORTEST_WORD = 6, 3
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")

# words that any statement may hold
_EMPTY_WORDS = """
the and for you are was not but our has had can who how why its it's any all may one two too out new now per get got let use his her him she way yet nor
que los las del por con una sus son fue era muy más sin así tan les des par pas ses mes nos vos qui dos das com não são foi uma seu sua der die und ist von
den dem ein für auf bei wie ich mir dan ini itu dia kau nya tak est aux lui ont eux ici oui non ils
about after again also although always among because been before being between both cannot could does doing done down during
each either else even ever every feel felt find from further generally have having hence here however into itself just like
likely made make makes many might more most much must myself need never often only other others ours overall over own quite
rate rather really same shall should since some such than that their them then there these they thing things think this those
though through thus toward under until upon used using very want well were what when where whether which while whom whose will
with within without would your yours agree please following acerca además ahora algo algún alguna algunos antes aquel aunque
bien cada casi como considero con contra cosa cosas creo cual cuando cuanto desde donde durante ella ellas ellos entre eres
esas esos esta estado estas este esto estos estoy está están fueron gran hacer hacia hasta hay hemos mayor mediante menos
menudo mientras mismo mucho muchas muchos muy nada nadie ningún nosotros nuestra nuestro nunca otra otras otro otros para
parte permite pero poco podría porque puedo pueden puede qué quien según sentir siempre siento sino sobre solo soy tanto tener
tengo tiene tienen toda todas todo todos tras tuve usted usar utilizar vez acho além ainda alguma alguns aquela aquele assim
coisas cujo deve dela dele depois disso elas eles então essa esse estão estou estava foram isso isto mais mas mesmo minha
muita muito muitos nossa nosso outra outro outros pela pelo pode podem pouco qual quando quase quem seja sempre ser seu seus
sinto sua suas também tem tenho ter uma umas você aussi autre autres aux avant avec avez avoir car cela celle ces cet cette
chaque chez comme contre dans depuis des deux devant dire doit donc dont elle elles encore est être eux faire fait fois ils
jamais leur leurs lors lui même mes mieux moins mon ne nos notre nous parce par pas pendant pense peu peut peux plupart plus
pour pourquoi quand que quel quelle quels qui quoi sans selon ses si soit sont sous souvent suis sur tous tout toute toutes
trop trouve trouvé très une vos votre vous beaucoup j'ai j'aurais j'aimerais aber alle allem allen aller alles als andere auch
auf aus bei beim bin bis bitte dabei damit dann daran darauf das dass dein dem den denn der deshalb die dies diese dieser
dieses doch dort durch eher ein eine einem einen einer eines etwas euch euer für gegen gibt habe haben hat hatte hier ihm ihn
ihr ihre immer ist jede jeder jedes jetzt kann kein keine können mehr mein meine mich mir mit muss nach nicht nichts noch nur
oder ohne schon sehr sein seine seit sich sie sind soll sollte sondern über und uns unser unter viel viele vom von vor wann
war waren warum was weil welche wenn wer werden wie wieder wir wird wurde zum zur zwischen ada adalah agar akan anda antara
apa apakah atau bagi bahwa banyak baru beberapa begitu belum bisa bukan dalam dapat dari daripada dengan diri hanya harus
hingga ingin jika juga kali kami karena kepada ketika kita lagi lain lalu lebih maka masih melakukan memiliki membuat menjadi
menggunakan merasa mereka namun oleh pada paling perlu pernah saat saja sama sampai sangat saya sebagai sebelum seberapa
sebuah sehingga selalu selama semua seperti sering serta setelah setiap suatu sudah supaya tanpa telah tentang terhadap
tersebut tetapi tidak untuk yaitu yang 매우 정말 그리고 하지만 나는 내가 우리 저는 것을 것이 것은 수 있는 있다 하는 한다 대해 대한 위해 통해 본인 당신 귀하 귀하는 귀하의 얼마나
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_EMPTY_HAN = frozenset(
    "的了是在我您你他她它们有和与及或对于对能会可以很更最被把让将从到为此这那其就也都还不没吗呢吧请个些种中上下前后"
)


def topic_of(questions: Sequence[str]) -> str:
    """The topic that most of these questions name, in their own spelling; empty when they share none.

    Several words in a row are rather a topic than one word, and a long word than a short one.
    """
    texts = [" ".join(unicodedata.normalize("NFKC", one)[:_LONGEST_QUESTION].split()) for one in questions[:MOST_QUESTIONS]]
    if len(texts) < 2:
        return ""
    grams = [set(_han_grams(text) if _HAN.search(text) else _word_grams(text.casefold())) for text in texts]
    found = Counter(gram for own in grams for gram in own)
    best = max(
        (gram for gram in found if found[gram] > 1 and _is_topic(gram, found[gram] / len(texts))),
        key=lambda gram: _worth(gram, found),
        default="",
    )
    return _as_spelled(best, texts)


def _word_grams(text: str) -> Iterator[str]:
    words = _WORDS.findall(text)
    for size in (1, 2, 3):
        for at in range(len(words) - size + 1):
            gram = words[at : at + size]
            if _says_something(gram[0]) and _says_something(gram[-1]) and " ".join(gram) in text:
                yield " ".join(gram)


def _says_something(word: str) -> bool:
    return len(word) >= _least(word) and word.replace("’", "'") not in _EMPTY


def _least(word: str) -> int:
    return 2 if "\uac00" <= word[0] <= "\ud7a3" else _SHORTEST_WORD


def _han_grams(text: str) -> Iterator[str]:
    for run in _HAN.findall(text):
        for size in range(2, 9):
            for at in range(len(run) - size + 1):
                gram = run[at : at + size]
                if not _is_empty_han(gram):
                    yield gram


def _is_empty_han(gram: str) -> bool:
    """A run that a particle cuts, or one without a single Han character."""
    return not _EMPTY_HAN.isdisjoint(gram) or not any("\u3400" <= c <= "\u9fff" for c in (gram[0], gram[-1]))


def _is_topic(gram: str, share: float) -> bool:
    telling = " " in gram or len(gram) >= _LONG_WORD or (len(gram) > 2 and bool(_HAN.search(gram)))
    return share >= (_MANY if telling else _MOST)


def _worth(gram: str, found: Counter[str]) -> tuple[float, int, str]:
    return found[gram] * (1 + gram.count(" ") + 0.2 * (len(gram) if _HAN.search(gram) else 0)), len(gram), gram


def _as_spelled(gram: str, texts: Sequence[str]) -> str:
    """As the first question writes it, with a capital."""
    if not gram:
        return ""
    text = next(one for one in texts if gram in one.casefold())
    at = text.casefold().index(gram)
    said = text[at : at + len(gram)] if len(text) == len(text.casefold()) else gram
    return said[:1].upper() + said[1:]
