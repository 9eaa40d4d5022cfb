"""The words of Portuguese answer scales: slots run from worst to best, parted by |; see labels_en for the grammar."""

from __future__ import annotations

ADVERBS = {
    "top": "muito, totalmente, completamente, extremamente, plenamente, absolutamente, fortemente, altamente",
    "utmost": "totalmente, completamente, extremamente, plenamente, absolutamente",
    "firm": "-, bastante, parcialmente, um pouco, ligeiramente, moderadamente, mais ou menos",
    "middle": "razoavelmente, medianamente, moderadamente, mais ou menos",
    "not_at_all": "nada {pos}, de modo nenhum {pos}",
    "wholly": "totalmente, completamente, plenamente, fortemente, inteiramente, muito, absolutamente",
    "partly": "parcialmente, em parte, um pouco, ligeiramente, mais do que discordo, mais do que concordo",
    "neither": "não concordo nem discordo, nem concordo nem discordo, nem discordo nem concordo, não discordo nem concordo,"
    " neutro, neutra, indiferente, indeciso, não tenho certeza, sem opinião formada",
}

# family: (favourable, unfavourable, words for the middle besides the usual ones)
PAIRS = {
    "satisfaction": ("satisfeito, satisfeita", "insatisfeito, insatisfeita, não satisfeito, não satisfeita", ""),
    "satisfying": ("satisfatório, satisfatória", "insatisfatório, insatisfatória", ""),
    "agreement": ("de acordo", "em desacordo", "indeciso"),
    "importance": ("importante", "não importante, sem importância", ""),
    "likelihood": ("provável", "improvável, não provável", ""),
    "contentment": ("contente, feliz", "descontente, infeliz", ""),
    "goodness": ("bom, boa, bem, bons, boas", "ruim, mau, má, mal, ruins", "razoável, aceitável, médio"),
    "ease": ("fácil, simples", "difícil, complicado, complicada", ""),
    "use": ("útil", "inútil, não útil", ""),
    "clarity": ("claro, clara", "confuso, confusa", ""),
    "suitability": ("adequado, adequada, apropriado, apropriada", "inadequado, inadequada, inapropriado, inapropriada", ""),
    "comfort": ("confortável", "desconfortável", ""),
    "interest": ("interessado, interessada", "desinteressado, desinteressada", ""),
    "interesting": ("interessante", "desinteressante, não interessante", ""),
    "efficiency": ("eficiente, eficaz", "ineficiente, ineficaz", ""),
    "speed": ("rápido, rápida", "lento, lenta, demorado", ""),
    "fairness": ("justo, justa", "injusto, injusta", ""),
    "valence": ("positivo, positiva", "negativo, negativa", ""),
}

MIDDLE = (
    "neutro, neutra, neutral, indiferente, regular, normal, médio, mais ou menos, razoável, nem um nem outro,"
    " nem {pos} nem {neg}, nem {neg} nem {pos}, {middle} {pos}"
)

SHAPES: tuple[str, ...] = (
    "{top} {neg}, {not_at_all} | {firm} {neg}, pouco {pos}, não muito {pos} | {mid} | {firm} {pos} | {top} {pos}",
    "{not_at_all}, {neg} | pouco {pos}, ligeiramente {pos} | algo {pos}, um pouco {pos}, {mid} | {pos}, bastante {pos} | {top} {pos}",
    "{not_at_all}, {neg} | pouco {pos}, ligeiramente {pos} | {mid}, {pos} | muito {pos}, bastante {pos} | {utmost} {pos}",
    "{top} {neg} | {firm} {neg} | ligeiramente {neg}, um pouco {neg}, parcialmente {neg} | {mid}"
    " | ligeiramente {pos}, um pouco {pos}, parcialmente {pos} | {firm} {pos} | {top} {pos}",
    "{utmost} {neg} | muito {neg} | {firm} {neg} | {mid} | {firm} {pos} | muito {pos} | {utmost} {pos}",
    "{top} {neg}, {not_at_all} | {firm} {neg}, pouco {pos} | {firm} {pos} | {top} {pos}",
    "{not_at_all} | pouco {pos} | bastante {pos}, {pos} | muito {pos}, totalmente {pos}",
    "{neg}, {not_at_all}, pouco {pos} | {mid} | {pos}, muito {pos}",
    "{neg} | {pos}",
)

