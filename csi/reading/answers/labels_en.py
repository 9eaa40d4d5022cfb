"""The words of English answer scales, as a small grammar: slots run from worst to best, parted by |; a slot lists its synonyms.

{top} {firm} {light} stand for adverbs, {pos} {neg} {mid} for the adjectives of a pair; "-" is no adverb at all.
"""

from __future__ import annotations

ADVERBS = {
    "top": "very, extremely, completely, totally, highly, fully, strongly, absolutely, entirely, definitely",
    "utmost": "extremely, completely, totally, absolutely, entirely, fully",
    "firm": "-, moderately, mostly, quite, fairly, generally, rather, mainly",
    "light": "slightly, somewhat, a little, a bit, partly, partially, tend to",
    "not_at_all": "not at all, not {pos} at all",
    "fully": "strongly, completely, totally, fully, very much, a lot, entirely, absolutely",
    "partly": "somewhat, slightly, a little, a bit, partly, mostly, moderately, to some extent",
    "undecided": "neutral, neither, neither agree nor disagree, neither disagree nor agree, undecided, unsure, not sure, in between",
}

# family: (favourable, unfavourable, words for the middle besides the usual ones)
PAIRS = {
    "satisfaction": ("satisfied", "dissatisfied, unsatisfied, not satisfied", "indifferent"),
    "agreement": ("agree", "disagree", "undecided, not decided, unsure"),
    "importance": ("important", "unimportant, not important", ""),
    "likelihood": ("likely", "unlikely, not likely", "undecided, unsure"),
    "happiness": ("happy", "unhappy, not happy", "indifferent"),
    "goodness": ("good", "bad, poor", "fair, acceptable, satisfactory, adequate"),
    "ease": ("easy", "difficult, hard", ""),
    "help": ("helpful", "unhelpful, not helpful", ""),
    "use": ("useful", "useless, not useful", ""),
    "comfort": ("comfortable", "uncomfortable, not comfortable", ""),
    "willingness": ("willing", "unwilling, not willing", "undecided, unsure"),
    "convenience": ("convenient", "inconvenient, not convenient", ""),
    "clarity": ("clear", "unclear, not clear", ""),
    "fairness": ("reasonable", "unreasonable, not reasonable", ""),
    "trust": ("confident", "unconfident, not confident", "undecided, unsure"),
    "valence": ("positive", "negative", "mixed"),
    "interest": ("interested", "uninterested, not interested, disinterested", ""),
    "interesting": ("interesting", "uninteresting, not interesting, boring", ""),
    "familiarity": ("familiar", "unfamiliar, not familiar", ""),
    "awareness": ("aware", "unaware, not aware", ""),
    "effect": ("effective", "ineffective, not effective", ""),
    "efficiency": ("efficient", "inefficient, not efficient", ""),
    "kindness": ("friendly", "unfriendly, not friendly", ""),
    "manners": ("polite, courteous", "impolite, rude, not polite", ""),
    "skill": ("professional", "unprofessional, not professional", ""),
    "knowledgeable": ("knowledgeable", "not knowledgeable, unknowledgeable", ""),
    "reliability": ("reliable", "unreliable, not reliable", ""),
    "speed": ("fast, quick", "slow", ""),
    "cleanness": ("clean", "dirty, not clean, unclean", ""),
    "safety": ("safe", "unsafe, not safe", ""),
    "truth": ("true, true of me, true for me", "untrue, false, not true, untrue of me, not true of me", ""),
    "suitability": ("appropriate, suitable", "inappropriate, unsuitable, not appropriate", ""),
    "enjoyment": ("enjoyable", "unenjoyable, not enjoyable", ""),
    "relevance": ("relevant", "irrelevant, not relevant", ""),
    "pleasure": ("pleased", "displeased, not pleased", ""),
    "worth": ("valuable", "worthless, not valuable", ""),
    "probability": ("probable", "improbable, not probable", ""),
    "desire": ("desirable", "undesirable, not desirable", ""),
    "acceptance": ("acceptable", "unacceptable, not acceptable", ""),
    "support": ("supportive", "unsupportive, not supportive", ""),
    "ease_of_reach": ("accessible", "inaccessible, not accessible", ""),
}

