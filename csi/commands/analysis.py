"""An analysis becomes a command: its own options from its signature, the shared ones, and what they ask for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ..analyses import ANALYSES, load
from ..assembler import assemble, run
from ..errors import CsiError, NoHonestAnswer, NothingToScore
from ..findings import Finding
from ..results import Report, Result, Skipped
from ..terms import Text
from .binding import bind, spelled
from .command import Command
from .delivery import deliver
from .flags import of_option
from .rendered import Made
from .session import Session
from .shared import FAIL_UNDER, SHARED
from .sources import SURVEYS, inputs, surveys
from .wishes import Wishes

if TYPE_CHECKING:
    from ..study import Study

ALONG: Mapping[str, tuple[str, ...]] = {"score": ("gap",)}  # run too, where the model has what they need
BRIEF: Mapping[str, Mapping[str, Any]] = {"gap": {"brief": True}}  # how a room speaks beside another, and of each group
COMPARING = ("gap",)  # rooms that compare the groups of `--by` as well as being repeated for each
COMPARED: Mapping[str, str] = {
    "pls": "multigroup"
}  # by groups, run too: whether the groups may be compared, and where they differ
GROUPED = ("multigroup",)  # rooms that compare groups themselves: `--by` names the groups, and nothing is done once a group
COMFORTABLE = 100  # respondents below which a group is flagged


def command_of(name: str) -> Command:
    """The command of the analysis of that name, its room imported."""
    own = tuple(of_option(option) for option in load(name).options)
    taken = {flag.name for flag in own}
    common = (*SHARED, FAIL_UNDER) if name == "score" else SHARED
    flags = (*own, *(flag for flag in common if flag.name not in taken))
    return Command(name, ANALYSES[name], SURVEYS, flags, partial(_run, name, taken))


def _run(name: str, own: set[str], session: Session, words: tuple[str, ...], values: dict[str, Any]) -> int:
    wishes = Wishes.of({key: value for key, value in values.items() if key not in own})
    options = {key: value for key, value in values.items() if key in own}
    return deliver(surveys(words), partial(_made, name, options, wishes, session), wishes, session)


def _made(name: str, options: Mapping[str, Any], wishes: Wishes, session: Session, source: str) -> Made:
    study = bind(source, wishes, options.get("between"), sign=options.get("sign"))
    return made(source, analysed(name, study, options, wishes), study, wishes, session)


def made(source: str, report: Report, study: Study, wishes: Wishes, session: Session) -> Made:
    """The report with its language: as asked, else the model's, else the system's; and the files that it rests on."""
    language = session.asked or study.model.language or session.language
    return Made(source, report, language, inputs(source, wishes.model))


def analysed(name: str, study: Study, options: Mapping[str, Any], wishes: Wishes) -> Report:
    """The analysis of everybody, then of each group that `--by` names."""
    if wishes.by and name in GROUPED:
        between = {**options, "between": options.get("between") or wishes.by}
        return assemble(study, noted([run(name, study, **between)], wishes))
    groups = {"between": options.get("between") or wishes.by} if name in COMPARING and wishes.by else {}
    results = [run(name, study, **{**options, **groups})]
    along = [
        _attempt(other, study, **BRIEF.get(other, {})) for other in ALONG.get(name, ()) if load(other).missing(study) is None
    ]
    results += [outcome for outcome in along if isinstance(outcome, Result)]
    findings: list[Finding] = []
    if wishes.by:
        grouped, findings = by_group(study, [result.analysis for result in results], {name: options}, wishes)
        compared = [_attempt(COMPARED[name], study, between=wishes.by)] if name in COMPARED else []
        results += [*(outcome for outcome in compared if isinstance(outcome, Result)), *grouped]
        along += compared
    skipped = [outcome for outcome in along if isinstance(outcome, Skipped)]
    return assemble(study, noted(results, wishes), skipped=skipped, findings=findings)


def noted(results: Sequence[Result], wishes: Wishes) -> list[Result]:
    """The results with the choice of respondents among their settings, which the study itself has not seen."""
    chosen = {"only": spelled(wishes.only)} if wishes.only else {}
    return [dataclasses.replace(result, settings={**result.settings, **chosen}) for result in results]


def by_group(
    study: Study, names: Sequence[str], options: Mapping[str, Mapping[str, Any]], wishes: Wishes
) -> tuple[list[Result], list[Finding]]:
    """The results of every group that is large enough, and findings about those that are not."""
    column = str(wishes.by)
    groups = study.groups(column)
    sizes = {label: survey.respondents for label, survey in groups.items()}
    results: list[Result] = []
    findings = [*_about_bases(column, sizes, wishes.min_base), *_ungrouped(column, study.respondents - sum(sizes.values()))]
    for label, survey in groups.items():
        if sizes[label] < wishes.min_base:
            continue
        try:
            part = dataclasses.replace(study, survey=survey)
            found = [run(name, part, **{**options.get(name, {}), **BRIEF.get(name, {})}) for name in names if name not in GROUPED]
        except (NoHonestAnswer, NothingToScore) as refusal:
            findings.append(_refused(column, label, refusal))
        else:
            results += [dataclasses.replace(result, segment=(column, label)) for result in found]
            findings += _about_group(column, label, part)
    return results, findings


def _attempt(name: str, study: Study, **options: object) -> Result | Skipped:
    try:
        return run(name, study, **options)
    except NoHonestAnswer as refusal:
        return Skipped(name, load(name).title, refusal.reason)


def _about_bases(column: str, sizes: Mapping[str, int], least: int) -> Iterator[Finding]:
    hidden = tuple(label for label, size in sizes.items() if size < least)
    small = tuple(label for label, size in sizes.items() if least <= size < COMFORTABLE)
    if hidden:
        text = Text(
            "groups under {least} {least:respondent|respondents} are hidden: {groups}", "人数少于 {least} 的群体未显示：{groups}"
        )
        yield Finding("hidden_small_base", "info", text, column, len(hidden), {"groups": hidden, "least": least})
    if small:
        text = Text("groups under {least} respondents have wide intervals: {groups}", "人数少于 {least} 的群体区间较宽：{groups}")
        yield Finding("small_base", "info", text, column, len(small), {"groups": small, "least": COMFORTABLE})


def _ungrouped(column: str, count: int) -> Iterator[Finding]:
    if count:
        text = Text(
            "{count} {count:respondent|respondents} {count:has|have} no value here and {count:is|are} in no group",
            "{count} 名受访者该列为空，不属于任何群体",
        )
        yield Finding("no_group", "info", text, column, count)


def _about_group(column: str, label: str, part: Study) -> list[Finding]:
    """What the group's own study warns of; the survey's findings are told once, for everybody."""
    own = [found for found in part.findings if found not in part.survey.findings and found.severity != "info"]
    return [dataclasses.replace(found, place=", ".join(filter(None, (f"{column}: {label}", found.place)))) for found in own]


def _refused(column: str, label: str, refusal: CsiError) -> Finding:
    text = Text("this group has no result: " + refusal.reason.en, "该群体没有结果：" + refusal.reason.zh)
    return Finding(refusal.key, "warning", text, f"{column}: {label}")
