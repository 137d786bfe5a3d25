import * as z from 'zod';
import type { Policy } from '../../decide/model/policy.ts';
import { most } from './bounds.ts';
import { fieldDefinition } from './condition-schema.ts';
import {
  destination,
  escalationStep,
  experiment,
  member,
  pool,
  questionToAsk,
  retention,
  sla,
} from './owner-schema.ts';
import {
  cells,
  guard,
  inquiryRoute,
  mostGuards,
  mostInquiryRoutes,
  phraseList,
  rule,
  territory,
  tier,
} from './routing-schema.ts';
import { decayTable, scorecards, signal, thresholds } from './score-schema.ts';
import { days, instant, keyName, label, listOf, whole } from './value-schema.ts';

/** The only format this version reads. */
export const policyFormat = 1;

/**
 * The form of a policy file: every value present, nothing besides, every number and length bounded. Whether names that
 * others refer to exist, and whether logic lines read, is asked afterwards (decide/policy/check-policy.ts).
 */
export const policySchema = z.strictObject({
  format: whole(policyFormat, policyFormat),
  name: label,
  mode: z.enum(['observe', 'suggest', 'live']),
  currencyCode: z.string().regex(/^[A-Z]{3}$/),
  launchedAt: instant.nullable(),
  auditDays: days,
  auditDestinationKey: keyName,
  fallbackDestinationKey: keyName,
  reviewOverflowDestinationKey: keyName,
  thresholds: thresholds,
  retention: retention,
  fields: listOf(fieldDefinition, most.fields),
  scorecards: scorecards,
  signals: listOf(signal, most.signals),
  decayTable: decayTable,
  phraseLists: listOf(phraseList, most.phraseLists),
  tiers: listOf(tier, most.tiers),
  guards: listOf(guard, mostGuards),
  inquiryRoutes: listOf(inquiryRoute, mostInquiryRoutes),
  territories: listOf(territory, most.territories),
  rules: listOf(rule, most.rules),
  cells: cells,
  destinations: listOf(destination, most.destinations),
  pools: listOf(pool, most.pools),
  members: listOf(member, most.members),
  slas: listOf(sla, most.slas),
  escalations: listOf(escalationStep, most.escalations),
  questions: listOf(questionToAsk, most.questions),
  experiments: listOf(experiment, most.experiments),
});

type Read = z.infer<typeof policySchema>;
type IsSame<One, Other> = [One, Other] extends [Other, One] ? true : false;

/** Does not compile when the schema and the engine's own type come apart. */
export const isPolicyType: IsSame<Read, Policy> = true;