SETS: dict[str, tuple[str, ...]] = {
    "yes_no": ("não, falso | sim, verdadeiro", "não | em parte, parcialmente, talvez, mais ou menos, às vezes | sim"),
    "agreement": (
        "discordo {wholly}, discordo fortemente, {wholly} em desacordo | discordo, discordo {partly} | {neither}"
        " | concordo, concordo {partly} | concordo {wholly}",
        "discordo {wholly} | discordo, discordo {partly} | concordo, concordo {partly} | concordo {wholly}",
        "discordo {wholly} | discordo | discordo {partly} | {neither} | concordo {partly} | concordo | concordo {wholly}",
        "discordo {wholly} | discordo | discordo {partly} | concordo {partly} | concordo | concordo {wholly}",
        "discordo | {neither} | concordo",
        "discordo | concordo",
    ),
    "importance": (
        "sem importância, nada importante | pouco importante, de pouca importância | moderadamente importante, razoavelmente importante"
        " | importante, bastante importante | muito importante, extremamente importante",
    ),
    "frequency": (
        "nunca, jamais | raramente, quase nunca, poucas vezes | às vezes, algumas vezes, ocasionalmente, de vez em quando"
        " | frequentemente, quase sempre, muitas vezes, geralmente, com frequência, normalmente | sempre, o tempo todo",
        "nunca | raramente, quase nunca | às vezes, ocasionalmente | frequentemente, muitas vezes | muito frequentemente, com muita frequência",
        "nunca | raramente, quase nunca, às vezes | frequentemente, quase sempre, muitas vezes | sempre",
        "nunca | às vezes, algumas vezes | sempre",
    ),
    "likelihood": (
        "definitivamente não, com certeza não, certamente não | provavelmente não | talvez, não tenho certeza, indeciso"
        " | provavelmente sim, provavelmente | definitivamente sim, definitivamente, com certeza, certamente sim, com certeza sim",
    ),
    "quality": (
        "péssimo, péssima, muito ruim, muito mau, muito má | ruim, mau, má | regular, razoável, médio, aceitável, neutro | bom, boa"
        " | ótimo, ótima, excelente, muito bom, muito boa",
        "péssimo, péssima, ruim | regular, razoável | bom, boa | muito bom, muito boa, ótimo, ótima | excelente",
        "péssimo, muito ruim | ruim | regular | bom, boa | muito bom, muito boa, ótimo, ótima | excelente",
        "ruim, péssimo, insuficiente | regular, razoável, suficiente | bom, boa | ótimo, ótima, excelente, muito bom, muito boa",
        "ruim | regular | bom, boa",
    ),
    "expectation": (
        "muito abaixo do esperado, muito pior do que o esperado, muito abaixo das expectativas, muito pior que o esperado"
        " | abaixo do esperado, pior do que o esperado, abaixo das expectativas, pior que o esperado"
        " | dentro do esperado, como esperado, conforme o esperado, dentro das expectativas, igual ao esperado"
        " | acima do esperado, melhor do que o esperado, acima das expectativas, melhor que o esperado"
        " | muito acima do esperado, muito melhor do que o esperado, muito acima das expectativas, muito melhor que o esperado",
        "abaixo do esperado, pior do que o esperado | dentro do esperado, como esperado | acima do esperado, melhor do que o esperado",
    ),
    "comparison": (
        "muito pior | pior, um pouco pior | igual, o mesmo, na mesma | melhor, um pouco melhor | muito melhor",
        "pior | igual, o mesmo | melhor",
    ),
    "extent": (
        "nada, de modo nenhum, de jeito nenhum | pouco, um pouco, muito pouco | mais ou menos, moderadamente, razoavelmente, algo"
        " | bastante, muito | extremamente, completamente, totalmente, muitíssimo",
        "nada | pouco, um pouco | bastante, mais ou menos | muito, totalmente",
    ),
    "knowledge": (
        "nenhum, nenhuma, nenhuma experiência, sem experiência, nenhum conhecimento | iniciante, básico, baixo, limitado, novato"
        " | intermediário, intermédio, médio | avançado, alto | especialista, perito, muito alto",
        "básico, iniciante | intermediário, intermédio, médio | avançado, especialista",
    ),
    "level": ("muito baixo, muito baixa | baixo, baixa | médio, média, regular, moderado | alto, alta | muito alto, muito alta",),
}
