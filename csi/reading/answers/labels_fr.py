"""The words of French answer scales: slots run from worst to best, parted by |; see labels_en for the grammar."""

from __future__ import annotations

ADVERBS = {
    "top": "très, tout à fait, extrêmement, totalement, entièrement, complètement, parfaitement, pleinement, fortement, absolument",
    "utmost": "tout à fait, extrêmement, totalement, entièrement, complètement, parfaitement, pleinement",
    "firm": "-, plutôt, assez, en partie, partiellement, légèrement, un peu",
    "middle": "moyennement, modérément, relativement",
    "not_at_all": "pas du tout {pos}, vraiment pas {pos}, absolument pas {pos}, aucunement {pos}",
    "hardly": "plutôt pas {pos}, peu {pos}, pas très {pos}, pas vraiment {pos}, pas tellement {pos}, pas tout à fait {pos}, pas {pos}, pas trop {pos}",
}

# family: (favourable, unfavourable, words for the middle besides the usual ones)
PAIRS = {
    "satisfaction": (
        "satisfait, satisfaite, satisfaits, satisfaites",
        "insatisfait, insatisfaite, mécontent, mécontente, pas satisfait, pas satisfaite, non satisfait, non satisfaite",
        "",
    ),
    "satisfying": ("satisfaisant, satisfaisante", "insatisfaisant, insatisfaisante, pas satisfaisant, non satisfaisant", ""),
    "agreement": ("d'accord, en accord", "pas d'accord, en désaccord", "indécis, sans avis tranché, partagé"),
    "importance": ("important, importante", "pas important, pas importante, sans importance, non important", ""),
    "likelihood": ("probable", "improbable, pas probable", ""),
    "contentment": ("content, contente, heureux, heureuse", "mécontent, mécontente, malheureux", ""),
    "goodness": (
        "bon, bonne, bien, bons, bonnes",
        "mauvais, mauvaise, mal, mauvaises",
        "passable, correct, acceptable, médiocre",
    ),
    "ease": ("facile, simple, aisé", "difficile, compliqué, compliquée", ""),
    "use": ("utile", "inutile, pas utile", ""),
    "clarity": ("clair, claire", "pas clair, pas claire, confus, confuse", ""),
    "suitability": ("adapté, adaptée, approprié, appropriée", "inadapté, inadaptée, inapproprié, pas adapté", ""),
    "comfort": ("confortable, à l'aise", "inconfortable, mal à l'aise", ""),
    "interest": ("intéressé, intéressée", "pas intéressé, pas intéressée", ""),
    "interesting": ("intéressant, intéressante", "inintéressant, pas intéressant, pas intéressante", ""),
    "efficiency": ("efficace", "inefficace, pas efficace", ""),
    "speed": ("rapide", "lent, lente", ""),
    "kindness": ("agréable, aimable", "désagréable", ""),
    "trust": ("confiant, confiante", "méfiant, méfiante", ""),
    "frequent": ("fréquent, fréquente", "rare", ""),
    "valence": ("positif, positive", "négatif, négative", ""),
}

MIDDLE = (
    "neutre, moyen, moyenne, moyennement, sans opinion tranchée, indifférent, indifférente, mitigé, mitigée, ni l'un ni l'autre,"
    " ni {pos} ni {neg}, ni {neg} ni {pos}, ni {pos} ni pas {pos}, {middle} {pos}"
)

SHAPES: tuple[str, ...] = (
    "{not_at_all}, {top} {neg} | {hardly}, {firm} {neg} | {mid} | {firm} {pos} | {top} {pos}",
    "{not_at_all}, {neg} | peu {pos}, légèrement {pos}, un peu {pos} | {mid}, assez {pos} | {pos}, plutôt {pos} | {top} {pos}",
    "{not_at_all}, {neg} | peu {pos}, un peu {pos} | {mid}, assez {pos} | très {pos}, plutôt {pos}, {pos} | {utmost} {pos}",
    "{not_at_all}, {top} {neg} | {firm} {neg}, pas {pos} | légèrement {neg}, plutôt {neg}, un peu {neg}, plutôt pas {pos} | {mid}"
    " | légèrement {pos}, plutôt {pos}, un peu {pos} | {firm} {pos} | {top} {pos}",
    "{not_at_all}, {top} {neg} | {hardly}, {firm} {neg} | {firm} {pos} | {top} {pos}",
    "{not_at_all}, {top} {neg} | pas {pos}, {neg} | plutôt pas {pos}, plutôt {neg}, légèrement {neg}"
    " | plutôt {pos}, légèrement {pos} | {pos} | {top} {pos}",
    "{neg} | {firm} {pos}, peu {pos} | {top} {pos}",
    "{neg}, {not_at_all}, peu {pos} | {mid} | {pos}, {top} {pos}",
    "{neg} | {pos}",
)

