import type { CalendarWindows } from '../../core/src/decide/model/calendar.ts';
import type { DecisionContext, DecisionInput } from '../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import type { Rep } from '../../core/src/decide/model/roster.ts';
import type { TurnLedger } from '../../core/src/decide/model/turn-ledger.ts';
import { prepare, type PolicyRow } from '../../core/src/decide/index.ts';

/** One lead of a pair: a DecisionInput and the TurnLedger[] that its decision may use. */
export type PairLead = { inputJson: string; ledgersJson: string };

/**
 * One policy and the leads that are decided with it, as JSON in printable ASCII. Everything in it is plain: records, lists,
 * texts, whole numbers, true, false and null, under the field names of the engine's own types.
 */
export type Pair = {
  policyJson: string;
  contextJson: string;
  /** PolicyRow[]: the policy's rows as somebody may have them half-way through an edit. Nothing is decided with them. */
  rowsJson: string;
  leads: PairLead[];
};

/** What `contextJson` holds: a DecisionContext without its prepared policy, whose two maps are lists. */
export type ContextValues = {
  policyHash: string;
  reps: Rep[];
  rosterHash: string;
  calendars: CalendarWindows[];
  calendarsHash: string;
};

/** A pair with its texts read. */
export type PairValues = { policy: Policy; context: ContextValues; rows: PolicyRow[]; leads: LeadValues[] };
export type LeadValues = { input: DecisionInput; ledgers: TurnLedger[] };

/** A value as JSON that is printable ASCII whatever is in it: asciiJson({ a: 1 }) → {"a":1}. A letter beyond ASCII takes six characters. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Values as a pair. pairOf(valuesOf(pair)) is the same pair again. */
export function pairOf(values: PairValues): Pair {
  return {
    policyJson: asciiJson(values.policy),
    contextJson: asciiJson(values.context),
    rowsJson: asciiJson(values.rows),
    leads: values.leads.map((lead) => ({ inputJson: asciiJson(lead.input), ledgersJson: asciiJson(lead.ledgers) })),
  };
}

/** The values behind a pair's texts, fresh each time. valuesOf(pair).policy.name → "Starter policy". */
export function valuesOf(pair: Pair): PairValues {
  return {
    policy: JSON.parse(pair.policyJson) as Policy,
    context: JSON.parse(pair.contextJson) as ContextValues,
    rows: JSON.parse(pair.rowsJson) as PolicyRow[],
    leads: pair.leads.map((lead) => ({
      input: JSON.parse(lead.inputJson) as DecisionInput,
      ledgers: JSON.parse(lead.ledgersJson) as TurnLedger[],
    })),
  };
}

/** The engine's own context. Reps stand in its map by repKey and calendars by calendarKey; of equal keys the last counts. */
export function contextOf(policy: Policy, values: ContextValues): DecisionContext {
  return {
    prepared: prepare(policy),
    policyHash: values.policyHash,
    reps: new Map(values.reps.map((rep) => [rep.repKey, rep])),
    rosterHash: values.rosterHash,
    calendars: new Map(values.calendars.map((calendar) => [calendar.calendarKey, calendar])),
    calendarsHash: values.calendarsHash,
  };
}
