import { readFileSync } from 'node:fs';
import { prepare } from '../../../core/src/decide/index.ts';
import { standardFields, type FactSheet } from '../../../core/src/decide/model/fact-sheet.ts';
import type { Policy, Rule } from '../../../core/src/decide/model/policy.ts';
import type { PreparedPolicy } from '../../../core/src/decide/model/prepared-policy.ts';
import { numberFields, textFields, type RuleLead } from './rule-leads.ts';

export const starterFile = new URL('../../../core/policies/starter.json', import.meta.url);

export function readStarter(): Policy {
  return JSON.parse(readFileSync(starterFile, 'utf8')) as Policy;
}

/** The starter policy with other rules, ready to be asked. */
export function prepareRules(rules: Rule[]): PreparedPolicy {
  return prepare({ ...readStarter(), rules });
}

/** The sheet that score and lay-facts would have filled, with the eight facts that count. */
export function factSheetOf(lead: RuleLead): FactSheet {
  const facts: FactSheet = { texts: [], numbers: [] };
  for (const { fieldKey } of standardFields()) {
    facts.texts.push(textFields.find((field) => field === fieldKey) === undefined ? null : textOf(lead, fieldKey));
    facts.numbers.push(
      numberFields.find((field) => field === fieldKey) === undefined ? null : numberOf(lead, fieldKey),
    );
  }
  return facts;
}

function textOf(lead: RuleLead, fieldKey: string): string | null {
  return lead[fieldKey as (typeof textFields)[number]];
}

function numberOf(lead: RuleLead, fieldKey: string): number | null {
  return lead[fieldKey as (typeof numberFields)[number]];
}
