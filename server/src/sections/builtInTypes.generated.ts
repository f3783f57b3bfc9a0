// Made by scripts/buildSections.mjs from snippets/. Do not edit.
import enAnnualReport from '../../../snippets/en/annual-report.json';
import enAuditReport from '../../../snippets/en/audit-report.json';
import enIncidentReport from '../../../snippets/en/incident-report.json';
import enInspectionReport from '../../../snippets/en/inspection-report.json';
import enMinutes from '../../../snippets/en/minutes.json';
import enProjectClosure from '../../../snippets/en/project-closure.json';
import enProposal from '../../../snippets/en/proposal.json';
import enQuarterlyReport from '../../../snippets/en/quarterly-report.json';
import enResearchStudy from '../../../snippets/en/research-study.json';
import enStatusReport from '../../../snippets/en/status-report.json';
import zhCNAccidentReport from '../../../snippets/zh-CN/accident-report.json';
import zhCNAnnouncement from '../../../snippets/zh-CN/announcement.json';
import zhCNBill from '../../../snippets/zh-CN/bill.json';
import zhCNBriefing from '../../../snippets/zh-CN/briefing.json';
import zhCNCircular from '../../../snippets/zh-CN/circular.json';
import zhCNCommunique from '../../../snippets/zh-CN/communique.json';
import zhCNComprehensiveReport from '../../../snippets/zh-CN/comprehensive-report.json';
import zhCNDecision from '../../../snippets/zh-CN/decision.json';
import zhCNDutyReport from '../../../snippets/zh-CN/duty-report.json';
import zhCNEmergencyReport from '../../../snippets/zh-CN/emergency-report.json';
import zhCNExemplaryDeeds from '../../../snippets/zh-CN/exemplary-deeds.json';
import zhCNExperience from '../../../snippets/zh-CN/experience.json';
import zhCNIdeologyReport from '../../../snippets/zh-CN/ideology-report.json';
import zhCNImplementationPlan from '../../../snippets/zh-CN/implementation-plan.json';
import zhCNInquiryReplyReport from '../../../snippets/zh-CN/inquiry-reply-report.json';
import zhCNInspectionSupervision from '../../../snippets/zh-CN/inspection-supervision.json';
import zhCNLetter from '../../../snippets/zh-CN/letter.json';
import zhCNMeetingMinutes from '../../../snippets/zh-CN/meeting-minutes.json';
import zhCNMeetingRecord from '../../../snippets/zh-CN/meeting-record.json';
import zhCNNotice from '../../../snippets/zh-CN/notice.json';
import zhCNOpinion from '../../../snippets/zh-CN/opinion.json';
import zhCNOrder from '../../../snippets/zh-CN/order.json';
import zhCNOrganizationalLifeReport from '../../../snippets/zh-CN/organizational-life-report.json';
import zhCNProposalLetter from '../../../snippets/zh-CN/proposal-letter.json';
import zhCNProposalReply from '../../../snippets/zh-CN/proposal-reply.json';
import zhCNPublicNotice from '../../../snippets/zh-CN/public-notice.json';
import zhCNRectificationReport from '../../../snippets/zh-CN/rectification-report.json';
import zhCNRegulations from '../../../snippets/zh-CN/regulations.json';
import zhCNReply from '../../../snippets/zh-CN/reply.json';
import zhCNRequest from '../../../snippets/zh-CN/request.json';
import zhCNResearchReport from '../../../snippets/zh-CN/research-report.json';
import zhCNResolution from '../../../snippets/zh-CN/resolution.json';
import zhCNSelfCriticism from '../../../snippets/zh-CN/self-criticism.json';
import zhCNSelfInspectionReport from '../../../snippets/zh-CN/self-inspection-report.json';
import zhCNSituationReport from '../../../snippets/zh-CN/situation-report.json';
import zhCNSpeech from '../../../snippets/zh-CN/speech.json';
import zhCNWorkPlan from '../../../snippets/zh-CN/work-plan.json';
import zhCNWorkSummary from '../../../snippets/zh-CN/work-summary.json';

/** The document types that come with the extension, as parsed from JSON. */
export const builtInTypes: readonly unknown[] = [
  zhCNSelfInspectionReport,
  zhCNWorkSummary,
  zhCNWorkPlan,
  zhCNDutyReport,
  zhCNSituationReport,
  zhCNComprehensiveReport,
  zhCNInquiryReplyReport,
  zhCNResearchReport,
  zhCNRectificationReport,
  zhCNRequest,
  zhCNReply,
  zhCNNotice,
  zhCNCircular,
  zhCNLetter,
  zhCNMeetingMinutes,
  zhCNMeetingRecord,
  zhCNSpeech,
  zhCNImplementationPlan,
  zhCNExperience,
  zhCNBriefing,
  zhCNProposalLetter,
  zhCNSelfCriticism,
  zhCNOrganizationalLifeReport,
  zhCNAccidentReport,
  zhCNEmergencyReport,
  zhCNInspectionSupervision,
  zhCNIdeologyReport,
  zhCNExemplaryDeeds,
  zhCNProposalReply,
  zhCNRegulations,
  zhCNResolution,
  zhCNDecision,
  zhCNOrder,
  zhCNCommunique,
  zhCNAnnouncement,
  zhCNPublicNotice,
  zhCNOpinion,
  zhCNBill,
  enStatusReport,
  enQuarterlyReport,
  enIncidentReport,
  enAuditReport,
  enResearchStudy,
  enProposal,
  enMinutes,
  enProjectClosure,
  enAnnualReport,
  enInspectionReport,
];
