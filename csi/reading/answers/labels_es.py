"""The words of Spanish answer scales: slots run from worst to best, parted by |; see labels_en for the grammar."""

from __future__ import annotations

ADVERBS = {
    "top": "muy, totalmente, completamente, extremadamente, sumamente, absolutamente, fuertemente, plenamente, altamente",
    "utmost": "totalmente, completamente, extremadamente, sumamente, absolutamente, plenamente",
    "firm": "-, bastante, más bien, parcialmente, algo, ligeramente, moderadamente, mayormente",
    "middle": "medianamente, moderadamente, regularmente, más o menos",
    "not_at_all": "nada {pos}, para nada {pos}, en absoluto {pos}",
}

# family: (favourable, unfavourable, words for the middle besides the usual ones)
PAIRS = {
    "satisfaction": ("satisfecho, satisfecha", "insatisfecho, insatisfecha, no satisfecho, no satisfecha", ""),
    "satisfying": ("satisfactorio, satisfactoria", "insatisfactorio, insatisfactoria, no satisfactorio", ""),
    "agreement": ("de acuerdo, acuerdo", "en desacuerdo, desacuerdo", "indeciso, no estoy seguro"),
    "importance": ("importante", "no importante, sin importancia", ""),
    "likelihood": ("probable", "improbable, no probable", ""),
    "contentment": ("contento, contenta", "descontento, descontenta", ""),
    "goodness": ("bueno, buena, bien, buenos, buenas", "malo, mala, mal, malos, malas", "aceptable, intermedio, pasable"),
    "ease": ("fácil, sencillo, sencilla", "difícil, complicado, complicada", ""),
    "use": ("útil", "inútil, no útil", ""),
    "clarity": ("claro, clara", "confuso, confusa, no claro, poco claro", ""),
    "suitability": ("adecuado, adecuada, apropiado, apropiada", "inadecuado, inadecuada, inapropiado, inapropiada", ""),
    "comfort": ("cómodo, cómoda", "incómodo, incómoda", ""),
    "kindness": ("amable", "poco amable, desagradable", ""),
    "interest": ("interesado, interesada", "desinteresado, desinteresada", ""),
    "interesting": ("interesante", "no interesante, aburrido, aburrida", ""),
    "efficiency": ("eficiente, eficaz", "ineficiente, ineficaz", ""),
    "speed": ("rápido, rápida", "lento, lenta", ""),
    "fairness": ("razonable, justo, justa", "irrazonable, injusto, injusta", ""),
    "trust": ("confiable, fiable", "poco confiable, no confiable", ""),
    "familiarity": ("familiarizado, familiarizada", "no familiarizado, no familiarizada", ""),
    "frequent": ("frecuente", "infrecuente, poco frecuente", ""),
    "valence": ("positivo, positiva", "negativo, negativa", ""),
}

MIDDLE = (
    "neutral, neutro, indiferente, regular, normal, intermedio, término medio, más o menos, ni uno ni otro, medio, promedio,"
    " ni {pos} ni {neg}, ni {neg} ni {pos}, {middle} {pos}"
)

SHAPES: tuple[str, ...] = (
    "{top} {neg}, {not_at_all} | {firm} {neg}, poco {pos}, no muy {pos} | {mid} | {firm} {pos} | {top} {pos}",
    "{not_at_all}, {neg} | poco {pos}, ligeramente {pos}, no muy {pos} | algo {pos}, {mid} | {pos}, bastante {pos} | {top} {pos}",
    "{not_at_all}, {neg} | poco {pos}, ligeramente {pos} | algo {pos}, {mid}, {pos} | muy {pos}, bastante {pos} | {utmost} {pos}",
    "{top} {neg} | {firm} {neg} | ligeramente {neg}, algo {neg}, parcialmente {neg} | {mid}"
    " | ligeramente {pos}, algo {pos}, parcialmente {pos} | {firm} {pos} | {top} {pos}",
    "{utmost} {neg} | muy {neg} | {firm} {neg} | {mid} | {firm} {pos} | muy {pos} | {utmost} {pos}",
    "{top} {neg}, {not_at_all} | {firm} {neg}, poco {pos} | {firm} {pos} | {top} {pos}",
    "{not_at_all} | poco {pos} | bastante {pos}, algo {pos}, {pos} | muy {pos}, totalmente {pos}",
    "{top} {neg} | {neg} | algo {neg}, parcialmente {neg}, ligeramente {neg} | algo {pos}, parcialmente {pos}, ligeramente {pos}"
    " | {pos} | {top} {pos}",
    "{neg}, {not_at_all}, poco {pos} | {mid}, algo {pos} | {pos}, muy {pos}",
    "{neg} | {pos}",
)