MIDDLE = (
    "neutral, average, ok, okay, so-so, neither, moderate, in between, indifferent, "
    "neither {pos} nor {neg}, neither {neg} nor {pos}, neither {pos} or {neg}, neither {neg} or {pos}"
)

SHAPES: tuple[str, ...] = (
    "{top} {neg} | {firm} {neg}, {light} {neg}, not very {pos} | {mid} | {firm} {pos}, {light} {pos} | {top} {pos}",
    "not at all {pos}, {neg} | slightly {pos}, a little {pos}, not very {pos} | moderately {pos}, somewhat {pos}"
    " | very {pos}, quite {pos} | extremely {pos}, completely {pos}, totally {pos}",
    "{top} {neg} | {firm} {neg} | {light} {neg} | {mid} | {light} {pos} | {firm} {pos} | {top} {pos}",
    "{utmost} {neg} | very {neg} | {firm} {neg}, {light} {neg} | {mid} | {firm} {pos}, {light} {pos} | very {pos} | {utmost} {pos}",
    "{top} {neg} | moderately {neg}, mostly {neg}, quite {neg} | slightly {neg}, somewhat {neg} | {mid}"
    " | slightly {pos}, somewhat {pos} | moderately {pos}, mostly {pos}, quite {pos} | {top} {pos}",
    "{top} {neg}, not at all {pos} | {firm} {neg}, {light} {neg}, not very {pos} | {firm} {pos}, {light} {pos} | {top} {pos}",
    "not at all {pos}, {neg} | slightly {pos}, not very {pos}, a little {pos} | somewhat {pos}, fairly {pos}, quite {pos}, {pos}"
    " | very {pos}, extremely {pos}",
    "{neg} | somewhat {pos}, slightly {pos} | {pos} | very {pos}, extremely {pos}",
    "{top} {neg} | {firm} {neg} | {light} {neg} | {light} {pos} | {firm} {pos} | {top} {pos}",
    "not at all {pos}, {neg} | somewhat {pos}, moderately {pos} | very {pos}, extremely {pos}",
    "{neg} | {mid} | {pos}",
    "{neg} | {pos}",
)

