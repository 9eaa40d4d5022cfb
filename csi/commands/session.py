"""What the bare words and the environment tell before any option is read: the language, and whether a machine listens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LANGUAGES = ("en", "zh")


@dataclass(frozen=True)
class Session:
    """One call of the program.

    language: of help and errors. asked: what `--lang` said, None when it did not.
    machine: errors go out as JSON, because results would.
    """

    language: str = "en"
    asked: str | None = None
    machine: bool = False

    @classmethod
    def of(cls, words: Sequence[str], environ: Mapping[str, str]) -> Session:
        """The session that these words open in this environment."""
        asked = _said(words, "--lang")
        asked = asked if asked in LANGUAGES else None
        machine = "json" in (_said(words, "--format"), _said(words, "-f"))
        return cls(asked or system_language(environ), asked, machine)


def system_language(environ: Mapping[str, str]) -> str:
    """zh when the locale is Chinese, else en; LC_ALL overrules LANG as everywhere."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def _said(words: Sequence[str], option: str) -> str | None:
    """The word after an option, or joined to it ("--lang=zh", "-fjson"); the last one counts."""
    said = None
    for number, word in enumerate(words):
        if word == "--":
            break
        if word == option and number + 1 < len(words):
            said = words[number + 1]
        elif word.startswith(f"{option}="):
            said = word[len(option) + 1 :]
        elif not option.startswith("--") and word.startswith(option) and len(word) > len(option):
            said = word[len(option) :]
    return said
