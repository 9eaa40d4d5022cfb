"""The words of German answer scales: slots run from worst to best, parted by |; see labels_en for the grammar."""

from __future__ import annotations

ADVERBS = {
    "top": "sehr, äußerst, extrem, völlig, vollkommen, vollständig, absolut, total, voll und ganz, besonders, höchst, außerordentlich",
    "utmost": "äußerst, extrem, völlig, vollkommen, vollständig, absolut, voll und ganz",
    "firm": "-, eher, ziemlich, überwiegend, recht, größtenteils",
    "hardly": "eher nicht {pos}, wenig {pos}, weniger {pos}, kaum {pos}, nicht sehr {pos}, nicht besonders {pos}, nicht so {pos}, etwas {neg}, teilweise {neg}",
    "not_at_all": "überhaupt nicht {pos}, gar nicht {pos}, ganz und gar nicht {pos}, absolut nicht {pos}",
    "middle": "mittelmäßig, mäßig, teilweise, einigermaßen, mittel, durchschnittlich, etwas",
    "part": "teils/teils, teils-teils, teils teils, teils, teilweise, weder noch, weder/noch, neutral, unentschieden, unsicher, mittel, halb/halb, mittelmäßig",
    "agree": "stimme, ich stimme, trifft, trifft auf mich",
    "fully": "voll, voll und ganz, vollständig, völlig, vollkommen, stark, sehr, absolut, uneingeschränkt, ganz, ganz und gar, sehr stark, genau, total",
    "rather": "eher, überwiegend, größtenteils, teilweise, weitgehend, etwas, ein wenig, ziemlich",
    "not": "überhaupt nicht, gar nicht, ganz und gar nicht, absolut nicht, keinesfalls, keineswegs, auf keinen fall",
    "rather_not": "eher nicht, weniger, kaum, überwiegend nicht, größtenteils nicht, wenig",
    "refuse_fully": "lehne stark ab, lehne völlig ab, lehne voll ab, lehne vollständig ab, lehne voll und ganz ab, lehne sehr ab, lehne entschieden ab",
}

# family: (favourable, unfavourable, words for the middle besides the usual ones)
PAIRS = {
    "satisfaction": ("zufrieden", "unzufrieden, nicht zufrieden", ""),
    "satisfying": ("zufriedenstellend", "nicht zufriedenstellend", ""),
    "agreement": ("einverstanden", "nicht einverstanden", ""),
    "importance": ("wichtig", "unwichtig, nicht wichtig", ""),
    "likelihood": ("wahrscheinlich", "unwahrscheinlich, nicht wahrscheinlich", ""),
    "goodness": ("gut", "schlecht, nicht gut", "befriedigend"),
    "ease": ("einfach, leicht", "schwierig, schwer, kompliziert, nicht einfach", ""),
    "help": ("hilfreich", "nicht hilfreich", ""),
    "use": ("nützlich, sinnvoll", "nutzlos, nicht nützlich, nicht sinnvoll, unnütz", ""),
    "clarity": ("verständlich, klar", "unverständlich, unklar, nicht verständlich", ""),
    "suitability": ("angemessen, geeignet, passend", "unangemessen, ungeeignet, unpassend, nicht angemessen", ""),
    "comfort": ("angenehm, bequem", "unangenehm, unbequem", ""),
    "kindness": ("freundlich", "unfreundlich, nicht freundlich", ""),
    "interest": ("interessiert", "nicht interessiert, uninteressiert", ""),
    "interesting": ("interessant", "uninteressant, nicht interessant", ""),
    "trust": ("vertrauenswürdig, zuverlässig", "nicht vertrauenswürdig, unzuverlässig", ""),
    "speed": ("schnell", "langsam", ""),
    "happiness": ("glücklich", "unglücklich", ""),
    "relevance": ("relevant", "irrelevant, nicht relevant", ""),
    "valence": ("positiv", "negativ", ""),
}

