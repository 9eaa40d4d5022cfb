"""The columns that survey platforms add to their exports, in the languages of their interfaces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...terms import Text


@dataclass(frozen=True)
class Platform:
    """adds: columns that it adds by itself. enough: how many of them tell it from others. must: one of these has to be there.

    opens: names that tell it alone when they stand first. forms: how it writes names of questions; most of them in this form and
    one of its own columns tell it too, or the form alone where nobody else writes so. adds_like: names that it makes of others' names and adds.
    """

    key: str
    name: Text
    enough: int
    adds: frozenset[str]
    opens: frozenset[str] = frozenset()
    must: frozenset[str] = frozenset()
    forms: re.Pattern[str] | None = None
    by_form_alone: bool = False
    adds_like: re.Pattern[str] | None = None


def _names(listed: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in listed.split("|") if name.strip())


_TIMESTAMPS = """
timestamp|horodateur|marca temporal|marca de temps|carimbo de data/hora|carimbo de hora|zeitstempel|informazioni cronologiche|tijdstempel
|sygnatura czasowa|zaman damgası|отметка времени|позначка часу|časové razítko|časová pečiatka|időbélyeg|tidsstämpel|tidsstempel|tidsmerke
|aikaleima|cap waktu|stempel waktu|dấu thời gian|ประทับเวลา|טיימסטמפ|חותמת זמן|طابع زمني|时间戳记|时间戳|時間戳記|タイムスタンプ|타임스탬프|oznaka de timp|marcaj de timp
"""
_MICROSOFT = """
start time|completion time|last modified time|startzeit|fertigstellungszeit|zeitpunkt der letzten änderung|hora de inicio|hora de finalización
|hora de la última modificación|heure de début|heure de fin|heure de la dernière modification|hora de início|hora de conclusão|hora da última modificação
|ora di inizio|ora di completamento|ora dell'ultima modifica|begintijd|tijd van voltooien|tijdstip van laatste wijziging|godzina rozpoczęcia|godzina ukończenia
|başlangıç zamanı|tamamlanma zamanı|starttid|slutförandetid|slutttid|fullføringstid|waktu mulai|waktu penyelesaian|开始时间|完成时间|上次修改时间
|開始時間|完成時間|開始時刻|完了時刻|最終変更時刻|시작 시간|완료 시간
"""
_QUALTRICS = """
startdate|enddate|recordeddate|responseid|distributionchannel|userlanguage|duration (in seconds)|ipaddress|recipientlastname|recipientfirstname
|recipientemail|externalreference|locationlatitude|locationlongitude|progress|finished|status|q_recaptchascore|q_relevantidduplicate
|start date|end date|recorded date|response id|distribution channel|user language|response type|external data reference|recipient last name
|recipient first name|recipient email|location latitude|location longitude|externaldatareference
"""
_SURVEYMONKEY = """
respondentid|respondent id|respondent_id|collectorid|collector id|collector_id|date_created|date_modified|custom data|custom data 1
"""
_LIMESURVEY = """
submitdate|lastpage|startlanguage|startdate|datestamp|seed|ipaddr|refurl|interviewtime
|date submitted|last page|start language|date started|date last action|referrer url|total time
|id de la réponse|date de soumission|dernière page|langue de départ|tête de série|date de lancement|date de la dernière action|url de référence|temps total
|antwort-id|antwort id|datum abgeschickt|letzte seite|start-sprache|startsprache|zufallsstartwert|datum gestartet|datum letzte aktivität|gesamtzeit
|id de respuesta|id de la respuesta|fecha de envío|última página|lenguaje inicial|idioma inicial|semilla|fecha de inicio|fecha de la última acción
|id da resposta|data de envio|idioma de início|língua inicial|semente|data de início|data da última ação
|id risposta|data invio|ultima pagina|lingua iniziale|seme|antwoord id|datum ingediend|laatste pagina|starttaal
|答复编号|提交日期|最后一页|起始语言|开始语言|种子
"""
_KOBO = """
_id|_uuid|_submission_time|_validation_status|_notes|_status|_submitted_by|__version__|_tags|_index|_parent_index|_xform_id_string
|meta/instanceid|meta/rootuuid|deviceid|subscriberid|simserial|phonenumber|formhub/uuid|today|audit
|submissiondate|meta-instanceid|instanceid|submitterid|submittername|attachmentspresent|attachmentsexpected|reviewstate|deviceid|edits|formversion|key
"""
_TYPEFORM = "start date (utc)|submit date (utc)|stage date (utc)|network id|tags|response type|ending|#"
_MOODLE = """
response|submitted on|institution|department|course|group|id|full name|username
|respuesta|enviado el|institución|departamento|curso|grupo|id de usuario|nombre completo|nombre de usuario|nombre
|réponse|soumis le|remis le|établissement|département|cours|groupe|nom complet|nom d'utilisateur
|antwort|abgegeben am|abgegeben|abteilung|kurs|gruppe|vollständiger name|anmeldename|resposta|enviado em|instituição|nome completo
"""
_WJX = "提交答卷时间|所用时间|来源|来源详情|来自ip|总分|序号"
_TENCENT = "开始答题时间|结束答题时间|答题时长|地理位置国家和地区|地理位置省|地理位置市|用户类型|用户标识|自定义字段|编号"
_MOODLE_SENT = "submitted on|enviado el|soumis le|remis le|abgegeben am|abgegeben|enviado em"
_LIME_CODE = re.compile(r"\w+\[(?:sq\d{3}|other|comment)\].*", re.DOTALL)
_NUMBERED = re.compile(r"\d+\s*[、.．].+", re.DOTALL)
_PIPED = re.compile(r"q\d+(?:_\d+)?\|.+", re.DOTALL)
_SOSCI = "serial|questnnr|started|lastdata|maxpage|time_sum|mail_sent|mode|missing|missrel|time_rsi|deg_time|last_seen|finished|q_viewer|lastpage"
_REDCAP = "redcap_survey_identifier|redcap_event_name|redcap_repeat_instrument|redcap_repeat_instance|redcap_data_access_group"

PLATFORMS: tuple[Platform, ...] = (
    Platform("google_forms", Text("Google Forms", "Google 表单"), 99, frozenset(), _names(_TIMESTAMPS)),
    Platform("microsoft_forms", Text("Microsoft Forms", "Microsoft Forms"), 2, _names(_MICROSOFT)),
    Platform("qualtrics", Text("Qualtrics", "Qualtrics"), 4, _names(_QUALTRICS)),
    Platform("surveymonkey", Text("SurveyMonkey", "SurveyMonkey"), 2, _names(_SURVEYMONKEY)),
    Platform("limesurvey", Text("LimeSurvey", "LimeSurvey"), 3, _names(_LIMESURVEY), forms=_LIME_CODE, by_form_alone=True),
    Platform("kobo", Text("KoboToolbox or ODK", "KoboToolbox 或 ODK"), 3, _names(_KOBO)),
    Platform("typeform", Text("Typeform", "Typeform"), 3, _names(_TYPEFORM)),
    Platform("moodle", Text("Moodle", "Moodle"), 4, _names(_MOODLE), must=_names(_MOODLE_SENT)),
    Platform("wjx", Text("WJX (Wenjuanxing)", "问卷星"), 3, _names(_WJX), _names("提交答卷时间"), forms=_NUMBERED),
    Platform("tencent", Text("Tencent Survey", "腾讯问卷"), 3, _names(_TENCENT), forms=_PIPED),
    Platform("sosci", Text("SoSci Survey", "SoSci Survey"), 4, _names(_SOSCI)),
    Platform("redcap", Text("REDCap", "REDCap"), 1, _names(_REDCAP), adds_like=re.compile(r"\w+_complete")),
)

# names of the sheet that the platform writes, for tables that lost its columns
SHEETS: dict[str, re.Pattern[str]] = {
    "google_forms": re.compile(
        r"form responses \d+|form_responses\d*|respuestas de formulario \d+|respostas ao formulário \d+|réponses au formulaire \d+|formularantworten \d+"
        r"|risposte del modulo \d+|formulierreacties \d+|liczba odpowiedzi \d+|jawaban formulir \d+|respons formulir \d+|form yanıtları \d+"
        r"|ответы на форму \(\d+\)|câu trả lời biểu mẫu \d+|第 ?\d+ ?张表单回复|表單回應 ?\d+|表单回复 ?\d+|フォームの回答 ?\d+|설문지 응답 시트 ?\d+"
    ),
}
