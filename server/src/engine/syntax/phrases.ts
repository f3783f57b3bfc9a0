/** Words and shapes by which the parts of a report are known. Data, kept apart from the scanner. */

/** Closings (结束语) on a line of their own. */
export const closing =
  /^(?:特此(?:报告|通知|函告|函达|函复|函询|公告|通告|通报|批复|请示|说明|证明|函商|复函|公示|申请|汇报|备案)|此(?:复|令|致|函)|(?:以上|上述|现).{0,14}(?:报告|请示|汇报|意见|情况|说明|总结).{0,24}|(?:当否|妥否|可否|是否妥当|是否可行).{0,24}|现?提请.{0,8}审议.{0,6}|请(?:予|速)?(?:批示|审批|批复|审议|审阅|函复|指示|评议|审查|批准)|盼复)[。.！!]?$/;

/** A date of issue (成文日期) on a line of its own, with or without missing parts. */
export const issueDate =
  /^(?:[0-9０-９]{2,4}|[〇○零一二三四五六七八九]{4}|(?:19|20)?[0-9*×XxＸ_＿○〇\s\u3000]{1,6}|\s*)年(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[*×XxＸ_＿○〇\s\u3000]{1,6})月(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[*×XxＸ_＿○〇\s\u3000]{1,6})日$/;

/** A document number (发文字号) on a line of its own, with or without missing parts. */
export const documentNumber = /^[^\s。，；：、〔[（(【]{1,24}[〔[（(【][0-9Xx×*＿_○〇]{2,6}[〕\]）)】]第?[0-9Xx×*＿_]{1,6}号$/;

/** Lines that end in a colon but open a list, and so are no addressee. */
export const leadIn = /(?:如下|下列|以下|包括|内容|议程|要求|原则|事项|情况|问题|措施|方面|是|为|有|地点|时间|人员)[：:]$/;

/** The mark of an attachment (附件1) on a line of its own. */
export const attachmentStart = /^附\s{0,4}件\s{0,4}([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?\s{0,4}[：:]?$/;

/** The attachment note (附件说明). */
export const attachmentNote = /^附(?:\s{0,4}件)?\s{0,4}([0-9０-９]{1,3})?\s{0,4}[：:]/;

export const caption =
  /^(表|图|Table|Figure|Fig\.)\s{0,4}([0-9０-９]{1,3}(?:[-.–—][0-9]{1,3})?|[一二三四五六七八九十]{1,3}|[*×]|[Xx]{1,2})(?=[\s\u3000：:.．、])[\s\u3000：:.．、]{1,4}/;

/** Marks that end or part sentences: a title or a signature has none. */
export const sentenceMarks = /[。；！？;!?]/;

export const pageBreak = /^(?:【分页】|\[分页\]|<!--\s{0,8}(?:page-?break|分页)\s{0,8}-->|\\(?:page-?break|newpage))$/i;

export const tableOfContents = /^(?:\[toc\]|【目录】|\[目录\]|\[\[toc\]\])$/i;

/** A comment that switches rules off: `<!-- report-writer-disable missing-data -->`, `-enable`, `-disable-next-line`. */
export const directive = /^<!--\s{0,8}report-writer-(disable-next-line|disable|enable)((?:\s{1,8}[a-z][a-z-]{0,60}){0,20})\s{0,8}-->$/;

/** What a line of front matter looks like: a key, an item, an indented line, a YAML comment or nothing. Anything else ends it. */
export const frontMatterLine = /^(?:\s|-(?:\s|$)|#|$|[\]}]|["'\w\u3400-\u9fff（）()·. -]{1,40}[:：](?:\s|$))/;

/** The key of the front matter that says that marks hide names on purpose. */
export const maskingOn = /^(?:masking|脱敏)\s{0,8}[:：]\s{0,8}(?:true|yes|是|1)\s*(?:#.*)?$/i;
