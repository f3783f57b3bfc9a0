/** Notes of writers to themselves inside brackets: the words that make `【…】`, `（…）` or `[…]` a mark. All patterns are tried on short strings only. */
export const noteWords =
  /待(?:补|填|核|查|定(?!席)|确认|更新|提供|统计|完善|续|明确|落实数|插入|收集|汇总|报送)|^待[^，。；]{1,8}(?:核定|核实|核准|核对|确认|提供|补充|填写|统计|报送|审定|汇总|反馈|明确|落实|定)$|(?:^|[，,：:；;]|数据|数字|内容|情况|金额)(?:还|尚|仍)?(?:请|需要?|须|应)(?:再|进一步|重新|另行)?(?:补充|填写|填入|输入|插入|核实|核对|提供|更新|确认|完善|替换|修改|根据实际|结合实际|自行|注明)|^(?:填写|填入|补充|插入|输入)(?:具体|相关|数据|内容|数字|姓名|名称|时间|日期|地点|地址|金额|单位|公司|人数|数量|原因|情况|图|表|照片|编号|文号|职务|部门|项目|本|你)|(?:数据|数字|内容|金额|此处)[^，。；]{0,3}(?:待|需|请|须|尚未)[^，。；]{0,8}(?:核实|核对|确认|补充|更新|提供)$|补充(?:数据|内容|数字|材料)$|此处(?:填|插|写|补|加|应|为|需|放|输|粘|列|可|请|根据|具体)|暂缺|尚缺|数据缺|缺数据|^缺$|^具体(?:数字|数据|数值)$|占位/;
/** Notes about filling in that ask nothing of the writer of this report. */
export const notNotes =
  /说明|要求|一下|须知|不清|不全|不需|无需|不得|不再|略|省略|从略|单位填写|机关填写|部门填写|人填写|工作人员填|办理|问题|遇|业|岗|办|核准制|事项清单|答题卡|示例|样例|格式|指南|规范$|填写在|待遇|命|待核销|待查封/;
/** Nouns that in square or lenticular brackets stand for a value: 【单位名称】, [姓名]. */
export const slotNouns =
  /(?:名称|姓名|名字|日期|金额|数量|数字|编号|文号|字号|电话|手机号|地址|单位|公司|时间|地点|职务|职称|年份|月份|年度|人数|部门|机关|号码|比例|次数|户数|面积|标题|数据|数值|城市|省份|年月日|年龄|性别|学校|机构|邮箱|网址|主题|岗位|班级|科室|县名|局名|事由|案由|结果|内容|代码|账号|链接|图片)$/;
/** English notes: `[insert date]`, `<enter name>`, `[TBD]`. */
export const englishNotes =
  /^(?:insert|enter|add|fill|fill in|provide|include|specify|type|your|to be|placeholder|please|choose|select|describe|list|xx+|tb[dca]|todo|n\/?a\?|pending|missing|confirm|update|date|name|amount|number|title|location|address|company|client|venue|surname|signature|month|year|quarter|city|country|figure|value|percentage|percent|\$?x+%?)(?![a-z])/i;
export const englishSlotNouns =
  /(?:^|[ _-])(?:name|surname|forename|signature|salutation|recipient|sum|date|amount|number|title|address|company|client|customer|location|venue|department|organi[sz]ation|position|role|manager|owner|author|email|phone|year|month|quarter|city|country|region|percentage|percent|value|budget|cost|price|fee|project|product|team|partner|vendor|supplier|employee|recipient|signature|figure|currency|deadline|district|village|town|state|province|school|university|hospital|facility|community|donor|funder|beneficiary|contact|day|time|weekday|season|term|street|postcode|job|course|programme|program|event|reason|description|topic|industry|sector|competitor|auditor|sponsor|officer|director|percentage|rate|quantity|count|total|sample|site|source|age|gender|sex|url|link|quote|grade|class|tbd|tbc|no|no\.|#)s?$/i;
export const notEnglishSlot =
  /^(?:sic|emphasis added|citation needed|see |note|ibid|et al|redacted|applause|laughter|translated|link|image|video|table of contents|toc|draft|confidential|internal|optional|required|update:|edited|figure \d|table \d)/i;
/** HTML elements that may stand between angle brackets. */
export const htmlElements =
  /^\/?(?:a|b|i|u|s|p|br|hr|em|strong|span|div|img|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|code|pre|sub|sup|input|form|label|title|head|body|html|script|style|link|meta|time|address|summary|details|figure|button|select|option|string|number|boolean|int|integer|float|void|any|object|t|k|v)(?![\w])/i;
/** Talk about brackets themselves: 书名号《》. */
export const bracketTalk = /书名号|引号|括号|标点|符号|方括|六角/;
/** In square and lenticular brackets a bare verb is enough: 【填写】, [补充]. */
export const squareNotes = /^(?:填写|填入|填|补充|补|插入|输入|替换)/;