MIDDLE = (
    "neutral, teils/teils, teils-teils, teils teils, teils, weder noch, weder/noch, mittelmäßig, mittel, unentschieden, durchschnittlich,"
    " geht so, es geht, mäßig, einigermaßen, teilweise, ok, okay, normal, weder {pos} noch {neg}, weder {neg} noch {pos}, {middle} {pos}"
)

SHAPES: tuple[str, ...] = (
    "{top} {neg}, {not_at_all} | {firm} {neg}, {hardly} | {mid} | {firm} {pos} | {top} {pos}",
    "{neg}, {not_at_all} | eher {neg}, {hardly} | {mid} | {firm} {pos} | {top} {pos}",
    "{neg}, {not_at_all} | {hardly} | {pos}, ziemlich {pos}, {middle} {pos} | sehr {pos} | {utmost} {pos}",
    "{top} {neg}, {not_at_all} | {firm} {neg} | eher {neg}, etwas {neg}, eher nicht {pos} | {mid} | eher {pos}, etwas {pos}"
    " | {firm} {pos} | {top} {pos}",
    "{utmost} {neg} | sehr {neg} | {firm} {neg} | {mid} | {firm} {pos} | sehr {pos} | {utmost} {pos}",
    "{top} {neg}, {not_at_all} | {firm} {neg}, {hardly} | {firm} {pos} | {top} {pos}",
    "{neg}, {not_at_all} | {hardly}, eher {neg} | eher {pos}, ziemlich {pos} | {pos}, sehr {pos}",
    "{neg}, {not_at_all} | {hardly} | {pos} | sehr {pos}",
    "{top} {neg} | {neg} | eher {neg}, etwas {neg}, eher nicht {pos} | eher {pos}, etwas {pos} | {pos} | {top} {pos}",
    "{neg} | {firm} {pos}, {middle} {pos} | {top} {pos}",
    "{neg} | {mid}, {hardly} | {pos}",
    "{neg} | {pos}",
)

