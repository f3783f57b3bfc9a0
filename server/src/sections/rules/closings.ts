interface ClosingForm {
  readonly pattern: RegExp;
  /** 文种 that end so. */
  readonly of: readonly string[];
}

/** Closings (结束语) that belong to certain 文种 only; others fit anywhere. Practice, not a standard. */
const forms: readonly ClosingForm[] = [
  { pattern: /^特此报告/, of: ['报告'] },
  { pattern: /^特此请示|(?:妥否|当否|可否)|请(?:予)?(?:批示|批复|批准|审批|指示)[。！.]?$/, of: ['请示', '函', '意见', '议案'] },
  { pattern: /^特此通知/, of: ['通知'] },
  { pattern: /^特此通报/, of: ['通报'] },
  { pattern: /^特此公告/, of: ['公告'] },
  { pattern: /^特此通告/, of: ['通告'] },
  { pattern: /^特此函[告达复询商]|函复[。！.]?$|^盼复/, of: ['函'] },
  { pattern: /^(?:此复|特此批复)/, of: ['批复', '函'] },
  { pattern: /^此令/, of: ['命令', '令'] },
];

/** The 文种 that end with such a closing; `undefined` where any may. */
export const kindsOfClosing = (closing: string): readonly string[] | undefined => forms.find(({ pattern }) => pattern.test(closing))?.of;

/** A request for a decision, as a 请示 ends. */
export const asksForDecision = (closing: string): boolean => kindsOfClosing(closing)?.[0] === '请示';

/** The usual closing of each 文种 that has one. */
export const usualClosings: Readonly<Record<string, string>> = {
  报告: '特此报告。',
  请示: '妥否，请批示。',
  通知: '特此通知。',
  通报: '特此通报。',
  公告: '特此公告。',
  通告: '特此通告。',
  函: '特此函达。',
  批复: '此复。',
};
