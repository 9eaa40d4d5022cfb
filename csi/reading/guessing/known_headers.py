"""What column names give away: the words of survey platforms and of analysts for what is not an answer, in many languages."""

from __future__ import annotations

import re
import unicodedata

_METADATA = """
timestamp|start time|completion time|end time|last modified time|language|start date|end date|startdate|enddate|recorded date
|recordeddate|submitdate|submit date|submission time|date_created|date_modified|datestamp|lastpage|last page|startlanguage
|start language|seed|refurl|interviewtime|status|response type|progress|finished|duration|duration (in seconds)|distribution channel|distributionchannel
|user language|userlanguage|collectorid|collector id|collector_id|custom data|custom data 1|externalreference|external reference
|external data reference|start date (utc)|submit date (utc)|stage date (utc)|network id|tags|ending|start|end|today|deviceid
|_submission_time|_validation_status|_notes|_status|_tags|__version__|_index|_uuid|meta/instanceid|meta/rootuuid
|marca temporal|carimbo de data/hora|horodateur|zeitstempel|startzeit|fertigstellungszeit|hora de inicio|hora de finalización
|hora de la última modificación|heure de début|heure de fin|zeitpunkt der letzten änderung|cap waktu|stempel waktu|dấu thời gian
|タイムスタンプ|타임스탬프|时间戳记|时间戳|時間戳記|开始时间|完成时间|提交时间|提交答卷时间|所用时间|答题时长|开始答题时间|结束答题时间
|来源|来源详情|语言|用户类型|自定义字段|地理位置国家和地区|地理位置省|地理位置市|填写时间|填表时间|答题时间|enviado el|curso
|fecha|date|日期|time|时间
"""
_PERSONAL = """
name|full name|first name|last name|firstname|lastname|surname|your name|customer name|respondent name|email|e-mail|email address
|e-mail address|recipientemail|recipientlastname|recipientfirstname|username|user name|phone|phone number|telephone|mobile|mobile number
|address|home address|ip|ip address|ipaddress|ip_address|ipaddr|locationlatitude|locationlongitude|latitude|longitude|submitted by
|_submitted_by|wechat|account|nombre|nombre completo|nombre de usuario|correo electrónico|dirección de correo electrónico|correo|nom|prénom
|adresse de messagerie|adresse e-mail|nome|endereço de e-mail|nama|nama lengkap|alamat email|alamat|no hp|vorname|nachname
|姓名|名字|您的姓名|昵称|邮箱|电子邮件|电子邮箱|手机|手机号|手机号码|电话|联系电话|联系方式|地址|来自ip|用户标识|微信|微信号|身份证|身份证号
|メールアドレス|氏名|이름|이메일 주소
"""
_ID = """
id|respondentid|respondent id|respondent_id|response id|responseid|response_id|record id|recordid|case id|caseid|case|uuid|_id|_uuid
|customer id|customerid|user id|userid|no|no.|nr|nr.|number|#|index|row|序号|编号|答卷编号|问卷编号|样本编号|客户编号|会员号|id de usuario|respuesta
|id de la réponse|id da resposta
"""
_WEIGHT = "weight|weights|wt|wgt|case_weight|case weight|caseweight|case weights|sample weight|sampling weight|权重|加权|样本权重|个案权重|加权系数|权数"
_WAVE = "wave|waves|survey wave|wave no|期次|波次|批次|轮次|调查期次|调查批次"
_DERIVED = """
score|total score|total|total points|quiz feedback|sum|average|mean|nps group|总分|得分|平均分|合计|puntuación|puntuación total|pontuação|punkte gesamt
"""


def names(listed: str) -> frozenset[str]:
    """The names of a list parted by |."""
    return frozenset(name.strip() for name in listed.replace("\n", "").split("|"))


METADATA, PERSONAL, ID, WEIGHT, WAVE, DERIVED = map(names, (_METADATA, _PERSONAL, _ID, _WEIGHT, _WAVE, _DERIVED))

DERIVED_PATTERN = re.compile(
    r"^(?:points|feedback|puntos|comentarios|punkte) - |_nps_group$|nps[ _-]*group$|- group$|_do$|_(?:first|last) click$|_page submit$|_click count$"
    r"|^(?:avg|average|mean|sum|total|sd|zscore|fac\d)[ _.]|grouptime|^z_"
)
PERSONAL_START = re.compile(
    r"(?:(?:your|full|first|last|customer|respondent) )?(?:name|e-?mail|phone)\s*[:(,/]|(?:您的)?(?:姓名|电话|手机|邮箱)\s*[:(,/]"
)
OTHER_TEXT = re.compile(r"_text$|\[(?:other|comment)\]$|other \(please specify\)|其他.*(?:说明|注明)|^comments?$")
RECOMMEND = re.compile(r"\bnps\b|recommend|推荐|推薦|recomend|empfehl")
NPS = re.compile(r"\bnps\b|净推荐")
SATISFACTION = re.compile(r"satisf|满意|滿意|\bcsat\b|\bc?sat\d*\b|^cusa\d*$|^sat[_ .-]?\d*$|zufrieden")
OVERALL = re.compile(r"\boverall\b|all in all|in general|on the whole|\bgeneral(?:ly)?\b|总体|整体|总的|综合|总满意|insgesamt")
NOT_AN_ANSWER = re.compile(
    r"\bage\b|\bage:|how old|year of birth|年龄|岁数|出生|\bincome\b|收入|how many|how much|number of|amount|多少|次数|数量|金额|花费|\byears?\b"
    r"|\bedad\b|\bnacimiento\b|postal|zip code|邮编|\bumur\b|\busia\b|semester|工龄|年限|postcode|学号|工号|房号"
)
RATING = re.compile(r"satisf|满意|滿意|rate|rating|score|评分|打分|评价|期望|expect|感知|体验|重要|import|zufrieden")
SEGMENT = re.compile(
    r"\bage\b|gender|\bsex\b|region|city|province|country|education|income|occupation|\bjob\b|tier|segment|group|store|branch|channel|department"
    r"|性别|年龄|地区|城市|省份|区域|学历|教育|收入|职业|门店|渠道|部门|会员|等级|类型|行业|客户类别|婚姻"
)

DEMOGRAPHIC = re.compile(
    r"gender|\bsex\b|marital|education|\bincome\b|occupation|\bregion\b|\bprovince\b|\bcountry\b|\btier\b|\bsegment\b|\bgroup\b|\bstrat(?:a|um)\b|\bcluster\b"
    r"|性别|年龄|学历|教育程度|收入|职业|地区|城市|省份|区域|婚姻|会员等级|客户类型|客户类别|分组|细分"
)


def plain(header: str) -> str:
    """A header in the form in which names are compared: NFKC, no case, single spaces, no number in front, no colon behind."""
    text = " ".join(unicodedata.normalize("NFKC", header).casefold().split())
    unnumbered = re.sub(r"^q?\d+\s*[.、)]\s*", "", text) or text
    return unnumbered.strip(" :*?。.") or text
