"""The encoding of a text: its mark, where that is right; strict UTF-8; or a guess by its script, which is said."""

import codecs

import pytest

from csi.errors import UnreadableFile, UsageFault
from csi.findings import Finding
from csi.reading.files.scripts import likeliest
from csi.reading.grid import open_source, read_cells

from ..nasty import make

KOREAN = "응답번호,성별,만족도\n1,남,매우 만족\n2,여,보통\n3,여,만족\n"
JAPANESE = "回答番号,店員の対応はいかがでしたか,満足度\n1,とても良い,満足\n2,どちらともいえない,やや不満\n"
TRADITIONAL = "編號,您對服務滿意嗎,性別\n1,非常滿意,男\n2,普通,女\n"
GERMAN = "Nr,Wie zufrieden sind Sie mit der Qualität?,Ort\n1,überhaupt nicht,Köln\n2,völlig,Würzburg\n"
CURLY = "id,It’s easy to use,Comment\n1,5,don’t know – perhaps\n2,4,“fine”\n"
RUSSIAN = "Номер,Оцените качество,Город\n1,Очень доволен,Москва\n2,Не доволен,Тверь\n"
POLISH = "Nr,Czy jest Pani zadowolona z obsługi?,Płeć\n1,Raczej się nie zgadzam,mężczyzna\n2,Całkowicie się zgadzam,kobieta\n"
CZECH = "č.,Jak jste spokojen s obsluhou?,Město\n1,velmi spokojen,Plzeň\n2,spíše nespokojen,Třebíč\n"
HUNGARIAN = "sz.,Mennyire elégedett a kiszolgálással?,Nem\n1,nagyon elégedett,nő\n2,egyáltalán nem,férfi\n"
TURKISH = "no,Hizmetten ne kadar memnunsunuz?,Şehir\n1,çok memnunum,İstanbul\n2,hiç memnun değilim,Muğla\n"
GREEK = "αρ.,Πόσο ικανοποιημένος είστε;,Πόλη\n1,πολύ,Αθήνα\n2,καθόλου,Πάτρα\n"
HEBREW = "מס,עד כמה אתה מרוצה,עיר\n1,מאוד מרוצה,חיפה\n2,לא מרוצה,תל אביב\n"
ARABIC = "رقم,ما مدى رضاك عن الخدمة,المدينة\n1,راض جدا,القاهرة\n2,غير راض,دبي\n"
LITHUANIAN = "nr,Ar esate patenkintas aptarnavimu?,Miestas\n1,labai patenkintas,Šiauliai\n2,visiškai nesutinku,Panevėžys\n"


def said(data: bytes, **options: str) -> tuple[Finding, ...]:
    """What is said of the text, before anything is looked for in it."""
    return open_source(data, **options).findings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_marked_or_utf8_text_is_read_without_a_word(encoding: str):
    data = make.CHINESE.encode(encoding)
    assert read_cells(data).header[0] == "1、您的性别："
    assert said(data) == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [make.CHINESE, "评价,评价二\n一般,一般\n一般,满意\n", "Q1;Q2\n5;4\n3;2\n"])
