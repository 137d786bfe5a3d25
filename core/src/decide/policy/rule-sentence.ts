import type { Condition, FieldDefinition, LogicStep } from '../model/condition.ts';
import { conditionSentence } from '../model/condition-sentence.ts';
import { printInt, quotient, type Int } from '../model/number.ts';
import type { Destination, Policy, Pool, Rule, Sla } from '../model/policy.ts';
import { allFields } from './prepare.ts';
import { readLogic } from './read-logic.ts';

/**
 * A rule in plain words, the same in both CRMs.
 *
 * ruleSentence(policy, 6) → "7. When employees is at least 200 and country is one of US, CA and inquiry type is sales →
 * East enterprise pool, first touch within 5 business minutes, misses go to mara."
 */
export function ruleSentence(policy: Policy, rulePosition: Int): string {
  const rule = policy.rules[rulePosition]!;
  const asked = testSentence(rule.conditions, rule.logic, allFields(policy));
  const opening = asked === '' ? 'Always' : `When ${asked}`;
  const pause = rule.isActive ? '' : ' (not active)';
  return `${printInt(rulePosition + 1)}. ${opening} → ${endingSentence(policy, rule)}${pause}`;
}

function endingSentence(policy: Policy, rule: Rule): string {
  const destination = findDestination(policy, rule.destinationKey);
  if (destination === null) {
    return `${rule.destinationKey}.`;
  }
  const sla = findSla(policy, rule.slaKey ?? destination.slaKey);
  const target = sla === null ? '' : `, ${slaSentence(sla)}`;
  return `${whereSentence(policy, destination)}${target}.`;
}

function whereSentence(policy: Policy, destination: Destination): string {
  const pool = destination.poolKey === null ? null : findPool(policy, destination.poolKey);
  if (pool === null || destination.isByTerritory || pool.label === destination.label) {
    return destination.label;
  }
  return `${destination.label} (${pool.label})`;
}

/** slaSentence(five minutes by calendar) → "first touch within 5 business minutes, misses go to mara". */
export function slaSentence(sla: Sla): string {
  const due =
    sla.measure === 'endOfDay'
      ? 'first touch by the end of the business day'
      : `first touch within ${spanWords(sla.targetMinutes, sla.calendarKey !== null)}`;
  return `${due}, misses go to ${sla.ownerKey}`;
}

/** spanWords(5, true) → "5 business minutes"; spanWords(43200, false) → "30 days". */
function spanWords(minutes: Int, isBusiness: boolean): string {
  if (isBusiness) {
    return minutes === 1 ? '1 business minute' : `${printInt(minutes)} business minutes`;
  }
  const days: Int = quotient(minutes, 1440);
  if (days > 1 && days * 1440 === minutes) {
    return `${printInt(days)} days`;
  }
  const hours: Int = quotient(minutes, 60);
  if (hours > 1 && hours * 60 === minutes) {
    return `${printInt(hours)} hours`;
  }
  return minutes === 1 ? '1 minute' : `${printInt(minutes)} minutes`;
}

/** Conditions joined as the logic line says; the empty line joins by "and". */
export function testSentence(conditions: Condition[], logic: string, fields: FieldDefinition[]): string {
  const sentences: string[] = [];
  for (const condition of conditions) {
    sentences.push(conditionSentence(condition, fields));
  }
  const steps = readLogic(logic, conditions.length).steps;
  return steps.length === 0 ? sentences.join(' and ') : joinSteps(steps, sentences);
}

/** How closely a part is joined: a single condition closest, then "and", then "or". */
type Part = { words: string; isAlternative: boolean };

function joinSteps(steps: LogicStep[], sentences: string[]): string {
  const stack: Part[] = [];
  for (const step of steps) {
    if (step.kind === 'condition') {
      stack.push({ words: sentences[step.conditionPosition]!, isAlternative: false });
    } else if (step.kind === 'not') {
      const innermost = stack.pop()!;
      stack.push({ words: `not (${innermost.words})`, isAlternative: false });
    } else {
      const right = stack.pop()!;
      const left = stack.pop()!;
      stack.push(step.kind === 'or' ? either(left, right) : both(left, right));
    }
  }
  return stack.pop()!.words;
}

function either(left: Part, right: Part): Part {
  return { words: `${left.words} or ${right.words}`, isAlternative: true };
}

function both(left: Part, right: Part): Part {
  return { words: `${bracketed(left)} and ${bracketed(right)}`, isAlternative: false };
}

function bracketed(part: Part): string {
  return part.isAlternative ? `(${part.words})` : part.words;
}

function findDestination(policy: Policy, destinationKey: string): Destination | null {
  for (const destination of policy.destinations) {
    if (destination.destinationKey === destinationKey) {
      return destination;
    }
  }
  return null;
}

function findSla(policy: Policy, slaKey: string): Sla | null {
  for (const sla of policy.slas) {
    if (sla.slaKey === slaKey) {
      return sla;
    }
  }
  return null;
}

function findPool(policy: Policy, poolKey: string): Pool | null {
  for (const pool of policy.pools) {
    if (pool.poolKey === poolKey) {
      return pool;
    }
  }
  return null;
}
