import { isHan, skipBlanks } from '../chars.ts';
import { organAt, titleAt } from '../evidence.ts';
import type { Mark } from '../mark.ts';
import { districts, namedThings, organVerbs, titles } from '../words/organs.ts';
import type { Around, Meaning } from './around.ts';

const roads =
  /^(?:路|街|大道|巷|小区|大桥|隧道|高速|公路|河|湖|沟|水库|片区|渠道|干渠|堤防|大坝|灌区|码头|机场|车站|火车站|广场|公园|大厦)$/;
const hamlets = /^(?:村|社区|行政村|自然村|村组|乡|镇|街道)$/;
const placeBefore = /(?:在|赴|到|位于|地处|前往|来自|驻|住|至|于|途经|深入|走进|籍贯|居住|地址为?|户籍)$/;
const personEnds =
  /(?:领导|书记|主任|局长|组长|厅长|处长|科长|部长|县长|市长|区长|镇长|院长|校长|所长|队长|经理|同志|主席|教授|医师|委员|总监|董事长|律师|法官|审判长|书记员|记者|通讯员|本人|村支书|支书|乡长|村长|站长|厂长|班长|支队长|大队长|中队长|副总|总工|董事|参谋|干事|秘书|会计|司机|民警|兹有|兹证明|现委托|聘请|聘任|选举|推选|任命|免去|医生|老师|学生|员工|职工)$/;
