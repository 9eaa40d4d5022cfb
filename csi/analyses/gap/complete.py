"""All that a gap analysis says beyond the gaps: causes, SERVQUAL and its rivals, fairness, zones, the company's own gaps, groups."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from ...findings import Remark
from ...results import Chart, Result, Table
from ...study import Study
from ...study.company import asks_the_company
from ...study.pairs import Pairs
from .answer import answer, cause_remarks
from .causes import cause_table
from .company import company_chart, company_table
from .compared import company_remarks, segment_remarks, zone_remarks
from .disconfirmation import disconfirmed_table, oliver_table, said
from .fairness import fairness_table, subjects_of, surfaces_of
from .judged import explaining_remarks, fairness_remarks, form_remarks, oliver_remarks
from .measures import measure_table
from .outcome import Outcome, outcome_of
from .people import People
from .segment_tables import item_table, segment_table
from .segments import groups_of
from .servqual import servqual_table
from .stakes import Form, Stakes
from .surface import Surface
from .surface_tables import coefficient_table, is_known, predicted_table
from .tested import test_table
from .zone import zone_answers, zone_table


@dataclasses.dataclass(frozen=True)
class Part:
    """What one subject adds to the result."""

    tables: tuple[Table, ...] = ()
    remarks: tuple[Remark, ...] = ()
    charts: tuple[Chart, ...] = ()


def complete(
    study: Study, brief: Result, every: Table, *, outcome: str | None, servqual_form: Form, between: str | None
) -> Result:
    """The gaps with everything that the study supports. every: the table of all gaps, however few are shown."""
    pairs = Pairs(study)
    people, measured = People(pairs), outcome_of(study, outcome)
    causes = cause_table(study, pairs, every)
    parts = (
        Part((causes,), cause_remarks(causes)),
        _measures(people, measured, servqual_form),
        _zone(study),
        _disconfirmation(people, measured),
        _fairness(people, measured),
        _company(study),
        _segments(pairs, between),
        Part((test_table(study, pairs),)),
    )
    told = answer(every, causes)
    kept = tuple(remark for remark in brief.remarks if told is None or remark.key != "falls_short")
    chosen = {"outcome": None if measured is None else measured.name, "servqual_form": servqual_form, "between": between}
    return dataclasses.replace(
        brief,
        tables=(*brief.tables, *(table for part in parts for table in part.tables)),
        charts=(*brief.charts, *(chart for part in parts for chart in part.charts)),
        remarks=(*kept, *(remark for part in parts for remark in part.remarks)),
        settings={**brief.settings, **chosen, "sign": study.model.gap_sign},
        answer=told,
    )


def _measures(people: People, outcome: Outcome | None, form: Form) -> Part:
    stakes = Stakes(people)
    measures = measure_table(people, stakes, form, outcome)
    remarks = (*form_remarks(form, stakes), *explaining_remarks(measures, outcome))
    return Part((servqual_table(people, stakes, form), measures), remarks)


def _zone(study: Study) -> Part:
    answers = zone_answers(study)
    if not answers:
        return Part()
    zone = zone_table(study, answers)
    return Part((zone,), zone_remarks(zone))


def _disconfirmation(people: People, outcome: Outcome | None) -> Part:
    values = said(people)
    shares = () if values is None else (disconfirmed_table(people, values),)
    if outcome is None:
        return Part(shares)
    table = oliver_table(people, outcome)
    return Part((*shares, table), oliver_remarks(table))


def _fairness(people: People, outcome: Outcome | None) -> Part:
    subjects = subjects_of(people)
    surfaces = surfaces_of(people, subjects, outcome)
    fairness = fairness_table(people, subjects, surfaces)
    return Part((fairness, *_surfaces(fairness, surfaces)), fairness_remarks(fairness))


def _surfaces(fairness: Table, surfaces: Sequence[Surface | None]) -> tuple[Table, ...]:
    """Where the gap is refuted, its surface: of the whole, else of the latents concerned."""
    verdicts = zip(surfaces, fairness.column("verdict"), strict=True)
    refuted = [one for one, verdict in verdicts if verdict == "unfair" and one is not None and is_known(one)]
    if not refuted:
        return ()
    last = [one for one in refuted if one is surfaces[-1]]
    return predicted_table(last or refuted), coefficient_table(last or refuted)


def _company(study: Study) -> Part:
    table = company_table(study) if asks_the_company(study) else None
    return Part() if table is None or not table.rows else Part((table,), company_remarks(table), (company_chart(),))


def _segments(pairs: Pairs, between: str | None) -> Part:
    if between is None:
        return Part()
    groups = groups_of(pairs, between)
    if len(groups.members) < 2:
        return Part(remarks=segment_remarks(groups, None))
    segments = segment_table(groups)
    return Part((segments, item_table(groups)), segment_remarks(groups, segments))
