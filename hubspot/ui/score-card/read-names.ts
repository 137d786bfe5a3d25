import { decided } from '../../handlers/portal/property-names.ts';

/** What of a contact or lead the card without a backend is made of. The decision's record is long, and nothing reads it here. */
export const cardPropertyNames: readonly string[] = [
  decided.decisionId,
  decided.decidedAt,
  decided.mode,
  decided.fitScore,
  decided.engagementScore,
  decided.intentScore,
  decided.capacityScore,
  decided.confidence,
  decided.band,
  decided.destination,
  decided.reasons,
  decided.rule,
  decided.givenTo,
  decided.slaKey,
  decided.slaDueAt,
  decided.slaState,
  decided.slaOwner,
];