SETS: dict[str, tuple[str, ...]] = {
    "yes_no": (
        "non, faux | oui, vrai",
        "non | en partie, partiellement, peut-être, plus ou moins | oui",
        "non pas du tout, pas du tout, non | plutôt non, pas vraiment | plutôt oui | oui tout à fait, tout à fait, oui",
    ),
    "frequency": (
        "jamais | rarement, presque jamais | parfois, quelquefois, de temps en temps, occasionnellement"
        " | souvent, fréquemment, régulièrement, la plupart du temps, presque toujours | toujours, tout le temps, systématiquement",
        "jamais | rarement | parfois, quelquefois, de temps en temps, occasionnellement | souvent, fréquemment, régulièrement"
        " | très souvent, très fréquemment",
        "jamais | rarement, parfois, quelquefois, de temps en temps | souvent, régulièrement | toujours, très souvent",
        "jamais | parfois, quelquefois, de temps en temps | souvent, toujours",
    ),
    "likelihood": (
        "certainement pas, sûrement pas, absolument pas, en aucun cas | probablement pas, sans doute pas | peut-être, je ne suis pas sûr"
        " | probablement, probablement oui, sans doute | certainement, oui certainement, sûrement, absolument",
        "non certainement pas, certainement pas | non probablement pas, probablement pas | oui probablement, probablement"
        " | oui certainement, certainement",
    ),
    "quality": (
        "très mauvais, très mauvaise, nul, nulle, très insuffisant | mauvais, mauvaise, insuffisant, insuffisante, médiocre"
        " | moyen, moyenne, passable, correct, correcte, acceptable, neutre | bon, bonne, bien | très bon, très bonne, excellent, excellente, très bien",
        "très mauvais, très mauvaise | mauvais, mauvaise | moyen, moyenne, passable | bon, bonne | très bon, très bonne | excellent, excellente",
        "très mauvais, très mauvaise | mauvais, mauvaise | bon, bonne, moyen, moyenne | très bon, très bonne | excellent, excellente",
        "mauvais, mauvaise, insuffisant | moyen, moyenne, passable, médiocre | bon, bonne, satisfaisant | très bon, très bonne, excellent, excellente",
        "mauvais, mauvaise | passable, moyen, moyenne | bon, bonne, assez bien | très bon, très bonne, bien | excellent, excellente, très bien",
    ),
    "expectation": (
        "bien en dessous des attentes, bien en dessous de mes attentes, très en dessous de mes attentes, bien pire que prévu,"
        " bien moins bien que prévu"
        " | en dessous des attentes, en dessous de mes attentes, pire que prévu, moins bien que prévu"
        " | conforme aux attentes, conforme à mes attentes, comme prévu, à la hauteur de mes attentes"
        " | au-dessus des attentes, au-dessus de mes attentes, au dessus de mes attentes, mieux que prévu"
        " | bien au-dessus des attentes, bien au-dessus de mes attentes, bien au dessus de mes attentes, bien mieux que prévu",
        "en dessous des attentes, en dessous de mes attentes | conforme aux attentes, conforme à mes attentes"
        " | au-dessus des attentes, au-dessus de mes attentes",
    ),
    "comparison": (
        "beaucoup moins bien, bien pire | moins bien, un peu moins bien, pire | pareil, identique, la même chose, inchangé"
        " | mieux, un peu mieux | beaucoup mieux, bien mieux",
        "moins bien, pire | pareil, identique | mieux",
    ),
    "extent": (
        "pas du tout, aucunement, nullement | un peu, peu, très peu | moyennement, modérément | beaucoup, assez, plutôt"
        " | énormément, extrêmement, totalement, tout à fait, complètement",
        "pas du tout | un peu, peu, pas vraiment | assez, plutôt, moyennement | beaucoup, tout à fait, totalement",
    ),
    # a limited experience is more than a novice's for some authors and less for others
    "knowledge": (
        "aucun, aucune, aucune expérience, aucune connaissance, sans expérience | novice, débutant, débutante | limité, limitée, basique"
        " | habitué, habituée, intermédiaire, moyen | avancé, avancée, confirmé | expert, experte",
        "aucun, aucune, aucune expérience, aucune connaissance, sans expérience | limité, limitée, basique | novice, débutant, débutante"
        " | habitué, habituée, intermédiaire, moyen | avancé, avancée, confirmé | expert, experte",
        "aucun, aucune, aucune expérience, aucune connaissance, sans expérience, nul"
        " | débutant, débutante, novice, limité, limitée, faible, basique, notions"
        " | intermédiaire, moyen, moyenne, habitué, habituée | avancé, avancée, bon, confirmé, confirmée | expert, experte, excellent",
        "débutant, débutante, novice | intermédiaire, moyen | avancé, confirmé, expert",
    ),
    "level": (
        "très faible, très bas | faible, bas | moyen, moyenne | élevé, élevée, fort, forte, haut | très élevé, très élevée, très fort",
    ),
}
