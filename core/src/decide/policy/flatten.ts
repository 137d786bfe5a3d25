import type { Int } from '../model/number.ts';
import type { Policy } from '../model/policy.ts';
import { destinationRow, escalationRow, memberRow, poolRows, slaRow } from './pool-rows.ts';
import type { PolicyRow } from './policy-row.ts';
import { cellRow, experimentRow, guardRow, inquiryRouteRow, ruleRows, territoryRows, tierRows } from './rule-rows.ts';
import { ruleSentence } from './rule-sentence.ts';
import { fieldRow, phraseListRow, questionRow, scorecardRows, signalRow, tableRow } from './score-rows.ts';
import { settingRows } from './setting-rows.ts';

/**
 * A policy as the rows that ops read and edit in native list views. Nothing is lost: assemble turns them back into the
 * same policy, in whatever order they come.
 */
export function flatten(policy: Policy): PolicyRow[] {
  const rows: PolicyRow[] = settingRows(policy);
  flattenScores(rows, policy);
  flattenRules(rows, policy);
  flattenPools(rows, policy);
  return rows;
}

function flattenScores(rows: PolicyRow[], policy: Policy): void {
  for (let place: Int = 0; place < policy.fields.length; place += 1) {
    rows.push(fieldRow(policy.fields[place]!, place));
  }
  rows.push(tableRow('decay', policy.decayTable, 0));
  for (let place: Int = 0; place < policy.scorecards.length; place += 1) {
    addRows(rows, scorecardRows(policy.scorecards[place]!, place));
  }
  for (let place: Int = 0; place < policy.signals.length; place += 1) {
    rows.push(signalRow(policy.signals[place]!, place));
  }
  for (let place: Int = 0; place < policy.phraseLists.length; place += 1) {
    rows.push(phraseListRow(policy.phraseLists[place]!, place));
  }
  for (let place: Int = 0; place < policy.questions.length; place += 1) {
    rows.push(questionRow(policy.questions[place]!, place));
  }
}

function flattenRules(rows: PolicyRow[], policy: Policy): void {
  for (let place: Int = 0; place < policy.tiers.length; place += 1) {
    addRows(rows, tierRows(policy.tiers[place]!, place));
  }
  for (let place: Int = 0; place < policy.guards.length; place += 1) {
    rows.push(guardRow(policy.guards[place]!, place));
  }
  for (let place: Int = 0; place < policy.inquiryRoutes.length; place += 1) {
    rows.push(inquiryRouteRow(policy.inquiryRoutes[place]!, place));
  }
  for (let place: Int = 0; place < policy.territories.length; place += 1) {
    addRows(rows, territoryRows(policy.territories[place]!, place));
  }
  for (let place: Int = 0; place < policy.rules.length; place += 1) {
    addRows(rows, ruleRows(policy.rules[place]!, ruleSentence(policy, place), place));
  }
  for (let place: Int = 0; place < policy.cells.length; place += 1) {
    rows.push(cellRow(policy.cells[place]!, place));
  }
  for (let place: Int = 0; place < policy.experiments.length; place += 1) {
    rows.push(experimentRow(policy.experiments[place]!, place));
  }
}

function flattenPools(rows: PolicyRow[], policy: Policy): void {
  for (let place: Int = 0; place < policy.destinations.length; place += 1) {
    rows.push(destinationRow(policy.destinations[place]!, place));
  }
  for (let place: Int = 0; place < policy.pools.length; place += 1) {
    addRows(rows, poolRows(policy.pools[place]!, place));
  }
  for (let place: Int = 0; place < policy.members.length; place += 1) {
    rows.push(memberRow(policy.members[place]!, place));
  }
  for (let place: Int = 0; place < policy.slas.length; place += 1) {
    rows.push(slaRow(policy.slas[place]!, place));
  }
  for (let place: Int = 0; place < policy.escalations.length; place += 1) {
    rows.push(escalationRow(policy.escalations[place]!, place));
  }
}

function addRows(rows: PolicyRow[], added: PolicyRow[]): void {
  for (const row of added) {
    rows.push(row);
  }
}