const personActs =
  /^(?:[两三四五六七八九十]位|[两三四五六七八九十]名(?:同志|干部|同事|老师)|等[两三四五六七八九十\d]{1,2}位|参加|出席|一行|陪同|主持|致辞|致词|讲话|作报告|汇报|等同志|同志|等领导|（签[字名]|\(签[字名])/;
/** What people do at the beginning of a sentence. */
const personSays =
  /^(?:受到|被(?:免|开除|查|立案|判|依法|留置)|表示|指出|强调|说[，：]|认为|带队|率队|介绍|宣布|违规|利用职务|到案|供述|犯)/;

/** The name of an office a little further on: XX矿业公司, ××市场监管所. */
const officeAfter =
  /^[^的了在和与等对是为，。、；：\s\w]{0,7}?(?:公司|集团|医院|学校|大学|学院|中学|小学|支队|大队|委员会|协会|银行|合作社|电视台|工作队|工作组|指挥部|服务站|联盟|商会|学会|中心(?!组|任务|工作|城区)|事务所|监管局|监管所|管理局|管理所|派出所|幼儿园|研究院|研究所|设计院|日报社|报社|出版社|法院|检察院|人民政府|党委|党组|党支部|项目部|管委会|办公室|厂(?![区房长家商])|局(?![面部势长限])|厅(?!长|堂|级))/;

export function personOrOrgan({ text, to, end, left, right, mark }: Around): Meaning | undefined {
  const at = skipBlanks(text, to, end);
  const inside = mark.end - mark.start > 3 ? organInside(text, mark) : undefined;
  if (inside === undefined && (right !== '' || at === to) && titleAt(text, at, end) !== undefined) return { kind: 'person' };
  const organ = inside ?? (right === '' && at > to ? undefined : organAt(text, at, end));
  if (organ !== undefined) {
    const further = inside === undefined ? at + organ.length : mark.end;
    const isDistrict = districts.at(organ, 0, organ.length) === organ && organAt(text, further, end) === undefined;
    const isPlace = isDistrict && !officeAfter.test(text.slice(further, Math.min(end, further + 12)));
    const venue =
      /在$/.test(left) && /(?:馆|店|中心|礼堂|广场|学校|医院)$/.test(organ) && /^[举召启开进隆揭]/.test(text.slice(further, further + 1));
    if (!isPlace) return { kind: venue ? 'place' : 'org' };
    const insideSentence = left !== '' && !/[，。；：）”]$/.test(left);
    return { kind: roads.test(organ) || (hamlets.test(organ) && insideSentence) || placeBefore.test(left) ? 'place' : 'org' };
  }
  const listed = /^等(单位|部门|企业|公司|学校|机关|乡镇|同志|人(?!员)|地|文件|制度)/.exec(right)?.[1];
  if (listed !== undefined)
    return {
      kind: listed === '地' ? 'place' : listed === '文件' || listed === '制度' ? 'document' : /^[同人]/.test(listed) ? 'person' : 'org',
    };
  if ((left === '' || /[，。；：]$/.test(left)) && personSays.test(right)) return { kind: 'person' };
  if (personEnds.test(left) || personActs.test(right)) return { kind: 'person' };
  const office = !/^(?:精神|活动|主题|专题|专项|理念|品牌|行动)/.test(right) && officeAfter.test(text.slice(at, Math.min(end, at + 12)));
  if (office || /^(?:牵头|配合|承办|协办|主办)/.test(right)) return { kind: 'org' };
  return /(?:Mr|Mrs|Ms|Dr|Prof|Dear)\.?$/.test(left) ? { kind: 'person' } : undefined;
}

/** The organ word that closes a joined mark: XX县XX局. */
function organInside(text: string, mark: Mark): string | undefined {
  for (let length = Math.min(10, mark.end - mark.start - 1); length > 0; length--) {
    const word = organAt(text, mark.end - length, mark.end);
    if (word !== undefined && word.length === length) return word;
  }
  return undefined;
}

/** 主动接受*的监督, 由*牵头: who acts. */
export function actor({ text, left, to, end, right }: Around): Meaning | undefined {
  if (/(?:由|经)$/.test(left) && titles.at(right, 0, right.length) !== undefined) return { kind: 'person' };
  // ____就____项目进行招标: who acts.
  if ((left === '' || /[，。；]$/.test(left)) && /^(?:现|拟|特)?就(?![是业在要])/.test(right)) return { kind: 'org' };
  const organBefore = /(?:接受|配合|由|经|向|报|报经|受|与|会同|联合|协助|依托|委托)了?$/.test(left);
  return organBefore && organVerbs.at(text, to, end) !== undefined ? { kind: 'org' } : undefined;
}

export function document({ open, left, right, text, from, mark, start }: Around): Meaning | undefined {
  if (open === '《' || text[mark.start] === '《') return { kind: 'document' };
  const before = text.slice(Math.max(start, from - 40), from);
  if (before.lastIndexOf('《') > before.lastIndexOf('》')) return { kind: 'document' };
  const verb = /(?:印发|起草|制定|出台|修订|学习|根据|依据|按照|转发|下发|传达|贯彻|落实|发布)了?$/.test(left);
  return verb && /^(?:等|》|文件|规定|办法|通知|要求|的规定|条款|$|[，。；])/.test(right) ? { kind: 'document' } : undefined;
}

export function name({ open, text, mark, right }: Around): Meaning | undefined {
  if (open === '“' || text[mark.start] === '“') return { kind: 'name' };
  const thing = namedThings.at(right, 0, right.length);
  return thing !== undefined && thing !== '等' ? { kind: 'name' } : undefined;
}

/** Somewhere inside quotes: “全国××先进个人”. */
export function quotedName({ left }: Around): Meaning | undefined {
  return left.lastIndexOf('“') > left.lastIndexOf('”') ? { kind: 'name' } : undefined;
}

const site =
  /^[\u4e00-\u9fff]{0,4}?(?:市场|商场|超市|酒店|宾馆|饭店|网吧|广场|车站|机场|路口|路段|门口|境内|附近|一带|现场|工地|家中|住处)/;

export function place({ left, right }: Around): Meaning | undefined {
  const held =
    /^(?:、|等地|内|境内|附近|发生|进行|设立|成立|建设|修建|实施|居住|开庭|签订|签署|交货|开标|集合|工作|召开|调研|举行|举办|开展|考察|实地|参加|学习|检查|组织)/.test(
      right,
    );
  if (/(?:在|赴|到|前往|位于)$/.test(left) && (held || site.test(right))) return { kind: 'place' };
  if (/(?:坐落于|座落于|位于|地处|坐落在)$/.test(left)) return { kind: 'place' };
  const room = /^(?:[一二三四五六七八九十\d]?(?:楼|号)?会议室|礼堂|会场|大厅|报告厅|广场|等地|校区|机场|车站|酒店|宾馆)/.test(right);
  return room ? { kind: 'place' } : undefined;
}

/** 谋划*党建: the year or period that something is planned for. */
export function period({ left, right }: Around): Meaning | undefined {
  return /(?:谋划|做好|部署|安排|筹划|谋划好|抓好|制定)$/.test(left) && isHan(right.charCodeAt(0)) ? { kind: 'date' } : undefined;
}
