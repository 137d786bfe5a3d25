import { leadOfRow } from '../../../core/src/author/run/lead-of-row.ts';
import type { Mapping } from '../../../core/src/author/run/mapping.ts';
import type { DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { Dice } from './dice.ts';
import { drawInput, type Scenario } from './scenario.ts';
import { hostileText } from './texts.ts';
import { typedValues } from './values.ts';

/** Values by column, as files have them: dates that are none, numbers as texts, words where a yes belongs. */
const headers: Readonly<Record<string, readonly string[]>> = {
  'Lead ID': ['L-1', 'L-2'],
  Created: ['2026-01-07 09:30', '2026-02-31', '99/99/9999', '1767776400000', '99999999999999', 'yesterday', '3.2.2026'],
  Channel: ['web form', 'Demo Request', 'list import', 'carrier pigeon'],
  'First Name': typedValues.firstName,
  Email: typedValues.email,
  Phone: typedValues.phone,
  Company: typedValues.company,
  Title: typedValues.jobTitle,
  Country: typedValues.country,
  Industry: typedValues.industry,
  Timeline: typedValues.timeline,
  Employees: ['51-200', '1,200', '$12M', '3,5 Mio EUR', '-5', 'many', '1e9', 'NaN', '12345678901234567890', '٣٤'],
  'Annual Revenue': ['1 bn', '0', 'unknown', '1.2.3.4'],
  'Expected Value': ['100000', '100,000.00', '999999999999999'],
  'Opted Out': ['true', 'no', 'perhaps', '2'],
  Owner: ['ana', ' ben ', '__proto__', 'x'.repeat(10_000)],
  'Owner Set By': ['person', 'robot'],
  Message: typedValues.message,
  depots: ['12', 'twelve', 'no'],
  ['__proto__']: ['polluted'],
  constructor: ['polluted'],
};

const mapping: Mapping = {
  mappingFormat: 1,
  columns: {
    'Lead ID': 'submissionKey',
    Created: 'receivedAt',
    Channel: 'channel',
    'First Name': 'firstName',
    Email: 'email',
    Phone: 'phone',
    Company: 'company',
    Title: 'jobTitle',
    Country: 'country',
    Industry: 'industry',
    Timeline: 'timeline',
    Employees: 'employees',
    'Annual Revenue': 'annualRevenue',
    'Expected Value': 'expectedValue',
    'Opted Out': 'optedOut',
    Owner: 'ownerKey',
    'Owner Set By': 'ownerSetter',
    Message: 'message',
    depots: 'extra:depots',
  },
  channels: { 'web form': 'webForm', 'demo request': 'demoRequest', 'list import': 'listImport' },
  defaultChannel: 'webForm',
  dateOrder: 'monthFirst',
};

/** A row of a file as it may come: anything in any column, columns that no mapping knows. */
function drawRow(dice: Dice): Map<string, string> {
  const row = new Map<string, string>();
  for (const [header, values] of Object.entries(headers)) {
    const kind = dice.roll(10);
    if (kind >= 3) {
      row.set(header, kind < 9 ? dice.pick(values) : hostileText(dice));
    }
  }
  return row;
}

/** What the edge makes of such a row. */
export function drawArrival(dice: Dice, scenario: Scenario): DecisionInput {
  const input = drawInput(dice, scenario);
  const lead = leadOfRow(drawRow(dice), dice.roll(1_000), mapping, scenario.startsAt);
  return {
    ...input,
    submission: { ...lead.submission, activities: input.submission.activities },
    crm: { ...input.crm, ownerKey: lead.ownerKey, ownerSetter: lead.ownerSetter },
    now: lead.submission.receivedAt,
  };
}