SETS: dict[str, tuple[str, ...]] = {
    "yes_no": (
        "no, n, false | yes, y, true",
        "definitely no, absolutely not, no definitely not, no not at all | probably no, probably not, no probably not | maybe, perhaps"
        " | probably yes, yes probably | definitely yes, yes definitely, yes absolutely",
        "no | partly, partially, somewhat, maybe, to some extent, to some degree, sometimes, in part | yes",
    ),
    "agreement": (
        "disagree {fully} | disagree, disagree {partly}, {partly} disagree, tend to disagree | {undecided}"
        " | agree, agree {partly}, {partly} agree, tend to agree | agree {fully}",
        "disagree {fully} | disagree | disagree {partly} | {undecided} | agree {partly} | agree | agree {fully}",
        "disagree {fully} | disagree, disagree {partly} | agree, agree {partly} | agree {fully}",
        "strong no, hard no | no | neutral | yes | strong yes, hard yes",
    ),
    "importance": (
        "not at all important, unimportant, not important | slightly important, less important, of little importance"
        " | moderately important, neutral, of average importance, average importance"
        " | important, somewhat important | very important",
        "not at all important, unimportant, not important | less important, of little importance"
        " | neutral, of average importance, average importance | very important | extremely important, essential, absolutely essential",
    ),
    "frequency": (
        "never | rarely, seldom, almost never, hardly ever | sometimes, occasionally | often, frequently, usually"
        " | always, every time, all the time",
        "never | rarely, seldom | sometimes, occasionally | often, frequently | very often, very frequently",
        "almost never | seldom, rarely | sometimes | often, frequently | almost always",
        "never | rarely, seldom | occasionally | sometimes | frequently, often | usually, very often | always, every time",
        "never | very rarely | rarely | occasionally | frequently | very frequently",
        "never | rarely, sometimes, occasionally | often, frequently, usually | always",
        "never | sometimes, occasionally | often, always",
        "never, not at all | almost never, rarely | sometimes | fairly often, often, quite often | very often, always, almost always",
        "never | sometimes, rarely, occasionally | about half the time | most of the time, usually, often | always",
        "none of the time, never | a little of the time, rarely | some of the time, sometimes | most of the time, often | all of the time, always",
        "not at all, never | once in a while, rarely | sometimes, occasionally | fairly often, often | frequently if not always, very often",
    ),
    "likelihood": (
        "definitely not, definitely will not, definitely would not, certainly not | probably not, probably will not, probably would not"
        " | might or might not, maybe, possibly, not sure | probably, probably will, probably would, probably yes"
        " | definitely, definitely will, definitely would, definitely yes",
    ),
    "quality": (
        "very poor, terrible, very bad, awful, horrible, unacceptable | poor, bad, below average"
        " | average, fair, ok, okay, acceptable, neutral, satisfactory, adequate | good, above average"
        " | excellent, very good, outstanding, great",
        "poor, very poor | fair, below average | good, average | very good, above average | excellent, outstanding",
        "poor | fair, average | good | excellent, very good",
        "poor, bad, below average | average, fair, ok, okay | good, above average",
        "very poor | poor | below average, fair | average | above average, good | very good | excellent, outstanding",
    ),
    "expectation": (
        "much worse than expected, far below expectations, well below expectations, far short of expectations"
        " | worse than expected, below expectations, short of expectations, somewhat below expectations"
        " | as expected, met expectations, meets expectations, equals expectations, equal to expectations, about as expected"
        " | better than expected, above expectations, exceeds expectations, exceeded expectations, somewhat above expectations"
        " | much better than expected, far above expectations, well above expectations, greatly exceeds expectations,"
        " far exceeded expectations, far exceeds expectations",
        "worse than expected, below expectations, did not meet expectations | as expected, met expectations, meets expectations"
        " | better than expected, above expectations, exceeded expectations, exceeds expectations",
    ),
    "comparison": (
        "much worse | worse, somewhat worse, a little worse, slightly worse | about the same, the same, same"
        " | better, somewhat better, a little better, slightly better | much better",
        "worse | about the same, the same, same | better",
    ),
    "extent": (
        "not at all | a little, slightly, to a small extent, very little | somewhat, moderately, to some extent, to a moderate extent"
        " | quite a bit, very, a lot, quite a lot, to a large extent, to a great extent"
        " | a great deal, extremely, completely, very much, to a very large extent, to a very great extent",
        "none at all, none, nothing, nothing at all | a little, very little | a moderate amount, some, a fair amount | a lot, quite a bit, quite a lot"
        " | a great deal, very much",
        "not at all, none | to a very small extent, very little | to a small extent, a little | to some extent, to a moderate extent, somewhat"
        " | to a large extent, to a great extent | to a very large extent, to a very great extent",
        "not at all | to some extent, to a small extent | to a large extent, to a great extent | completely, fully",
        "not at all | a little, slightly, somewhat | quite a bit, moderately, quite a lot | a great deal, very much, a lot, extremely",
    ),
    "knowledge": (
        "none, no experience, no knowledge, never used it, not at all experienced, no experience at all"
        " | beginner, novice, basic, limited, some experience, elementary, very limited, fundamental awareness"
        " | intermediate, moderate, average, competent | advanced, proficient, good, experienced, very experienced"
        " | expert, extensive, excellent, professional, highly experienced",
        "none, no experience, no knowledge | beginner, novice, basic, limited | intermediate, moderate | advanced, expert, extensive",
        "beginner, novice, basic, elementary | intermediate, moderate | advanced, expert, proficient",
    ),
    "level": (
        "very low, extremely low | low, below average | medium, moderate, average, neutral, neither high nor low | high, above average"
        " | very high, extremely high",
        "none, no | very low, very mild | low, mild | medium, moderate | high, severe | very high, very severe",
    ),
    "change": (
        "decreased a lot, decreased significantly, much less, a lot less | decreased, decreased slightly, less, somewhat less, a little less"
        " | no change, stayed the same, unchanged, about the same, the same | increased, increased slightly, more, somewhat more, a little more"
        " | increased a lot, increased significantly, much more, a lot more",
    ),
}
