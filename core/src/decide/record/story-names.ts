import type { FieldDefinition } from '../model/condition.ts';
import type { DecisionRecord, RecordedFact } from '../model/decision-record.ts';
import {
  capacityScorePosition,
  confidencePosition,
  engagementScorePosition,
  fitScorePosition,
  intentScorePosition,
  standardFields,
} from '../model/fact-sheet.ts';
import { printInt, printLong, toLong, type Int, type Long } from '../model/number.ts';
import type { Destination, Guard, Policy, Pool, PoolMember, Sla } from '../model/policy.ts';
import type { Roster } from '../model/roster.ts';
import { orderTexts } from '../model/text.ts';
import { valueWords } from '../model/value-words.ts';

/** A record with the names of its revision and roster at hand. */
export type Telling = {
  record: DecisionRecord;
  policy: Policy;
  fields: FieldDefinition[];
  /** The active guards, and the positions of the active rules: what the record counts. */
  guards: Guard[];
  rulePositions: Int[];
  /** Display names by rep key. */
  names: Map<string, string>;
};

export function gatherNames(record: DecisionRecord, policy: Policy, roster: Roster): Telling {
  const telling: Telling = {
    record: record,
    policy: policy,
    fields: standardFields(),
    guards: [],
    rulePositions: [],
    names: new Map<string, string>(),
  };
  for (const field of policy.fields) {
    telling.fields.push(field);
  }
  for (const guard of policy.guards) {
    if (guard.isActive) {
      telling.guards.push(guard);
    }
  }
  for (let position: Int = 0; position < policy.rules.length; position += 1) {
    if (policy.rules[position]!.isActive) {
      telling.rulePositions.push(position);
    }
  }
  for (const rep of roster.reps) {
    telling.names.set(rep.repKey, rep.displayName);
  }
  return telling;
}

/** A rep's display name, a pool's or destination's label, or the key itself where nobody has a better word for it. */
export function nameOf(key: string, telling: Telling): string {
  const name = telling.names.get(key) ?? null;
  if (name !== null) {
    return name;
  }
  const pool = findPool(key, telling);
  if (pool !== null) {
    return pool.label;
  }
  const destination = findDestination(key, telling);
  return destination === null ? key : destination.label;
}

export function findDestination(destinationKey: string, telling: Telling): Destination | null {
  for (const destination of telling.policy.destinations) {
    if (destination.destinationKey === destinationKey) {
      return destination;
    }
  }
  return null;
}

export function destinationLabel(destinationKey: string, telling: Telling): string {
  const destination = findDestination(destinationKey, telling);
  return destination === null ? destinationKey : destination.label;
}

export function findPool(poolKey: string, telling: Telling): Pool | null {
  for (const pool of telling.policy.pools) {
    if (pool.poolKey === poolKey) {
      return pool;
    }
  }
  return null;
}

export function findSla(slaKey: string, telling: Telling): Sla | null {
  for (const sla of telling.policy.slas) {
    if (sla.slaKey === slaKey) {
      return sla;
    }
  }
  return null;
}

/** A pool's members in key order: the order of a record's marks. */
export function membersOf(poolKey: string, telling: Telling): PoolMember[] {
  const members: PoolMember[] = [];
  const memberKeys: string[] = [];
  for (const member of telling.policy.members) {
    if (member.poolKey === poolKey) {
      members.push(member);
      memberKeys.push(member.memberKey);
    }
  }
  const ordered: PoolMember[] = [];
  for (const position of orderTexts(memberKeys)) {
    ordered.push(members[position]!);
  }
  return ordered;
}

/** The position of a field among the standard ones and the policy's own; -1 when there is none of that key. */
export function fieldPosition(fieldKey: string, telling: Telling): Int {
  for (let position: Int = 0; position < telling.fields.length; position += 1) {
    if (telling.fields[position]!.fieldKey === fieldKey) {
      return position;
    }
  }
  return -1;
}

function findFact(position: Int, telling: Telling): RecordedFact | null {
  for (const fact of telling.record.facts) {
    if (fact.field === position) {
      return fact;
    }
  }
  return null;
}

/** The value a record keeps of a field, in words; null where it keeps none. */
export function keptValue(position: Int, telling: Telling): string | null {
  const score = keptScore(position, telling.record);
  if (score !== null) {
    return printInt(score);
  }
  const fact = findFact(position, telling);
  if (fact === null) {
    return null;
  }
  return fact.text === null ? printLong(fact.amount ?? 0) : valueWords(fact.text);
}

/** The number a record keeps of a field; null where it keeps none. */
export function keptAmount(position: Int, telling: Telling): Long | null {
  const score = keptScore(position, telling.record);
  if (score !== null) {
    return toLong(score);
  }
  const fact = findFact(position, telling);
  return fact === null ? null : fact.amount;
}

/** Scores stand apart from the facts. */
function keptScore(position: Int, record: DecisionRecord): Int | null {
  if (position === fitScorePosition) {
    return record.fit.score;
  }
  if (position === engagementScorePosition) {
    return record.engagement.score;
  }
  if (position === intentScorePosition) {
    return record.intent.score;
  }
  if (position === capacityScorePosition) {
    return record.capacity.score;
  }
  return position === confidencePosition ? record.confidence.value : null;
}
