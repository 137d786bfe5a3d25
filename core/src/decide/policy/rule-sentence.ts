import { printInt, quotient, type Int } from '../model/number.ts';
import type { Destination, Policy, Pool, Rule, Sla } from '../model/policy.ts';
import { testSentence } from '../model/test-sentence.ts';
import { allFields } from './prepare.ts';

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
  const isBusiness = sla.calendarKey !== null;
  const due =
    sla.measure === 'endOfDay'
      ? 'first touch by the end of the business day'
      : `first touch within ${spanWords(sla.targetMinutes, isBusiness)}`;
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
