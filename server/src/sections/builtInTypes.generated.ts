// Made by scripts/buildSections.mjs from snippets/. Do not edit.

import type38 from '../../../snippets/en/annual-report.json';
import type33 from '../../../snippets/en/audit-report.json';
import type32 from '../../../snippets/en/incident-report.json';
import type39 from '../../../snippets/en/inspection-report.json';
import type36 from '../../../snippets/en/minutes.json';
import type37 from '../../../snippets/en/project-closure.json';
import type35 from '../../../snippets/en/proposal.json';
import type31 from '../../../snippets/en/quarterly-report.json';
import type34 from '../../../snippets/en/research-study.json';
import type30 from '../../../snippets/en/status-report.json';
import type23 from '../../../snippets/zh-CN/accident-report.json';
import type19 from '../../../snippets/zh-CN/briefing.json';
import type12 from '../../../snippets/zh-CN/circular.json';
import type5 from '../../../snippets/zh-CN/comprehensive-report.json';
import type3 from '../../../snippets/zh-CN/duty-report.json';
import type24 from '../../../snippets/zh-CN/emergency-report.json';
import type27 from '../../../snippets/zh-CN/exemplary-deeds.json';
import type18 from '../../../snippets/zh-CN/experience.json';
import type26 from '../../../snippets/zh-CN/ideology-report.json';
import type17 from '../../../snippets/zh-CN/implementation-plan.json';
import type6 from '../../../snippets/zh-CN/inquiry-reply-report.json';
import type25 from '../../../snippets/zh-CN/inspection-supervision.json';
import type13 from '../../../snippets/zh-CN/letter.json';
import type14 from '../../../snippets/zh-CN/meeting-minutes.json';
import type15 from '../../../snippets/zh-CN/meeting-record.json';
import type11 from '../../../snippets/zh-CN/notice.json';
import type22 from '../../../snippets/zh-CN/organizational-life-report.json';
import type20 from '../../../snippets/zh-CN/proposal-letter.json';
import type28 from '../../../snippets/zh-CN/proposal-reply.json';
import type8 from '../../../snippets/zh-CN/rectification-report.json';
import type29 from '../../../snippets/zh-CN/regulations.json';
import type10 from '../../../snippets/zh-CN/reply.json';
import type9 from '../../../snippets/zh-CN/request.json';
import type7 from '../../../snippets/zh-CN/research-report.json';
import type21 from '../../../snippets/zh-CN/self-criticism.json';
import type0 from '../../../snippets/zh-CN/self-inspection-report.json';
import type4 from '../../../snippets/zh-CN/situation-report.json';
import type16 from '../../../snippets/zh-CN/speech.json';
import type2 from '../../../snippets/zh-CN/work-plan.json';
import type1 from '../../../snippets/zh-CN/work-summary.json';

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
  type30,
  type31,
  type32,
  type33,
  type34,
  type35,
  type36,
  type37,
  type38,
  type39,
];
