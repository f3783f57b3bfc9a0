/** Words and shapes by which the parts of a report are known. Data, kept apart from the scanner. */

/** What is asked after a closing's first words: ，请批示 · ，如无不妥，请批转执行. */
const asked =
  '[，,；;。？?]?(?:(?:敬|恳|谨|特|呈|报|提|妥)?请|当否|妥否|可否|是否|如无|如有|如蒙|如果|若无|若有|不[当妥]之处|有不[当妥]|特此|专此|望|盼|予以|供|仅供|谢谢).{0,24}';

/** Closings (结束语) on a line of their own: known formulas only, since 以上情况 and 现将 begin ordinary sentences as well. */
export const closing = new RegExp(
  `^(?:${[
    '(?:特|专)此(?:报告|通知|函告|函达|函复|函询|公告|通告|通报|批复|请示|说明|证明|函商|复函|公示|申请|汇报|备案)',
    '此(?:复|令|致|函)',
    `(?:以上|上述)(?:就?是|为)?.{0,14}(?:报告|请示|汇报|意见|情况|说明|总结|方案|建议|请求|申请|事项|通知)(?:完毕)?(?:${asked})?`,
    '现予(?:以)?(?:公告|通告|公布|公示|发布|通报|印发)',
    `(?:当否|妥否|可否|是否妥当|是否可行)(?:${asked})?`,
    '现?提请.{0,8}审议.{0,6}',
    '请(?:予|速)?(?:批示|审批|批复|审议|审阅|函复|指示|评议|审查|批准)',
    '盼复',
  ].join('|')})[。.！!]?$`,
);

/** A date of issue (成文日期) on a line of its own, with or without missing parts. */
export const issueDate =
  /^(?:[0-9０-９]{2,4}|[〇○零一二三四五六七八九]{4}|(?:19|20)?[0-9*×XxＸ_＿○〇\s\u3000]{1,6}|\s*)年(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[*×XxＸ_＿○〇\s\u3000]{1,6})月(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[*×XxＸ_＿○〇\s\u3000]{1,6})日$/;

/** What is a date of issue only where one is expected: 2024-01-05, and 2024年13月, which was meant for one. */
export const otherDate = /^[0-9]{4}(?:([-./．／])[0-9]{1,2}\1[0-9]{1,2}|年(?:1[3-9]|[2-9][0-9]|0{1,2})月)$/;

/** A document number (发文字号) on a line of its own, with or without missing parts. */
export const documentNumber = /^[^\s。，；：、〔[（(【]{1,24}[〔[（(【][0-9Xx×*＿_○〇]{2,6}[〕\]）)】]第?[0-9Xx×*＿_]{1,6}号$/;

/** Lines that end in a colon but open a list, and so are no addressee. */
export const leadIn = /(?:如下|下列|以下|包括|内容|议程|要求|原则|事项|情况|问题|措施|方面|是|为|有|地点|时间|人员)[：:]$/;

/** Words that begin a sentence and no name: 针对上述问题提出如下建议：. */
const sentenceStart =
  /^(?:针对|关于|根据|由于|通过|按照|依据|结合|围绕|为了|为(?:全面|进一步|切实|贯彻|做好|加强|落实)|现将|现就|下面|以下|经研究|对于|就(?:有关|上述|以上))/;
/** What names of organs and persons end in. */
const organOrPerson =
  /(?:[省市县区州盟旗镇乡村委办局厅部院会司署处科室股所站队组厂矿校园社馆台团庭军]|政府|街道|大学|中学|小学|中心|银行|分行|支行|农场|林场|公司|企业|集团|单位|部门|机构|组织|班子|同志|先生|女士|小姐|领导|代表|委员|专家|股东|董事|监事|理事|业主|同事|员工|职工|教师|老师|同学|学生|家长|人民|[市居村农公]民|群众|朋友|客户|用户|乡亲|同仁|嘉宾|主任|书记|.长|主席|经理|总裁|律师|法官|成员|们|当事人|负责人|各位)(?:等|[（(][^（()）]{1,20}[）)])?$/;
/** A name that is missing: ××, 【单位名称】. */
const missingName = /[*＊×✕╳XxＸ_＿○〇】\]）)}｝]$/;
/** ××市教育局 and its like, or such a name that is missing in part. */
export const isOrganName = (words: string): boolean => organOrPerson.test(words) || missingName.test(words);

const englishAddress =
  /^(?:dear|to|attn|attention)\b|\b(?:board|committee|council|department|office|ministry|bureau|commission|directors?|members|partners|team|sirs?|madam|trustees|authority|agency|association|university|school|company|ltd\.?|inc\.?|colleagues|all|shareholders|stakeholders|governors|chair(?:man|woman|person)?|manager|minister|secretary|mayor|concern)$/i;

/** Whether a line of the head is an addressee (主送机关): it ends in a colon and names organs or persons. */
export function isAddressee(words: string): boolean {
  if (!/[：:]$/.test(words) || leadIn.test(words) || /[。；;！？]/.test(words) || attachmentNote.test(words) || sentenceStart.test(words)) {
    return false;
  }
  const name = words.slice(0, -1).trimEnd();
  return organOrPerson.test(name) || missingName.test(name) || englishAddress.test(name);
}

/** The mark of an attachment (附件1) on a line of its own. */
export const attachmentStart = /^附\s{0,4}件\s{0,4}([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?\s{0,4}[：:]?$/;

/** The attachment note (附件说明). */
export const attachmentNote = /^附(?:\s{0,4}件)?\s{0,4}([0-9０-９]{1,3})?\s{0,4}[：:]/;

export const caption =
  /^(表|图|圖|Table|Figure|Fig\.)\s{0,4}([0-9０-９]{1,3}(?:[-.–—][0-9]{1,3})?|[一二三四五六七八九十]{1,3}|[*×]|[Xx]{1,2})(?=[\s\u3000：:.．、])[\s\u3000：:.．、]{1,4}/;

/** Marks that end or part sentences: a title or a signature has none. */
export const sentenceMarks = /[。；！？;!?]/;

export const pageBreak = /^(?:【分页】|\[分页\]|<!--\s{0,8}(?:page-?break|分页)\s{0,8}-->|\\(?:page-?break|newpage))$/i;

export const tableOfContents = /^(?:\[toc\]|【目录】|\[目录\]|\[\[toc\]\])$/i;

/** A comment that switches rules off: `<!-- report-writer-disable missing-data -->`, `-enable`, `-disable-next-line`. */
export const directive = /^<!--\s{0,8}report-writer-(disable-next-line|disable|enable)((?:\s{1,8}[a-z][a-z-]{0,60}){0,20})\s{0,8}-->$/;

/** What a line of front matter looks like: a key, an item, an indented line, a YAML comment or nothing. Anything else ends it, an indent of full-width blanks too: it is a paragraph's. */
export const frontMatterLine = /^(?:[ \t]|\s*$|-(?:\s|$)|#|[\]}]|["'\w\u3400-\u9fff（）()·. -]{1,40}[:：](?:\s|$))/;

/** The language that the front matter says. */
export const saidLanguage = /^(?:language|lang|语言)\s{0,8}[:：]\s{0,8}["']?([A-Za-z]{2})(?![A-Za-z])/i;

/** The key of the front matter that says that marks hide names on purpose. */
export const maskingOn = /^(?:masking|脱敏)\s{0,8}[:：]\s{0,8}(?:true|yes|是|1)\s*(?:#.*)?$/i;
