import type { Policy } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { checkPolicy } from './check-policy.ts';
import { readDestination, readEscalation, readMember, readPool, readRamps, readSla } from './pool-rows.ts';
import { rowsOfKind, type PolicyRow, type RowKind, type RowReader } from './policy-row.ts';
import {
  readCell,
  readConditions,
  readExperiment,
  readGuard,
  readInquiryRoute,
  readRule,
  readTerritory,
  readTier,
} from './rule-rows.ts';
import { readField, readPhraseList, readQuestion, readScorecards, readSignal, readTable } from './score-rows.ts';
import {
  readRetention,
  readSettings,
  readThresholds,
  settingInt,
  settingLong,
  settingMode,
  settingText,
} from './setting-rows.ts';

/** A policy with everything that is wrong with it. Only one without problems may be published. */
export type AssembledPolicy = { policy: Policy; problems: Problem[] };

/** Puts rows together into a policy and checks it. The rows may come in any order; all problems are listed at once. */
export function assemble(rows: PolicyRow[]): AssembledPolicy {
  const problems: Problem[] = [];
  const settings = readSettings(rows, problems);
  const policy: Policy = {
    format: settingInt(settings, 'format'),
    name: settingText(settings, 'name'),
    mode: settingMode(settings),
    currencyCode: settingText(settings, 'currencyCode'),
    launchedAt: settingLong(settings, 'launchedAt'),
    auditDays: settingInt(settings, 'auditDays'),
    auditDestinationKey: settingText(settings, 'auditDestinationKey'),
    fallbackDestinationKey: settingText(settings, 'fallbackDestinationKey'),
    reviewOverflowDestinationKey: settingText(settings, 'reviewOverflowDestinationKey'),
    thresholds: readThresholds(settings),
    retention: readRetention(settings),
    fields: [],
    scorecards: readScorecards(rows, problems),
    signals: [],
    decayTable: readTable(rows, 'decay', problems),
    phraseLists: [],
    tiers: [],
    guards: [],
    inquiryRoutes: [],
    territories: [],
    rules: [],
    cells: [],
    destinations: [],
    pools: [],
    members: [],
    slas: [],
    escalations: [],
    questions: [],
    experiments: [],
  };
  assembleScores(policy, rows, problems);
  assembleRules(policy, rows, problems);
  assemblePools(policy, rows, problems);
  for (const problem of checkPolicy(policy)) {
    problems.push(problem);
  }
  return { policy: policy, problems: problems };
}

function readersOf(rows: PolicyRow[], kind: RowKind, problems: Problem[]): RowReader[] {
  const readers: RowReader[] = [];
  for (const row of rowsOfKind(rows, kind)) {
    readers.push({ row: row, problems: problems });
  }
  return readers;
}

function assembleScores(policy: Policy, rows: PolicyRow[], problems: Problem[]): void {
  for (const reader of readersOf(rows, 'field', problems)) {
    policy.fields.push(readField(reader));
  }
  for (const reader of readersOf(rows, 'signal', problems)) {
    policy.signals.push(readSignal(reader));
  }
  for (const reader of readersOf(rows, 'phraseList', problems)) {
    policy.phraseLists.push(readPhraseList(reader));
  }
  for (const reader of readersOf(rows, 'question', problems)) {
    policy.questions.push(readQuestion(reader));
  }
}

function assembleRules(policy: Policy, rows: PolicyRow[], problems: Problem[]): void {
  const conditionsByOwner = readConditions(rows, problems);
  for (const reader of readersOf(rows, 'tier', problems)) {
    policy.tiers.push(readTier(reader, conditionsByOwner));
  }
  for (const reader of readersOf(rows, 'guard', problems)) {
    policy.guards.push(readGuard(reader));
  }
  for (const reader of readersOf(rows, 'inquiryRoute', problems)) {
    policy.inquiryRoutes.push(readInquiryRoute(reader));
  }
  for (const reader of readersOf(rows, 'territory', problems)) {
    policy.territories.push(readTerritory(reader, conditionsByOwner));
  }
  for (const reader of readersOf(rows, 'rule', problems)) {
    policy.rules.push(readRule(reader, conditionsByOwner));
  }
  for (const reader of readersOf(rows, 'cell', problems)) {
    policy.cells.push(readCell(reader));
  }
  for (const reader of readersOf(rows, 'experiment', problems)) {
    policy.experiments.push(readExperiment(reader));
  }
}

function assemblePools(policy: Policy, rows: PolicyRow[], problems: Problem[]): void {
  const rampsByPool = readRamps(rows, problems);
  for (const reader of readersOf(rows, 'destination', problems)) {
    policy.destinations.push(readDestination(reader));
  }
  for (const reader of readersOf(rows, 'pool', problems)) {
    policy.pools.push(readPool(reader, rampsByPool));
  }
  for (const reader of readersOf(rows, 'member', problems)) {
    policy.members.push(readMember(reader));
  }
  for (const reader of readersOf(rows, 'sla', problems)) {
    policy.slas.push(readSla(reader));
  }
  for (const reader of readersOf(rows, 'escalation', problems)) {
    policy.escalations.push(readEscalation(reader));
  }
}
