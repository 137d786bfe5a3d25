import type { ActionPlan } from '../../core/src/decide/act/plan-actions.ts';
import type { Clock } from '../../core/src/decide/act/start-clock.ts';
import type { Problem } from '../../core/src/decide/model/problem.ts';
import type { Turn, TurnLedger } from '../../core/src/decide/model/turn-ledger.ts';
import type { Story } from '../../core/src/decide/record/story.ts';

/** What an engine says of a policy before it decides anything. */
export type PolicyAnswer = {
  problems: Problem[];
  policyText: string;
  /** The policy that assemble makes of the rows that flatten made, written again; and what it found wrong with them. */
  assembledText: string;
  assembledProblems: Problem[];
  /** What assemble finds wrong with the pair's broken rows. */
  rowProblems: Problem[];
  rosterText: string;
  calendarsText: string;
  ruleSentences: string[];
};

/** What an engine says of one lead. */
export type LeadAnswer = {
  decisionText: string;
  personalText: string;
  ledgerAfter: TurnLedger | null;
  turn: Turn | null;
  /** The ledger after the turn was given back; null where none was taken. */
  ledgerGivenBack: TurnLedger | null;
  clock: Clock;
  plan: ActionPlan;
  story: Story;
};

/** Everything an engine says of a pair. */
export type Answer = { policy: PolicyAnswer; leads: LeadAnswer[] };

/** One comparable text with its name. */
export type Part = { name: string; text: string };

/** An answer as texts: those of the policy, and those of each lead in the pair's order. */
export type Texts = { policy: Part[]; leads: Part[][] };

const policyParts: readonly (keyof PolicyAnswer)[] = [
  'problems',
  'policyText',
  'assembledProblems',
  'assembledText',
  'rowProblems',
  'rosterText',
  'calendarsText',
  'ruleSentences',
];

/** In the order in which a difference says most: the record before what follows from it. */
const leadParts: readonly (keyof LeadAnswer)[] = [
  'personalText',
  'decisionText',
  'ledgerAfter',
  'turn',
  'ledgerGivenBack',
  'clock',
  'plan',
  'story',
];

/** An answer as texts. A part that the answer does not have is left out, and is then a difference. */
export function textsOf(answer: Answer): Texts {
  return {
    policy: partsOf(answer.policy, policyParts),
    leads: answer.leads.map((lead) => partsOf(lead, leadParts)),
  };
}

/** The texts of an answer that another engine wrote as JSON. The order of its fields does not matter. */
export function textsOfJson(json: string): Texts {
  return textsOf(JSON.parse(json) as Answer);
}

function partsOf<Owner>(owner: Owner, names: readonly (keyof Owner & string)[]): Part[] {
  const parts: Part[] = [];
  for (const name of names) {
    const value: unknown = owner[name];
    if (value !== undefined) {
      parts.push({ name, text: typeof value === 'string' ? value : canonicalText(value) });
    }
  }
  return parts;
}

/** A value as JSON with its fields in the order of their names. canonicalText({ b: 1, a: [null] }) → '{"a":[null],"b":1}'. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalText).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalText(inner)}`).join(',')}}`;
}
