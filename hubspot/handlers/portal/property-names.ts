/** The names under which Signalbox writes in a portal. Lists, workflows and reports use them when the app is gone. */
export const groupName = 'signalbox';

/** What a decision writes on a contact and on its open lead. */
export const decided = {
  decisionId: 'sbx_decision_id',
  decidedAt: 'sbx_decided_at',
  mode: 'sbx_mode',
  fitScore: 'sbx_fit_score',
  engagementScore: 'sbx_engagement_score',
  intentScore: 'sbx_intent_score',
  capacityScore: 'sbx_capacity_score',
  confidence: 'sbx_confidence',
  band: 'sbx_band',
  destination: 'sbx_destination',
  /** The headline and the weightiest reasons, in plain words. */
  reasons: 'sbx_reasons',
  /** Which guard, rule or cell decided. */
  rule: 'sbx_rule',
  /** Number and hash of the revision: "12 3f9a…". */
  revision: 'sbx_revision',
  /** The key of whom it was given to, also where nobody has a user for it. */
  givenTo: 'sbx_given_to',
  slaKey: 'sbx_sla',
  slaDueAt: 'sbx_sla_due_at',
  slaState: 'sbx_sla_state',
  slaOwner: 'sbx_sla_owner',
  /** Logical names of what to enrol in and to answer with, for workflows to act on. */
  campaign: 'sbx_campaign_key',
  reply: 'sbx_reply_key',
  /** The decision part of the record, whole. */
  record: 'sbx_decision_record',
  /** Those who handed it back or missed it, with semicolons between them. */
  handedBack: 'sbx_handed_back',
} as const;

/** What a form or another system may fill, because HubSpot has no property for it. */
export const submitted = {
  channel: 'sbx_channel',
  campaign: 'sbx_campaign',
  productInterest: 'sbx_product_interest',
  currentTool: 'sbx_current_tool',
  timeline: 'sbx_timeline',
  budget: 'sbx_budget',
  buyingGroup: 'sbx_buying_group',
  subject: 'sbx_subject',
  teamSize: 'sbx_team_size',
  expectedValue: 'sbx_expected_value',
  /** A line for each activity: signal, instant, count; "caseStudyView 2026-11-20T09:00:00Z 2". */
  activities: 'sbx_activities',
} as const;

/** What the synchronisation with another CRM fills where sales closes there: how a lead ended. */
export const outcomeOfOthers = {
  outcome: 'sbx_outcome',
  outcomeAt: 'sbx_outcome_at',
  closeReason: 'sbx_close_reason',
  finalOwner: 'sbx_final_owner',
} as const;

/** On companies. */
export const isNamedAccount = 'sbx_is_named_account';

export type SlaState = 'running' | 'reminded' | 'met' | 'missed' | 'closed';