def test_wide_characters_without_a_mark_are_recognised(encoding: str, text: str):
    cells = read_cells(text.encode(encoding))
    assert cells.header[0] in text
    assert cells.origin.encoding == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (make.CHINESE, "gb18030"),
        (TRADITIONAL, "cp950"),
        (KOREAN, "cp949"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (GERMAN, "cp1252"),
        (CURLY, "cp1252"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (HUNGARIAN, "cp1250"),
        (TURKISH, "cp1254"),
        (LITHUANIAN, "cp1257"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
    ],
)
def test_an_old_encoding_is_guessed_by_its_script_and_the_guess_is_said(text: str, encoding: str):
    data = text.encode(encoding)
    cells = read_cells(data)
    assert cells.origin.encoding == encoding
    assert cells.header[1] == text.split(",")[1]
    assert [(finding.key, finding.severity) for finding in said(data)] == [("encoding_guessed", "info")]


@pytest.mark.parametrize(
    ("word", "encoding"),
    [
        ("很满意", "gb18030"),
        ("非常滿意", "cp950"),
        ("만족", "cp949"),
        ("とても満足", "cp932"),
        ("Très satisfait", "cp1252"),
        ("Całkowicie", "cp1250"),
    ],
)
def test_one_label_is_enough_to_tell_a_script(word: str, encoding: str):
    assert likeliest(word.encode(encoding)).encoding == encoding


def test_a_close_guess_is_a_warning_that_names_the_runner_up():
    finding = said("Q1,Q2\n（空）,5\n（空）,4\n".encode("gb18030"))[0]
    assert finding.severity == "warning"
    assert (finding.values["encoding"], finding.values["rival"]) == ("gb18030", "cp950")


def test_a_foreign_letter_inside_a_latin_word_is_no_rival():
    assert likeliest("café résumé".encode("cp1252")).rival is None


def test_a_named_encoding_overrides_the_guess():
    cells = read_cells(KOREAN.encode("cp949"), encoding="gb18030")
    assert cells.origin.encoding == "gb18030"
    assert cells.header[0] != "응답번호"


def test_a_named_encoding_that_does_not_fit_is_refused_with_the_line():
    error = make.refusal(read_cells, b"Q1,Q2\n5,4\n3,\xff\n", encoding="utf-8")
    assert isinstance(error, UnreadableFile)
    assert error.place.endswith(":3")


def test_a_named_encoding_is_doubted_where_the_text_is_plainly_utf8():
    assert [finding.key for finding in said(make.CHINESE.encode(), encoding="cp1251")] == ["encoding_doubtful"]


@pytest.mark.parametrize("name", ["klingon", "base64", "a\0b"])
def test_an_encoding_that_nobody_knows_is_a_fault_of_usage(name: str):
    assert isinstance(make.refusal(read_cells, b"Q1\n5\n", encoding=name), UsageFault)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_mark_is_no_part_of_the_first_name_even_when_it_is_quoted(encoding: str):
    assert read_cells(b'\xef\xbb\xbf"Q1","Q2"\n5,4\n', encoding=encoding).header == ("Q1", "Q2")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_a_wide_encoding_may_be_named_beside_its_mark(encoding: str):
    assert read_cells("Q1,Q2\n5,4\n".encode("utf-16"), encoding=encoding).header == ("Q1", "Q2")


@pytest.mark.parametrize(
    ("mark", "text", "found"),
    [
        (codecs.BOM_UTF16_LE, b"Q1,Q2\n5,4\n3,2\n", "utf-8"),
        (codecs.BOM_UTF16_BE, "Q1,满意\n5,4\n3,2\n".encode(), "utf-8"),
        (codecs.BOM_UTF16_BE, "Q1,Q2\n5,4\n3,2\n".encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_LE, "Q1,满意\n5,4\n3,2\n".encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF16_LE, make.CHINESE.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF8, make.CHINESE.encode("gb18030"), "gb18030"),
    ],
)
def test_a_wrong_mark_is_not_believed_and_that_is_said(mark: bytes, text: bytes, found: str):
    cells = read_cells(mark + text)
    assert cells.header == read_cells(text).header
    assert cells.origin.encoding == found
    assert said(mark + text)[0].key == "wrong_mark"


def test_a_few_damaged_characters_do_not_turn_utf8_into_something_else():
    data = (make.CHINESE * 5).encode() + b"\xe7\x94\xff,5,4\n"
    assert read_cells(data).header[1] == "2、请评价：—服务态度"
    assert [finding.key for finding in said(data)] == ["undecodable_characters"]


def test_a_last_character_cut_in_half_is_counted_and_not_fatal():
    assert said(make.CHINESE.encode("utf-16")[:-1])[0].count == 1
