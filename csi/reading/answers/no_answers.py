"""Words that are no answer, in every language of the vocabulary: not known, not applicable, refused, left blank."""

from __future__ import annotations

from functools import cache
from typing import Literal

from .written_form import normalise

NoAnswer = Literal["not_known", "not_applicable", "refused", "left_blank"]

# a word that a scale holds as a step counts as that step: "not sure" between no and yes, "none" below a little
_WORDS: dict[NoAnswer, str] = {
    "not_known": (
        "don't know, do not know, dont know, i don't know, dk, not sure, unsure, i'm not sure, no opinion, unable to rate, unable to judge, cannot rate,"
        " can't rate, can't say, cannot say, unable to say, hard to say, unknown, don't know/no opinion, cannot judge, can't judge,"
        " don't remember, can't remember, don't recall, don't know/not sure, don't know/unsure, dk/na,"
        " 不清楚, 不知道, 不了解, 不确定, 说不清, 说不清楚, 说不好, 不好说, 难以评价, 难以判断, 无法评价, 无法判断, 无法回答, 没有意见, 无意见, 无意见(看问卷设计), 不记得, 记不清,"
        " tidak tahu, tt, tidak yakin, tidak ingat, belum tahu,"
        " no sabe, no sé, ns, no lo sé, no sabe/no contesta, no sabe/no responde, ns/nc, ns/nr, ns-nc, no estoy seguro, no estoy segura,"
        " sin opinión, no tengo opinión, no recuerdo, no opina,"
        " não sei, não sei responder, não sabe, não sabe/não respondeu, não sabe/não responde, sem opinião, não tenho opinião, não sei avaliar,"
        " não lembro, não tenho certeza,"
        " weiß nicht, weiss nicht, ich weiß nicht, weiß ich nicht, kann ich nicht beurteilen, nicht beurteilbar, keine meinung, kann nicht beurteilen,"
        " kann ich nicht sagen, unbekannt,"
        " ne sait pas, je ne sais pas, nsp, ne sais pas, sans opinion, sans avis, pas d'avis, je ne suis pas sûr, je ne me souviens pas, nspp,"
        " わからない, 分からない, 知らない, 不明, 覚えていない, 判断できない, わかりません,"
        " 모름, 모르겠음, 모르겠다, 잘 모르겠다, 잘 모름, 잘 모르겠음, 무의견, 기억나지 않음"
    ),
    "not_applicable": (
        "n/a, na, n.a, not applicable, does not apply, doesn't apply, inapplicable, have not used, haven't used, not used, never used,"
        " did not use, didn't use, no experience, not relevant, not asked, #n/a, not available,"
        " 不适用, 不涉及, 未涉及, 未使用过, 未使用, 没用过, 没有使用过, 没使用过, 没有接触, 未接触, 没接触过, 未体验, 没体验过, 与我无关, (跳过), 跳过,"
        " tidak berlaku, tidak relevan, tidak ada, belum pernah menggunakan, tidak pernah menggunakan,"
        " no aplica, no corresponde, no procede, no lo he usado, no he usado, no utilizado,"
        " não se aplica, não aplicável, não utilizei, não usei, nunca usei, nao se aplica,"
        " nicht zutreffend, trifft nicht zu, entfällt, nicht genutzt, nicht anwendbar, trifft nicht zu (als filter!),"
        " non concerné, non concernée, sans objet, non applicable, pas concerné, pas concernée, ne s'applique pas, jamais utilisé,"
        " 該当しない, 該当なし, 利用していない, 使用していない, 利用したことがない, 非該当, 対象外,"
        " 해당 없음, 해당 사항 없음, 비해당, 사용하지 않음, 이용하지 않음, 이용한 적 없음"
    ),
    "refused": (
        "prefer not to say, prefer not to answer, i prefer not to answer, i prefer not to say, rather not say, refused, decline to answer, declined, refusal,"
        " 拒答, 拒绝回答, 不愿回答, 不想回答, 不愿透露, 不便回答, 不方便透露,"
        " tidak menjawab, menolak menjawab, tidak mau menjawab,"
        " no contesta, nc, prefiero no responder, prefiero no contestar, prefiero no decirlo, no responde, no respondió,"
        " não quer responder, prefiro não responder, prefiro não dizer, não respondeu, não responde,"
        " keine angabe, keine angaben, k. a, k.a, ka, möchte ich nicht sagen, möchte ich nicht beantworten, verweigert, keine antwort,"
        " ne se prononce pas, refus, refuse de répondre, je préfère ne pas répondre, préfère ne pas répondre, non réponse,"
        " 答えたくない, 回答しない, 回答拒否, 無回答, 応えたくない,"
        " 응답 거부, 응답하지 않음, 거부, 답하고 싶지 않음, 무응답"
    ),
    "left_blank": (
        "no answer, no response, none, null, nil, missing, skipped, blank, nan, empty, not answered, -, --, ---, ., /, ?, x,"
        " 未填写, 未填, 未作答, 未回答, 未填答, 空, (空), (空白), 无, 无答案, 缺失, kosong, en blanco, sin respuesta, sem resposta,"
        " em branco, sans réponse, ninguno, ninguna, nenhum, nenhuma, aucun, aucune, keine, なし, 없음"
    ),
}


def is_no_answer(word: str) -> bool:
    """Whether the normalised word says that there is no answer: not known, not applicable, refused, left blank."""
    return word in _kinds()


def kind_of_no_answer(word: str) -> NoAnswer | None:
    """Which way the normalised word says that there is no answer; None when it may be one."""
    return _kinds().get(word)


@cache
def _kinds() -> dict[str, NoAnswer]:
    return {normalise(word.strip()): kind for kind, words in _WORDS.items() for word in words.split(",")}
