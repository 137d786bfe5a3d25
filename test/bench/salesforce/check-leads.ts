import { onlyPool } from './one-pool-policy.ts';
import { leadsOf, recordsOf, type StoredLead } from './fault-runs.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';

const leadWorth = 1_000_000;

type Entry = { memberKey: string; credit: number; dayCount: number };

/** What is wrong with leads that all must be decided: each with one decision, one clock, one task, and the owner it names. */
export function problemsOfLeads(installation: Installation, origin: string, expected: number): string[] {
  const leads = leadsOf(installation, origin);
  const problems = leads.length === expected ? [] : [`${leads.length} of ${expected} leads were saved`];
  const decisions = byLead(recordsOf(installation, 'SbxDecision__c'), 'lead__c');
  const clocks = byLead(recordsOf(installation, 'SbxClock__c'), 'lead__c');
  const tasks = byLead(recordsOf(installation, 'Task'), 'whoid');
  for (const lead of leads) {
    problems.push(
      ...problemsOfLead(lead, decisions.get(lead.id) ?? [], clocks.get(lead.id) ?? [], tasks.get(lead.id) ?? []),
    );
  }
  return [...problems, ...problemsOfLedger(installation)];
}

function problemsOfLead(
  lead: StoredLead,
  decisions: StoredLead[],
  clocks: StoredLead[],
  tasks: StoredLead[],
): string[] {
  const state = String(lead.fields.get('sbxstate__c'));
  const found: string[] = [];
  if (state !== 'decided') found.push(`${lead.id} is ${state}`);
  if (decisions.length !== 1) found.push(`${lead.id} has ${decisions.length} decisions`);
  if (clocks.length !== 1) found.push(`${lead.id} has ${clocks.length} clocks`);
  if (tasks.length !== 1) found.push(`${lead.id} has ${tasks.length} tasks`);
  if (String(lead.fields.get('sbxdecision__c')) !== decisions[0]?.id) found.push(`${lead.id} names another decision`);
  return found;
}

/**
 * What is wrong with the pool's ledger: credits that do not add up to nothing, somebody a lead or more ahead or behind, or
 * turns that no decision has.
 */
export function problemsOfLedger(installation: Installation): string[] {
  const name = `live/${onlyPool}`;
  const row = recordsOf(installation, 'SbxLedger__c').find((each) => each.fields.get('ledgername__c') === name);
  if (row === undefined) return ['there is no ledger'];
  const entries = JSON.parse(String(row.fields.get('entries__c'))) as Entry[];
  const taken = recordsOf(installation, 'SbxDecision__c').filter((each) => each.fields.get('ledgername__c') === name);
  const found: string[] = [];
  // Thirds of a lead do not divide: each turn may leave a millionth behind.
  const sum = entries.reduce((total, each) => total + each.credit, 0);
  if (Math.abs(sum) > entries.length) found.push(`credits add up to ${sum}`);
  for (const { memberKey, credit } of entries) {
    if (Math.abs(credit) >= leadWorth) found.push(`${memberKey} is ${credit / leadWorth} leads off`);
    const own = taken.filter((each) => each.fields.get('givento__c') === memberKey);
    const share = taken.length / entries.length;
    if (Math.abs(own.length - share) >= 1 + 1e-9)
      found.push(`${memberKey} has ${own.length} of a share of ${share.toFixed(2)}`);
  }
  return found;
}

function byLead(records: readonly StoredLead[], field: string): Map<string, StoredLead[]> {
  const grouped = new Map<string, StoredLead[]>();
  for (const record of records) {
    const key = String(record.fields.get(field));
    grouped.set(key, [...(grouped.get(key) ?? []), record]);
  }
  return grouped;
}
