import type { ActionKey } from '../../../hubspot/handlers/actions/action-definition.ts';
import { decision, type RecordedPorts } from './action-calls.ts';

export const now = 1_700_000_000_000;
export const key = 'ap-62515-56777914962-11-0';

/** A call, what the ports answer it, what they must have been asked, and the fields that HubSpot is answered. */
export type AnswerCase = {
  readonly name: string;
  readonly action: ActionKey;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly answers?: ConstructorParameters<typeof RecordedPorts>[0];
  readonly asked?: readonly unknown[];
  readonly expect: Readonly<Record<string, string>>;
};

export const told = {
  owner_id: '301',
  owner_name: 'Ana Ruiz',
  destination: 'east-enterprise',
  band: 'warm',
  reason: 'Rule 7',
  fit_score: '82',
  engagement_score: '64',
  intent_score: '55',
  capacity_score: '0',
  confidence: '77',
  sla_due: '1700000300000',
};
export const { destination, owner_id, owner_name, sla_due, ...scores } = told;
export const fine = { error_code: '', error_message: '', hs_execution_state: 'SUCCESS' };

export function refused(code: string, message: string): Record<string, string> {
  return { error_code: code, error_message: message, hs_execution_state: 'FAIL_CONTINUE' };
}

export const decided = { state: 'decided', decisionId: 'D1', decision: decision };
export const decideRequest = { contactId: '614', leadId: null, key: key, deadline: now + 5000 };
