"""The words of Indonesian answer scales: slots run from worst to best, parted by |; see labels_en for the grammar."""

from __future__ import annotations

ADVERBS = {
    "top": "sangat, amat, sungguh, benar-benar",
    "never": "sangat tidak, sama sekali tidak, amat tidak, sangat kurang",
    "unsure": "netral, ragu-ragu, ragu ragu, ragu, biasa saja, biasa, cukup, sedang, tidak tahu",
}

# family: (favourable, words that mean the contrary without "tidak", words for the middle besides the usual ones)
PAIRS = {
    "satisfaction": ("puas", "kecewa", ""),
    "satisfying": ("memuaskan", "mengecewakan", ""),
    "agreement": ("setuju", "menolak", "ragu-ragu, ragu ragu, ragu, tidak pasti"),
    "importance": ("penting", "sepele", ""),
    "likelihood": ("mungkin", "mustahil", "ragu-ragu, ragu ragu"),
    "goodness": ("baik, bagus", "buruk, jelek", "sedang"),
    "ease": ("mudah, gampang", "sulit, susah, sukar", ""),
    "use": ("bermanfaat, berguna, membantu", "sia-sia", ""),
    "clarity": ("jelas", "membingungkan", ""),
    "suitability": ("sesuai", "menyimpang", ""),
    "comfort": ("nyaman", "canggung", ""),
    "speed": ("cepat", "lambat", ""),
    "kindness": ("ramah", "kasar", ""),
    "interest": ("tertarik", "bosan", ""),
    "interesting": ("menarik", "membosankan", ""),
    "trust": ("percaya, yakin", "curiga", "ragu-ragu, ragu ragu"),
    "cleanness": ("bersih", "kotor", ""),
    "safety": ("aman", "berbahaya", ""),
    "liking": ("suka, senang", "benci", ""),
    "willingness": ("bersedia, mau, berminat", "enggan", "ragu-ragu, ragu ragu"),
    "truth": ("benar", "salah", ""),
    "complete": ("lengkap", "minim", ""),
}

MIDDLE = "netral, biasa saja, biasa, cukup, sedang, rata-rata, cukup {pos}, agak {pos}, lumayan {pos}, lumayan, antara {pos} dan tidak {pos}"

SHAPES: tuple[str, ...] = (
    "{never} {pos}, {top} {neg} | tidak {pos}, {neg}, kurang {pos} | {mid} | {pos} | {top} {pos}",
    "{never} {pos}, {top} {neg} | tidak {pos}, {neg} | kurang {pos}, {mid} | {pos}, setengah {pos} | {top} {pos}",
    "{never} {pos}, tidak {pos}, {top} {neg}, {neg} | kurang {pos} | {mid} | {pos} | {top} {pos}",
    "{never} {pos}, {top} {neg} | tidak {pos}, {neg}, kurang {pos} | {pos}, cukup {pos} | {top} {pos}",
    "tidak {pos}, {never} {pos}, {neg} | kurang {pos} | {pos}, cukup {pos} | {top} {pos}",
    "{never} {pos} | tidak {pos}, {neg} | kurang {pos}, agak tidak {pos}, cukup tidak {pos} | agak {pos}, cukup {pos} | {pos} | {top} {pos}",
    "{never} {pos}, {top} {neg} | tidak {pos}, {neg} | kurang {pos}, agak tidak {pos} | netral, biasa saja, ragu-ragu"
    " | cukup {pos}, agak {pos} | {pos} | {top} {pos}",
    "tidak {pos}, {neg}, kurang {pos} | {mid} | {pos}",
    "tidak {pos}, {neg} | {pos}",
)

SETS: dict[str, tuple[str, ...]] = {
    "yes_no": ("tidak, tdk, bukan | ya, iya", "tidak | mungkin, kadang-kadang, ragu-ragu, sebagian | ya, iya"),
    "abbreviations": (
        "sts | ts | n, ks, rr, r, cs, bs | s | ss",
        "sts | ts, ks | s, cs | ss",
        "sts | ts | cts, ats, ks | cs, as | s | ss",
        "sts | ts | cts, ats, ks | n, rr | cs, as | s | ss",
        "stp | tp, kp | cp, n, kp | p | sp",
        "stp | tp, kp | p, cp | sp",
        "stb | tb, kb | cb, n, c, kb | b | sb",
        "tb | kb | b | sb",
        "tp | jr, j | kk, kd | s, sr | sl",
    ),
    "frequency": (
        "tidak pernah | jarang, jarang sekali, hampir tidak pernah | kadang-kadang, kadang kadang, kadang"
        " | sering, sering kali | selalu, sangat sering, hampir selalu",
        "tidak pernah | pernah, jarang, kadang-kadang, kadang | sering | selalu, sangat sering",
        "sangat jarang, tidak pernah | jarang | kadang-kadang, kadang, cukup sering | sering | sangat sering, selalu",
        "tidak pernah | kadang-kadang, kadang, jarang | selalu, sering",
    ),
    "likelihood": (
        "pasti tidak, tentu tidak | mungkin tidak, kemungkinan tidak | mungkin, belum pasti, ragu-ragu, tidak pasti | kemungkinan besar, mungkin ya"
        " | pasti, pasti ya, tentu, tentu saja",
    ),
    "quality": (
        "sangat buruk, buruk sekali, sangat jelek, sangat kurang, sangat tidak baik | buruk, jelek, kurang, tidak baik, kurang baik"
        " | cukup, sedang, biasa saja, cukup baik, netral | baik, bagus | sangat baik, baik sekali, sangat bagus, istimewa",
        "kurang, buruk, tidak baik, kurang baik | cukup, cukup baik, sedang | baik, bagus | sangat baik, baik sekali, sangat bagus",
        "kurang, buruk | cukup, sedang | baik, bagus",
    ),
    "expectation": (
        "jauh di bawah harapan, jauh dibawah harapan | di bawah harapan, dibawah harapan | sesuai harapan, sesuai dengan harapan, memenuhi harapan"
        " | di atas harapan, diatas harapan, melebihi harapan, melampaui harapan | jauh di atas harapan, jauh diatas harapan, sangat melebihi harapan",
        "di bawah harapan, dibawah harapan, tidak sesuai harapan | sesuai harapan, sesuai dengan harapan | di atas harapan, diatas harapan, melebihi harapan",
    ),
    "comparison": (
        "jauh lebih buruk | lebih buruk, sedikit lebih buruk | sama, sama saja, tidak berubah | lebih baik, sedikit lebih baik | jauh lebih baik",
        "lebih buruk | sama, sama saja | lebih baik",
    ),
    "extent": (
        "tidak sama sekali, sama sekali tidak | sedikit, kecil | sedang, cukup, agak | banyak, besar | sangat banyak, sangat besar, banyak sekali",
    ),
    "knowledge": (
        "tidak ada, tidak ada pengalaman, belum berpengalaman | pemula, dasar | menengah, cukup | mahir, lanjutan | ahli, sangat mahir",
        "pemula, dasar | menengah | mahir, ahli",
    ),
    "level": ("sangat rendah | rendah | sedang, cukup, menengah | tinggi | sangat tinggi",),
}