SETS: dict[str, tuple[str, ...]] = {
    "yes_no": (
        "no, falso | sí, verdadero",
        "no | parcialmente, en parte, tal vez, quizás, quizá, a veces, más o menos | sí",
        "no, definitivamente no, no para nada | probablemente no, creo que no | tal vez, quizás, quizá"
        " | probablemente sí, creo que sí, sí parcialmente | sí, definitivamente sí, sí totalmente",
    ),
    "importance": (
        "sin importancia, nada importante, no importante | de poca importancia, poco importante"
        " | moderadamente importante, de importancia media, algo importante | importante, bastante importante"
        " | muy importante, de mucha importancia",
    ),
    "frequency": (
        "nunca, jamás | casi nunca, rara vez, raramente, muy pocas veces, pocas veces | a veces, algunas veces, ocasionalmente, de vez en cuando"
        " | casi siempre, a menudo, frecuentemente, con frecuencia, muchas veces, usualmente, generalmente, regularmente | siempre, todo el tiempo",
        "nunca | rara vez, raramente, casi nunca | ocasionalmente, a veces, algunas veces | frecuentemente, a menudo, con frecuencia"
        " | muy frecuentemente, muy a menudo, con mucha frecuencia",
        "nunca | casi nunca, rara vez, a veces | casi siempre, frecuentemente, a menudo | siempre",
        "nunca | a veces, algunas veces | siempre",
    ),
    "likelihood": (
        "definitivamente no, seguro que no | probablemente no | tal vez, quizás, quizá, no estoy seguro, indeciso | probablemente sí, probablemente"
        " | definitivamente sí, definitivamente, seguro que sí",
    ),
    "quality": (
        "pésimo, pésima, muy malo, muy mala, muy mal | malo, mala, mal, deficiente | regular, aceptable, normal, neutral"
        " | bueno, buena, bien | excelente, muy bueno, muy buena, muy bien, óptimo",
        "deficiente, malo, mala | regular, insuficiente | aceptable, suficiente | bueno, buena, bien, notable | excelente, sobresaliente",
        "deficiente, malo, mala | regular | bueno, buena, bien | muy bueno, muy buena, muy bien, notable | excelente, sobresaliente",
        "malo, mala, mal, deficiente | regular, aceptable | bueno, buena, bien | muy bueno, muy buena, muy bien, excelente",
        "muy malo, muy mala | malo, mala | regular | bueno, buena | muy bueno, muy buena | excelente",
        "malo, mala, mal | regular | bueno, buena, bien",
    ),
    "expectation": (
        "mucho peor de lo esperado, mucho peor de lo que esperaba, muy por debajo de lo esperado, muy por debajo de mis expectativas"
        " | peor de lo esperado, peor de lo que esperaba, por debajo de lo esperado, por debajo de mis expectativas"
        " | como esperaba, lo esperado, como lo esperaba, igual a lo esperado, según lo esperado, cumplió mis expectativas"
        " | mejor de lo esperado, mejor de lo que esperaba, por encima de lo esperado, superó mis expectativas"
        " | mucho mejor de lo esperado, mucho mejor de lo que esperaba, muy por encima de lo esperado, superó ampliamente mis expectativas",
        "peor de lo esperado, por debajo de lo esperado | como esperaba, lo esperado | mejor de lo esperado, por encima de lo esperado",
    ),
    "comparison": (
        "mucho peor | peor, algo peor, un poco peor | igual, lo mismo, sin cambios | mejor, algo mejor, un poco mejor | mucho mejor",
        "mucho menor | menor, algo menor | igual, igual que antes | mayor, algo mayor | mucho mayor",
        "peor | igual | mejor",
    ),
    "extent": (
        "nada, en absoluto, para nada | poco, un poco, muy poco | algo, regular, moderadamente, más o menos"
        " | bastante, mucho | muchísimo, totalmente, completamente, extremadamente, demasiado",
        "nada | poco, un poco | algo, regular | bastante | mucho, totalmente, completamente",
        "nada | poco, un poco | algo, bastante | mucho, totalmente",
        "no, nada, en absoluto, no del todo | parcialmente, en parte, medianamente, más o menos | totalmente, completamente, por completo, sí totalmente",
    ),
    "knowledge": (
        "ninguno, ninguna, ningún conocimiento, ninguna experiencia, sin experiencia, sin conocimiento, nulo"
        " | principiante, novato, básico, bajo, limitado | intermedio, medio, moderado | avanzado, alto | experto, experta, muy alto",
        "ninguno, ninguna, sin experiencia | básico, principiante | intermedio, medio | avanzado, experto",
        "básico, principiante | intermedio, medio | avanzado, experto",
    ),
    "level": ("muy bajo, muy baja | bajo, baja | medio, media, regular, moderado | alto, alta | muy alto, muy alta",),
}