SETS: dict[str, tuple[str, ...]] = {
    "yes_no": (
        "nein, falsch | ja, richtig, wahr",
        "nein | teilweise, zum teil, vielleicht, teils/teils, manchmal, eventuell | ja",
        "nein | eher nein | eher ja | ja",
        "nein, auf keinen fall, keinesfalls, sicher nicht, bestimmt nicht | eher nicht, eher nein, wahrscheinlich nicht"
        " | vielleicht, unentschieden, weiß noch nicht, möglicherweise | eher ja, wahrscheinlich, eher schon, wahrscheinlich ja"
        " | ja, auf jeden fall, sicher, bestimmt, ganz sicher",
    ),
    "agreement": (
        "{agree} {not} zu, {refuse_fully} | {agree} {rather_not} zu, {agree} nicht zu, lehne ab, lehne eher ab | {part}, {agree} teilweise zu"
        " | {agree} {rather} zu, {agree} zu | {agree} {fully} zu",
        "{agree} nicht zu, {agree} {not} zu | {agree} {rather_not} zu | {part}, {agree} teilweise zu, {agree} teils zu"
        " | {agree} {rather} zu | {agree} zu, {agree} {fully} zu",
        "{agree} {not} zu, {refuse_fully} | {agree} {rather_not} zu, {agree} nicht zu, lehne ab, lehne eher ab | {agree} {rather} zu, {agree} zu"
        " | {agree} {fully} zu",
        "{agree} nicht zu | {agree} {rather_not} zu | {agree} {rather} zu | {agree} zu",
        "{agree} {not} zu | {agree} nicht zu | {agree} {rather_not} zu | {part} | {agree} {rather} zu | {agree} zu | {agree} {fully} zu",
        "{agree} {not} zu | {agree} nicht zu | {agree} {rather_not} zu | {agree} {rather} zu | {agree} zu | {agree} {fully} zu",
        "{agree} nicht zu, lehne ab, nicht zutreffend | {part}, {agree} teilweise zu, teilweise zutreffend | {agree} zu, zutreffend",
        "{agree} nicht zu | {agree} zu",
        "ablehnung, starke ablehnung | eher ablehnung | {part} | eher zustimmung | zustimmung, starke zustimmung, volle zustimmung",
    ),
    "fit": (
        "überhaupt nicht zutreffend, gar nicht zutreffend, nicht zutreffend | eher nicht zutreffend, kaum zutreffend, wenig zutreffend"
        " | {part}, teilweise zutreffend | eher zutreffend, zutreffend | voll zutreffend, völlig zutreffend, sehr zutreffend, zutreffend,"
        " voll und ganz zutreffend",
    ),
    "frequency": (
        "nie, niemals | selten, fast nie | manchmal, gelegentlich, ab und zu, hin und wieder | oft, häufig, meistens, fast immer, regelmäßig"
        " | immer, jedes mal, ständig",
        "nie, niemals, gar nicht | selten, sehr selten | gelegentlich, manchmal, ab und zu | häufig, oft, regelmäßig | sehr häufig, sehr oft",
        "gar nicht, nie, überhaupt nicht | selten, sehr selten | eher selten | eher häufig, häufig, eher oft | sehr häufig, sehr oft",
        "nie | selten, manchmal, gelegentlich | oft, häufig | immer, sehr oft, sehr häufig",
        "nie | manchmal, gelegentlich, selten | immer, oft, häufig",
    ),
    "quality": (
        "sehr schlecht, ungenügend, miserabel, katastrophal | schlecht, mangelhaft, eher schlecht"
        " | mittelmäßig, durchschnittlich, mittel, befriedigend, ausreichend, geht so, okay, ok, neutral | gut, eher gut"
        " | sehr gut, ausgezeichnet, hervorragend, exzellent",
        "ungenügend | mangelhaft | ausreichend | befriedigend | gut | sehr gut",
        "schlecht, mangelhaft, mäßig | mittelmäßig, befriedigend, durchschnittlich | gut | sehr gut | ausgezeichnet, hervorragend, exzellent",
        "schlecht | mittelmäßig, durchschnittlich, befriedigend | gut",
    ),
    "expectation": (
        "viel schlechter als erwartet, weit unter den erwartungen, deutlich schlechter als erwartet, erwartungen bei weitem nicht erfüllt"
        " | schlechter als erwartet, unter den erwartungen, etwas schlechter als erwartet, erwartungen nicht erfüllt"
        " | wie erwartet, entspricht den erwartungen, erwartungen erfüllt, den erwartungen entsprechend"
        " | besser als erwartet, über den erwartungen, etwas besser als erwartet, erwartungen übertroffen"
        " | viel besser als erwartet, weit über den erwartungen, deutlich besser als erwartet, erwartungen weit übertroffen",
        "schlechter als erwartet | wie erwartet | besser als erwartet",
    ),
    "comparison": (
        "viel schlechter, deutlich schlechter | schlechter, etwas schlechter | gleich, gleich gut, unverändert, genauso"
        " | besser, etwas besser | viel besser, deutlich besser",
        "schlechter | gleich, unverändert | besser",
    ),
    "extent": (
        "gar nicht, überhaupt nicht, nicht | wenig, ein wenig, kaum, etwas, sehr wenig | mittelmäßig, mäßig, mittel, teilweise, einigermaßen"
        " | ziemlich, stark, viel, überwiegend | sehr, sehr stark, sehr viel, äußerst, voll und ganz, völlig, außerordentlich",
        "gar nicht, überhaupt nicht | wenig, ein wenig, kaum, eher nicht | ziemlich, eher, überwiegend, etwas | sehr, voll und ganz, völlig, sehr stark",
    ),
    "knowledge": (
        "keine, keine erfahrung, keine kenntnisse, gar keine | anfänger, wenig, geringe, grundkenntnisse, einsteiger, geringe erfahrung"
        " | mittel, mittlere, fortgeschrittene anfänger, durchschnittlich, etwas erfahrung | fortgeschritten, gute, viel, gute kenntnisse"
        " | experte, expertin, sehr gute, sehr viel, sehr gute kenntnisse",
        "anfänger | fortgeschritten | experte, profi",
    ),
    "level": ("sehr niedrig, sehr gering | niedrig, gering | mittel, durchschnittlich, mäßig | hoch | sehr hoch",),
}
