"""Words inside a question that give away what it asks: satisfaction, recommending, an amount, a group, in nine languages.

Every pattern is searched in a header as `known_headers.plain` leaves it: NFKC, without case.
"""

from __future__ import annotations

import re

RECOMMEND = re.compile(
    r"\bnps\b|recommend|推荐|推薦|recomend|recomiend|recommand|empfehl|rekomendasi|menyarankan|おすすめ|お勧め|お薦め|勧め(?:たい|る)|薦め(?:たい|る)|推奨|추천"
)
NPS = re.compile(r"\bnps\b|净推荐|淨推薦|net promoter|순추천")
SATISFACTION = re.compile(
    r"satisf|满意|滿意|\bcsat\b|\bc?sat\d*\b|^cusa\d*$|^sat[_ .-]?\d*$|zufrieden|kepuasan|\bpuas\b|満足|만족"
)
# the judgement itself, rather than the word inside a statement on something else
SATISFIED = re.compile(
    r"satisfied|satisfech[oa]|satisfeit[oa]|satisfaits?\b|satisfaite|zufrieden|\bpuas\b|满意|滿意|満足|만족|\bcsat\b|\bc?sat\d*\b|^sat[_ .-]?\d*$"
)
OVERALL = re.compile(
    r"\boverall\b|all in all|in general|on the whole|\bgeneral(?:ly)?\b|总体|整体|总的|综合|总满意|總體|整體|整体的に|総合|全体|전반|전체|종합"
    r"|insgesamt|gesamtzufriedenheit|alles in allem|secara keseluruhan|keseluruhan|en general|en conjunto|no geral|de modo geral|em geral"
    r"|dans l'ensemble|globalement|\bglobale?\b"
)
NOT_AN_ANSWER = re.compile(
    r"\bage\b|\bage:|how old|year of birth|birth year|年龄|年齡|岁数|出生|\bincome\b|收入|how many|how much|number of|amount|多少|次数|次數|数量|數量|金额|金額|花费"
    r"|\byears?\b|postal|zip ?code|postcode|post code|邮编|邮政编码|郵遞區號|郵便番号|우편번호|semester|工龄|年限|学号|工号|房号|學號"
    r"|\bedad\b|nacimiento|\baños\b|cuánt[oa]s|código postal|\bidade\b|nascimento|\banos\b|quant[oa]s|\bcep\b|\bâge\b|naissance|combien|code postal"
    r"|\balter\b|geburtsjahr|wie viele|wie oft|postleitzahl|\bplz\b|\bumur\b|\busia\b|tahun lahir|berapa|kode pos|年齢|何歳|生年|何回|何人|いくつ"
    r"|나이|연령|출생|몇 |소득"
)
RATING = re.compile(
    r"satisf|满意|滿意|rate|rating|score|评分|打分|评价|評分|評價|期望|expect|感知|体验|體驗|重要|import|zufrieden|bewert|wichtig|calific|valor|avali|évalu"
    r"|\bnote[rz]?\b|nilai|puas|満足|評価|만족|평가|중요"
)
SEGMENT = re.compile(
    r"\bage\b|gender|\bsex\b|region|city|province|country|education|income|occupation|\bjob\b|tier|segment|group|store|branch|channel|department"
    r"|marital|industry|faculty|college|性别|性別|年龄|年齡|年代|地区|地區|城市|省份|区域|區域|学历|學歷|教育|收入|职业|職業|门店|门市|渠道|部门|部門|会员|會員"
    r"|等级|等級|类型|類型|行业|行業|客户类别|婚姻|居住|\bsexo\b|género|genero|\bedad\b|ciudad|región|provincia|país|\bpais\b|estado civil|estudios|ocupación"
    r"|ingresos|departamento|sucursal|gênero|faixa etária|\bidade\b|cidade|região|escolaridade|renda|\bsexe\b|\bgenre\b|tranche d'âge|\bâge\b|\bville\b|région"
    r"|niveau d'études|profession|revenu|geschlecht|\balter|altersgruppe|\bstadt\b|bundesland|bildung|beruf|einkommen|abteilung|filiale|jenis kelamin"
    r"|\busia\b|\bumur\b|pendidikan|pekerjaan|pendapatan|fakultas|\bkota\b|provinsi|cabang|お住まい|地域|年齢|学歴|店舗|성별|연령|나이|지역|학력|직업|소득|지점"
)
DEMOGRAPHIC = re.compile(
    r"gender|\bsex\b|marital|education|\bincome\b|occupation|\bregion\b|\bprovince\b|\bcountry\b|\btier\b|\bsegment\b|\bgroup\b|\bstrat(?:a|um)\b|\bcluster\b"
    r"|性别|性別|年龄|年齡|学历|學歷|教育程度|收入|职业|職業|地区|地區|城市|省份|区域|婚姻|会员等级|客户类型|客户类别|分组|细分|\bsexo\b|género|estado civil"
    r"|nivel de estudios|ingresos|gênero|faixa etária|escolaridade|\bsexe\b|tranche d'âge|geschlecht|altersgruppe|einkommen|jenis kelamin|pendidikan"
    r"|pekerjaan|pendapatan|学歴|年代|성별|연령대|학력|직업|소득"
)
PLATFORM_PATTERN = re.compile(
    r"^(?:points?|feedback|puntos|pontos|comentarios|punkte|commentaires|点数|得分|分数|反馈|點數|意見反應|ポイント|フィードバック|점수|피드백)\s*[-–—]\s"
    r"|_nps_group$|nps[ _-]*group$|_do$|_(?:first|last) click$|_page submit$|_click count$|grouptime"
)
DERIVED_PATTERN = re.compile(
    r"^(?:avg|average|mean|sum|total|sd|zscore|fac\d+|mah|lev|res|pre|coo)[ _.]|^(?:fac\d+_\d+|mah_\d+|z(?:re|pr)_\d+)$|^z_|_(?:mean|avg|sum|total|score|index)$"
)
PERSONAL_START = re.compile(
    r"(?:(?:your|full|first|last|customer|respondent) )?(?:name|e-?mail|phone|address)\s*[:(,/]|(?:您的|请问您的|你的)?(?:姓名|电话|手机|邮箱|微信|联系方式)"
    r"|(?:nombre|nom|nome|nama|vorname|nachname|correo|teléfono|telefone|téléphone|telepon|お名前|氏名|이름|성함|연락처)(?:\s*[:(,/]|\s+(?:completo|complet|lengkap|anda|et prénom))"
    r"|what is your (?:full )?(?:name|e-?mail|phone|address)|(?:e-?mail|phone) (?:address|number)|número de (?:teléfono|telefone|celular)|nomor (?:hp|telepon|wa|whatsapp)"
)
OTHER_TEXT = re.compile(
    r"_text$|\[(?:other|comment)\]$|other \(please specify\)|其他.*(?:说明|注明|說明)|^comments?$|open-ended response|\[(?:otro|autre|outro|sonstiges|その他|기타)\]$"
)
SEVERAL = re.compile(
    r"(?:all that apply|select all|check all|tick all|multiple (?:choice|answers|responses|select))|多选|可多选|複選|可複選|複数回答|複数選択|複数可|복수|중복"
    r"|todas las que|varias opciones|opción múltiple|todas as (?:opções|que)|várias opções|plusieurs (?:réponses|choix)|toutes les réponses|mehrfach|alle zutreffenden"
    r"|lebih dari satu|semua yang sesuai|pilih semua"
)
RANK = re.compile(
    r"[\[( _-]rank(?:ing)?[ _]?\d+[\])]?$|^rank(?:ing)?[ _]?\d+\b|\b\d+(?:st|nd|rd|th) (?:choice|place|rank|preference)|\b(?:first|second|third|fourth|fifth) choice"
    r"|\[(?:rang|rango|classement|platz|peringkat)[ _]?\d+\]|第[一二三四五六七八九十\d]+(?:位|选择|選擇|选|名)|\d+位|[1-9]순위|排序[ _]?\d+$"
    r"|(?:primera|segunda|tercera) opción|(?:primeira|segunda|terceira) opção|(?:premier|deuxième|troisième) choix|(?:erste|zweite|dritte) wahl|pilihan (?:pertama|kedua|ketiga)"
)
ATTENTION = re.compile(
    r"attention[ _-]*(?:check|test|question|trap)|^attention$|^trap(?: question)?$|instructed response|注意力(?:检测|测试|检查|题)|陷阱题|测谎题|甄别题|注意チェック"
    r"|aufmerksamkeits(?:check|test|frage|kontrolle)|(?:control|prueba|pregunta) de atención|(?:verificação|teste|pergunta) de atenção|(?:contrôle|question) d'attention"
)
INSTRUCTS = re.compile(
    r"(?:please |kindly )?(?:select|choose|tick|mark|pick|check|click|answer with|respond with)\s|请(?:直接|务必)?(?:选择|选|勾选|填)|請(?:選擇|選|勾選)|を(?:選択|選んで|お選び)"
    r"|(?:를|을) (?:선택|골라|체크)|bitte.{0,30}(?:wählen|ankreuzen|klicken|an\b)|wählen sie|kreuzen sie|(?:seleccion|marque|marca|elij|eleg)|(?:selecione|escolha|assinale)"
    r"|(?:sélectionn|coche|choisi)|(?:silakan |mohon )?(?:pilih|centang)"
)
