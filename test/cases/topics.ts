import { readdirSync } from 'node:fs';
import { calls } from './calls.ts';
import { casesFolder, readJson } from './fixtures.ts';
import { decideGiven, type Given } from './given.ts';

/** A case that calls one function. */
export type CallCase = { name: string; call: string; given: unknown[]; expect: unknown };

/** A case that decides: what a person worked out, and the whole record. */
export type DecideCase = {
  name: string;
  given: Given;
  assert: Record<string, unknown>;
  expect: { decisionText: string; personalText: string };
};

export type Topic = { caseFormat: 1; topic: string; cases: (CallCase | DecideCase)[] };

export function readTopics(): { file: string; topic: Topic }[] {
  return readdirSync(casesFolder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, topic: readJson(file) as unknown as Topic }))
    .filter(({ topic }) => 'topic' in topic);
}

export function isCall(one: CallCase | DecideCase): one is CallCase {
  return 'call' in one;
}

/** What the engine says of a case, as JSON keeps it. */
export function outcomeOf(one: CallCase | DecideCase): unknown {
  if (!isCall(one)) {
    const { decisionText, personalText } = decideGiven(one.given);
    return { decisionText, personalText };
  }
  const call = calls[one.call];
  if (call === undefined) {
    throw new Error(`no function "${one.call}"`);
  }
  return JSON.parse(JSON.stringify(call(...(one.given as never[])) ?? null)) as unknown;
}

/** What a record leaves out, because it is so as a rule. Points that are left out are the score. */
const usual: Readonly<Record<string, unknown>> = {
  owner: null,
  ownerBasis: null,
  deciding: null,
  passedOver: null,
  evidence: 0,
  calibrated: true,
  held: false,
  overflow: false,
  consumedTurn: false,
  stale: false,
  phrases: [],
  problems: [],
  truncated: [],
};

/** The value at a place such as "assignment.tries.0.marks" of the decision part. */
export function valueAt(decisionText: string, place: string): unknown {
  const record: unknown = JSON.parse(decisionText);
  const steps = place.split('.');
  const found = walk(record, steps);
  if (found !== undefined) {
    return found;
  }
  const last = steps.at(-1)!;
  return last === 'points' ? walk(record, [...steps.slice(0, -1), 'score']) : usual[last];
}

function walk(record: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], record);
}
