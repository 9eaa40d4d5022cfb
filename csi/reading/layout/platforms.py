"""Which survey platform wrote a table: told by the columns that it adds to every export, whatever their language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...findings import Finding
from ...terms import Text
from .platform_names import PLATFORMS, SHEETS, Platform

_LISTED = 4  # column names quoted as the reason
_SHOWN = 40  # letters of a question among them
_FEW, _MOST = 2, 0.7  # questions in the platform's manner, at least; share of them


@dataclass(frozen=True)
class Recognised:
    """platform: who wrote the table. signs: the names of columns, or of the sheet, that tell so."""

    platform: Platform
    signs: tuple[str, ...]

    @property
    def finding(self) -> Finding:
        """What is said of it."""
        text = Text(
            "recognised as an export of {platform} by {signs}.",
            "根据{signs}识别为{platform_zh}导出的数据。",
        )
        name = self.platform.name
        signs = self.signs[:_LISTED]
        return Finding("platform", "info", text, values={"platform": name.en, "platform_zh": name.zh, "signs": signs})


def recognise(header: Sequence[str], sheet: str | None = None) -> Recognised | None:
    """The platform of which enough columns stand in the header, or whose name the sheet bears; None where neither does."""
    names = {folded(title): title for title in reversed(header)}
    names = {name: names[name] for name in map(folded, header)}  # in the order of the header, the first of a kind
    found = [Recognised(one, signs) for one in PLATFORMS if (signs := _signs(one, names))]
    if found:
        return max(found, key=lambda one: len(one.signs))
    return _by_sheet(sheet)


def added_by(platform: str | None, title: str) -> bool:
    """Whether a column of this name is one that the platform adds by itself, so that no respondent answered it."""
    return any(one.key == platform and _adds(one, folded(title)) for one in PLATFORMS)


def _adds(platform: Platform, name: str) -> bool:
    return name in (platform.adds | platform.opens) or bool(platform.adds_like and platform.adds_like.fullmatch(name))


def folded(title: str) -> str:
    """A column name in the form in which names are compared: NFKC, single spaces, no case, no colon behind."""
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split()).strip(" :*")


def _signs(platform: Platform, names: Mapping[str, str]) -> tuple[str, ...]:
    """The names that tell, when they are enough of them; () otherwise."""
    first = next(iter(names), "")
    told = [title for name, title in names.items() if name in platform.adds or (name == first and name in platform.opens)]
    must = not platform.must or any(name in platform.must for name in names)
    if must and (first in platform.opens or len(told) >= platform.enough):
        return tuple(told)
    return _by_form(platform, names, told)


def _by_form(platform: Platform, names: Mapping[str, str], told: Sequence[str]) -> tuple[str, ...]:
    """The platform's own columns and one question, where most questions are named in its manner."""
    if platform.forms is None or not (told or platform.by_form_alone):
        return ()
    formed = [title for name, title in names.items() if platform.forms.fullmatch(name)]
    rest = sum(name not in platform.adds for name in names)
    enough = len(formed) >= _FEW and (platform.by_form_alone or len(formed) >= _MOST * rest)
    return (*told, formed[0][:_SHOWN]) if enough else ()


def _by_sheet(sheet: str | None) -> Recognised | None:
    name = folded(sheet or "")
    key = next((key for key, forms in SHEETS.items() if forms.fullmatch(name)), None)
    platform = next((one for one in PLATFORMS if one.key == key), None)
    return None if platform is None else Recognised(platform, (str(sheet),))
