// Made by scripts/buildSections.mjs from snippets/. Do not edit.
import type0 from '../../../snippets/zh-CN/self-inspection-report.json';
import type1 from '../../../snippets/zh-CN/work-summary.json';
import type2 from '../../../snippets/zh-CN/work-plan.json';
import type3 from '../../../snippets/zh-CN/duty-report.json';
import type4 from '../../../snippets/zh-CN/situation-report.json';
import type5 from '../../../snippets/zh-CN/comprehensive-report.json';
import type6 from '../../../snippets/zh-CN/inquiry-reply-report.json';
import type7 from '../../../snippets/zh-CN/research-report.json';
import type8 from '../../../snippets/zh-CN/rectification-report.json';
import type9 from '../../../snippets/zh-CN/request.json';
import type10 from '../../../snippets/zh-CN/reply.json';
import type11 from '../../../snippets/zh-CN/notice.json';
import type12 from '../../../snippets/zh-CN/circular.json';
import type13 from '../../../snippets/zh-CN/letter.json';
import type14 from '../../../snippets/zh-CN/meeting-minutes.json';
import type15 from '../../../snippets/zh-CN/meeting-record.json';
import type16 from '../../../snippets/zh-CN/speech.json';
import type17 from '../../../snippets/zh-CN/implementation-plan.json';
import type18 from '../../../snippets/zh-CN/experience.json';
import type19 from '../../../snippets/zh-CN/briefing.json';
import type20 from '../../../snippets/zh-CN/proposal-letter.json';
import type21 from '../../../snippets/zh-CN/self-criticism.json';
import type22 from '../../../snippets/zh-CN/organizational-life-report.json';
import type23 from '../../../snippets/zh-CN/accident-report.json';
import type24 from '../../../snippets/zh-CN/emergency-report.json';
import type25 from '../../../snippets/zh-CN/inspection-supervision.json';
import type26 from '../../../snippets/zh-CN/ideology-report.json';
import type27 from '../../../snippets/zh-CN/exemplary-deeds.json';
import type28 from '../../../snippets/zh-CN/proposal-reply.json';
import type29 from '../../../snippets/zh-CN/regulations.json';

/** The document types that come with the extension, as parsed from JSON. */
export const builtInTypes: readonly unknown[] = [
  type0,
  type1,
  type2,
  type3,
  type4,
  type5,
  type6,
  type7,
  type8,
  type9,
  type10,
  type11,
  type12,
  type13,
  type14,
  type15,
  type16,
  type17,
  type18,
  type19,
  type20,
  type21,
  type22,
  type23,
  type24,
  type25,
  type26,
  type27,
  type28,
  type29,
];
