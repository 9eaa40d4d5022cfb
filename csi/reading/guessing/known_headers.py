"""Whole column names that give away what is not an answer: the words of survey platforms and of analysts, in their languages."""

from __future__ import annotations

import re
import unicodedata

from ..answers.columns import Column

_METADATA = """
timestamp|start time|completion time|end time|last modified time|language|start date|end date|startdate|enddate|recorded date
|recordeddate|submitdate|submit date|submission time|submitted at|created at|date_created|date_modified|datestamp|lastpage|last page
|startlanguage|start language|seed|refurl|status|response type|response status|progress|finished|distribution channel
|distributionchannel|user language|userlanguage|collectorid|collector id|collector_id|custom data|custom data 1|externalreference
|external reference|external data reference|start date (utc)|submit date (utc)|stage date (utc)|network id|tags|ending|start|end|today
|deviceid|device|device type|browser|operating system|os|user agent|useragent|user_agent|resolution|screen resolution|source|channel source
|referrer|referer|utm_source|utm_medium|utm_campaign|version|survey version|consent|informed consent
|_submission_time|_validation_status|_notes|_status|_tags|__version__|_index|_parent_index|_uuid|meta/instanceid|meta/rootuuid|date|time
|marca temporal|hora de inicio|hora de finalización|hora de la última modificación|fecha de inicio|fecha final|fecha de envío
|fecha registrada|última página|lenguaje inicial|idioma|idioma del usuario|semilla|url de referencia|tipo de respuesta|progreso|finalizado
|canal de distribución|enviado el|curso|fecha|navegador|dispositivo|fecha de la última acción
|carimbo de data/hora|hora de início|hora de conclusão|hora da última modificação|data de início|data de término|data de envio
|data de registro|idioma do usuário|idioma inicial|progresso|concluído|tipo de resposta|canal de distribuição|data
|horodateur|heure de début|heure de fin|heure de la dernière modification|date de début|date de fin|date de soumission
|date d'enregistrement|date de lancement|date de la dernière action|dernière page|langue|langue de départ|langue de l'utilisateur
|tête de série|url référente|type de réponse|avancement|progression|terminé|canal de distribution|navigateur
|zeitstempel|startzeit|fertigstellungszeit|zeitpunkt der letzten änderung|datum abgeschickt|letzte seite|start-sprache|zufallsstartwert
|datum gestartet|datum letzte aktivität|weiterleitungs-url|startdatum|enddatum|antworttyp|fortschritt|beendet|aufzeichnungsdatum
|verteilungskanal|benutzersprache|sprache|datum|gerät
|cap waktu|stempel waktu|waktu mulai|waktu selesai|tanggal|tanggal pengisian|waktu pengisian|bahasa|dấu thời gian
|タイムスタンプ|開始時刻|完了時刻|最終変更時刻|開始日|終了日|回答日時|回答日|回答タイプ|進行状況|完了|記録日|配信チャネル|ユーザー言語
|타임스탬프|시작 시간|완료 시간|마지막 수정 시간|시작일|종료일|응답 유형|진행률|완료됨|기록된 날짜|배포 채널|사용자 언어|응답일시|응답일
|时间戳记|时间戳|开始时间|完成时间|上次修改时间|提交时间|提交答卷时间|开始答题时间|结束答题时间|来源|来源详情|来源渠道|语言|用户类型
|自定义字段|地理位置国家和地区|地理位置省|地理位置市|填写时间|填表时间|答题时间|开始日期|结束日期|答复类型|进度|已完成|记录日期
|分发渠道|用户语言|日期|时间|浏览器|操作系统|设备|设备类型|终端|答卷状态|答题状态
|時間戳記|開始時間|完成時間|上次修改時間|填寫時間|提交時間|日期時間|語言|瀏覽器|作業系統
"""
_DURATION = """
duration|duration (in seconds)|duration (seconds)|duration in seconds|duration (in minutes)|duration_seconds|time taken|time spent
|elapsed time|total time|completion time (seconds)|interviewtime|interview time|response time|seconds|loi|length of interview
|所用时间|答题时长|答题用时|用时|填写时长|作答时长|答卷时长|答题耗时|持续时间(秒)|作答用时|填答時間|作答時間|答題時間|填寫時長
|dauer|dauer (in sekunden)|gesamtzeit|interviewzeit|bearbeitungszeit|durée|durée (en secondes)|temps total|temps de réponse
|duración|duración (en segundos)|tiempo total|tiempo empleado|duração|duração (em segundos)|tempo total|tempo gasto|durasi|durasi (detik)
|lama pengisian|所要時間|所要時間(秒)|回答時間|회답 시간|소요 시간|소요 시간(초)|응답 시간|응답 소요시간
"""
_EMAIL = """
email|e-mail|email address|e-mail address|recipientemail|your email|mail|correo electrónico|dirección de correo electrónico|correo
|adresse de messagerie|adresse e-mail|adresse mail|courriel|endereço de e-mail|e-mail-adresse|email-adresse|alamat email
|邮箱|电子邮件|电子邮箱|電子郵件|電子郵件地址|電子信箱|メールアドレス|이메일 주소|이메일
"""
_PERSONAL = """
name|full name|first name|last name|firstname|lastname|surname|your name|customer name|respondent name|recipientlastname|recipientfirstname
|username|user name|nickname|phone|phone number|telephone|telephone number|tel|mobile|mobile number|mobile phone|whatsapp|whatsapp number
|address|home address|street|street address|ip|ip address|ipaddress|ip_address|ipaddr|locationlatitude|locationlongitude|latitude|longitude
|submitted by|_submitted_by|wechat|account|passport|id card|social security number|date of birth|birth date|birthday|dob|signature
|nombre|nombre completo|nombre y apellidos|apellidos|nombre de usuario|teléfono|número de teléfono|celular|dirección|dirección ip
|fecha de nacimiento|dni|cédula|nom|prénom|nom et prénom|nom complet|nom d'utilisateur|téléphone|numéro de téléphone|adresse|adresse ip
|date de naissance|nome|nome completo|sobrenome|telefone|celular (whatsapp)|endereço|endereço ip|data de nascimento|cpf
|nama|nama lengkap|nama anda|nama responden|alamat|alamat rumah|no hp|nomor hp|no. hp|no telepon|nomor telepon|no wa|nik|tanggal lahir
|vorname|nachname|vor- und nachname|telefon|telefonnummer|handynummer|anschrift|ip-adresse|geburtsdatum|benutzername
|姓名|名字|您的姓名|昵称|手机|手机号|手机号码|电话|电话号码|联系电话|联系方式|地址|家庭住址|来自ip|ip地址|用户标识|微信|微信号|qq|qq号
|身份证|身份证号|身份证号码|出生日期|生日|真实姓名|暱稱|手機|手機號碼|電話|聯絡電話|聯絡方式|住址|身分證字號|出生年月日
|氏名|お名前|名前|ニックネーム|電話番号|携帯番号|住所|生年月日|ipアドレス|이름|성명|성함|닉네임|전화번호|연락처|휴대폰 번호|휴대폰|주소|생년월일|ip 주소
"""
_ID = """
id|respondentid|respondent id|respondent_id|respondent|response id|responseid|response_id|record id|recordid|case id|caseid|case|uuid|_id|_uuid
|customer id|customerid|customer_id|user id|userid|user_id|participant id|participant|subject id|member id|no|no.|nr|nr.|number|#|index|row
|serial|serial number|sn|token|序号|编号|答卷编号|问卷编号|样本编号|客户编号|会员号|受访者编号|答题序号|流水号|答复 id|序號|編號|樣本編號|問卷編號
|id de usuario|respuesta|id de respuesta|id de la respuesta|nº|número|id de la réponse|id de réponse|numéro|id da resposta|id de resposta
|antwort id|antwort-id|teilnehmer|teilnehmer-id|lfdn|laufende nummer|nomor|nomor responden|responden|no responden|id responden
|回答id|回答者id|番号|通し番号|응답 id|응답자 번호|응답자|번호|일련번호
"""
_WEIGHT = """
weight|weights|wt|wgt|case_weight|case weight|caseweight|case weights|sample weight|sampling weight|survey weight|权重|加权|样本权重
|个案权重|加权系数|权数|權重|加權|樣本權重|peso muestral|factor de ponderación|ponderación|ponderador|ponderação|pondération|poids
|coefficient de pondération|gewicht|gewichtung|fallgewicht|bobot|ウェイト|加重|가중치
"""
_WAVE = """
wave|waves|survey wave|wave no|round|survey round|期次|波次|批次|轮次|调查期次|调查批次|調查期次|ola|onda|vague|welle|erhebungswelle|gelombang|調査回|차수|조사 차수
"""
_DERIVED = """
score|total score|total|total points|quiz feedback|sum|average|mean|grand total|nps group|nps category|nps segment|csi|index score
|总分|得分|平均分|均分|合计|总计|總分|平均|合計|puntuación|puntuación total|total de puntos|promedio|pontuação|pontuação total|total de pontos|média
|note totale|total des points|moyenne|points totaux|punkte gesamt|gesamtpunktzahl|summe|mittelwert|durchschnitt|skor|skor total|jumlah
|total skor|rata-rata|合計点|平均点|スコア|총점|점수|평균|합계
"""


LONGEST = 2_000  # letters of a name that are looked at


def names(listed: str) -> frozenset[str]:
    """The names of a list parted by |."""
    return frozenset(name.strip() for name in listed.replace("\n", "").split("|"))


METADATA, DURATION, EMAIL, ID, WEIGHT, WAVE, DERIVED = map(names, (_METADATA, _DURATION, _EMAIL, _ID, _WEIGHT, _WAVE, _DERIVED))
PERSONAL = names(_PERSONAL) | EMAIL


def speaks(column: Column, pattern: re.Pattern[str]) -> bool:
    """Whether a column's name, or the wording of its question, holds such a word."""
    return any(pattern.search(plain(said)) for said in (column.header, column.question) if said)


def plain(header: str) -> str:
    """A header in the form in which names are compared: NFKC, no case, single spaces, no number in front, no colon behind."""
    text = " ".join(unicodedata.normalize("NFKC", header[:LONGEST]).casefold().split())
    unnumbered = re.sub(r"^q?\d+\s*[.、)]\s*", "", text) or text
    return unnumbered.strip(" :*?。.") or text
