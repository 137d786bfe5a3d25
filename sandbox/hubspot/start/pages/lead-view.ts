import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import type { PortalRecord } from '../../records/portal-record.ts';
import type { PortalNames } from '../portal-names.ts';
import { decisionOn } from '../read-decision.ts';

export const promiseStates = ['running', 'reminded', 'met', 'missed', 'closed'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** A lead as it stands on its contact in the portal. */
export type LeadView = {
  readonly contactId: string;
  /** Their name, or what else names them. */
  readonly person: string;
  readonly company: string;
  readonly email: string;
  /** When it came in last, in UTC milliseconds. */
  readonly cameInAt: number;
  /** Null where none was written yet. */
  readonly decided: DecidedView | null;
};

/** What was decided. Scores are those of the contact: they may have moved since within their bands. */
export type DecidedView = {
  readonly record: DecisionRecord;
  readonly destination: string;
  readonly owner: string;
  readonly scores: { readonly [axis in 'fit' | 'engagement' | 'intent' | 'capacity' | 'confidence']: number };
  /** Null where nobody is to be reached. */
  readonly promise: { readonly label: string; readonly dueAt: number; readonly state: PromiseState } | null;
};

export function leadOf(contact: PortalRecord, names: PortalNames): LeadView {
  const value = (property: string): string => contact.value(property) ?? '';
  const email = value('email');
  const person = `${value('firstname')} ${value('lastname')}`.trim();
  const record = decisionOn(contact);
  return {
    contactId: contact.id,
    person: [person, email, `Contact ${contact.id}`].find((name) => name !== '')!,
    company: value('company'),
    email,
    cameInAt: Date.parse(value('recent_conversion_date')) || contact.createdAt,
    decided: record === null ? null : decidedOf(contact, record, names),
  };
}

function decidedOf(contact: PortalRecord, record: DecisionRecord, names: PortalNames): DecidedView {
  const scoreIn = (property: string, decided: number): number => {
    const value = contact.value(property) ?? '';
    return /^\d{1,3}$/.test(value) && Number(value) <= 100 ? Number(value) : decided;
  };
  return {
    record,
    destination: names.destination(record.choice.destination),
    owner: names.rep(record.assignment.owner),
    scores: {
      fit: scoreIn('sbx_fit_score', record.fit.score),
      engagement: scoreIn('sbx_engagement_score', record.engagement.score),
      intent: scoreIn('sbx_intent_score', record.intent.score),
      capacity: scoreIn('sbx_capacity_score', record.capacity.score),
      confidence: scoreIn('sbx_confidence', record.confidence.value),
    },
    promise: promiseOf(contact, names),
  };
}

function promiseOf(contact: PortalRecord, names: PortalNames): DecidedView['promise'] {
  const state = promiseStates.find((each) => each === contact.value('sbx_sla_state'));
  const dueAt = Date.parse(contact.value('sbx_sla_due_at') ?? '');
  if (state === undefined || Number.isNaN(dueAt)) return null;
  return { label: names.promise(contact.value('sbx_sla') ?? ''), dueAt, state };
}
