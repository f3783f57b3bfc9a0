import type { DatumKind } from '../missingDatum.ts';

/** The kind of the value that English words ask for, in small letters: `client name`, `date of birth`, `incidents`. */
export function englishLabelKind(lower: string): DatumKind | undefined {
  // Team leader, meeting venue: the last word says what it is, where it says anything.
  const head = / (?:of|for|from|to) /.test(lower) ? undefined : /[a-z]+ ([a-z]{4,})$/.exec(lower)?.[1];
  const kind = head === undefined || openHeads.test(head) ? undefined : kindOfWords(head);
  return kind ?? kindOfWords(lower);
}

/** Heads that the words before them say more of: client name, contract number. */
const openHeads =
  /^(?:names?|number|title|details|id|code|reference|status|description|total|value|period|count|present|lead|contact|report|figure|source|signature|party)$/;

function kindOfWords(lower: string): DatumKind | undefined {
  const words = lower.split(/[^a-z#]+/).filter((word) => word !== '');
  const has = (...some: string[]): boolean => some.some((word) => words.includes(word));
  if (/^(?:total )?(?:number|no\.?|quantity) of /.test(lower)) return 'count';
  if (has('name') && has('title', 'position', 'role')) return 'person';
  if (has('name') && has('project', 'product', 'event', 'programme', 'program', 'system', 'course')) return 'name';
  if (
    /^(?:date )?(?:detected|resolved|started|ended|opened|closed|received|completed|reported|submitted|issued|created|updated|expires?|begins?|ends?|effective)(?: on| at)?$/.test(
      lower,
    )
  )
    return 'date';
  if (/^(?:duration|age|baseline|target|actual|achieved|reached|weight|height|score|length|width|depth|temp|temperature)$/.test(lower))
    return 'count';
  const last = words.at(-1) ?? '';
  const plural = /[a-z]{3}(?<!s)s$/.test(last) && !notCounted.test(last);
  // Lost-time injuries are counted.
  const dated = !plural || /^(?:date|time|deadline|day|week|month|year|quarter|period)s$/.test(last);
  if (
    dated &&
    has('date', 'deadline', 'month', 'year', 'quarter', 'period', 'time', 'meeting', 'due', 'week', 'day', 'when', 'eta', 'start', 'finish')
  )
    return 'date';
  if (has('percent', 'percentage', 'rate', 'margin', 'share', 'uptime', 'attendance')) return 'percent';
  if (
    has(
      'amount',
      'price',
      'cost',
      'fee',
      'budget',
      'revenue',
      'sum',
      'salary',
      'value',
      'dollar',
      'currency',
      'cash',
      'loss',
      'profit',
      'funding',
      'deposit',
      'rent',
      'turnover',
      'savings',
      'spend',
      'grant',
      'loan',
      'balance',
      'sales',
      'income',
      'expenditure',
      'payment',
      'investment',
    )
  )
    return 'money';
  if (
    /[a-z]s (?:affected|impacted|served|reached|trained|surveyed|interviewed|lost|open|closed|resolved|completed|worked|sold|held|issued|attended)$/.test(
      lower,
    )
  )
    return 'count';
  if (/\w (?:number|no|ref|id|code)$/.test(words.join(' ')) && !/^(?:insert|enter|add|total|the|a)\b/.test(lower))
    return has('contract', 'document', 'protocol', 'case', 'report') ? 'document' : undefined;
  if (has('ratio')) return 'ratio';
  if (has('number', 'count', 'quantity', 'total', 'headcount', '#', 'age')) return 'count';
  if (
    has(
      'address',
      'location',
      'venue',
      'city',
      'country',
      'place',
      'site',
      'region',
      'town',
      'state',
      'district',
      'village',
      'province',
      'county',
      'street',
      'postcode',
      'community',
    )
  )
    return 'place';
  if (
    has(
      'company',
      'client',
      'organisation',
      'organization',
      'department',
      'team',
      'vendor',
      'supplier',
      'customer',
      'partner',
      'school',
      'agency',
      'bank',
      'contractor',
      'employer',
      'university',
      'committee',
      'board',
      'council',
      'group',
      'society',
      'association',
      'funder',
      'buyer',
      'seller',
      'licensor',
      'licensee',
      'hospital',
      'institution',
      'institute',
      'donor',
      'sponsor',
      'grantee',
      'grantor',
      'lender',
      'borrower',
      'landlord',
      'tenant',
      'authority',
      'ministry',
      'body',
      'firm',
      'business',
      'party',
      'college',
      'office',
    )
  )
    return 'org';
  if (has('project', 'product', 'programme', 'program', 'campaign', 'role', 'position', 'event', 'initiative', 'job', 'system'))
    return 'name';
  if (has('title', 'document', 'report', 'contract')) return 'document';
  if (has('table', 'figure', 'appendix', 'reference', 'link', 'url', 'citation', 'source', 'page', 'chart')) return 'reference';
  if (
    has(
      'name',
      'person',
      'owner',
      'author',
      'manager',
      'lead',
      'contact',
      'employee',
      'director',
      'signatory',
      'recipient',
      'speaker',
      'surname',
      'apologies',
      'present',
      'treasurer',
      'principal',
      'chairman',
      'chairperson',
      'chair',
      'ceo',
      'president',
      'signed',
      'prepared',
      'approved',
      'reviewed',
      'approver',
      'reviewer',
      'assignee',
      'supervisor',
      'patient',
      'student',
      'teacher',
      'witness',
      'signature',
      'presenter',
      'facilitator',
      'secretary',
      'attendees',
      'investigator',
      'representative',
      'superintendent',
      'foreman',
      'cfo',
      'resident',
    )
  )
    return 'person';
  // Who does something: analyst, inspector, headteacher.
  if (/[a-z]{3}(?:er|or|ist|yst|ician|ee)s?$/.test(last) && !notPersons.test(last)) return 'person';
  // Incidents: __
  return words.length <= 3 && plural ? 'count' : undefined;
}

const notCounted =
  /^(?:comments|notes|remarks|results|actions|details|objectives|findings|conclusions|recommendations|apologies|terms|conditions|goals|aims|minutes|steps|reasons|keywords|series|status|analysis|basis|progress|species|thanks|regards|means|news|highlights|methods|contents|references|lessons|risks|needs|names|places|locations)$/;

const notPersons =
  /^(?:number|order|paper|water|weather|other|after|over|under|parameter|matter|folder|error|vector|factor|sector|door|floor|colou?r|motor|sensor|server|router|monitor|center|centre|meter|filter|header|footer|cover|letter|chapter|computer|cluster|buffer|layer|power|offer|tender|counter|register|newsletter|poster|container|tower|list|checklist|degree|fee|coffee|committee|employee|trainee|fever|cancer|liver|tumor|corridor|reactor|indicator|behavior|ever|never|whether|rather)s?$/;
