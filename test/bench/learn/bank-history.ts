import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allFields } from '../../../core/src/decide/index.ts';
import type { FactSheet } from '../../../core/src/decide/model/fact-sheet.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { TableBuilder } from '../../../core/src/author/learn/table/table-builder.ts';
import type { LeadTable } from '../../../core/src/author/learn/table/lead-table.ts';
import { readCsvRecord } from '../../../core/src/author/run/csv-records.ts';
import { starterPolicy } from './starter-policy.ts';

export const bankFile = path.join(
  import.meta.dirname,
  '../../../../shared/data/bank-marketing/bank-additional-full.csv',
);

/** From May 2008 to November 2010, as the file's description says; the rows are in this order but carry no day. */
const beganAt = Date.UTC(2008, 4, 1);
const days = 913;
const dayMillis = 86_400_000;
/** A call's answer is known at its end; a working week covers the day of it. */
export const answerDays = 5;

/** Sales calls as past leads: each column is an own field of the policy, decimals in thousandths. */
export type BankHistory = { table: LeadTable; policy: Policy; asOf: number };

export function hasBankHistory(): boolean {
  return existsSync(bankFile);
}

export function readBankHistory(): BankHistory {
  const [header, ...rows] = readRows(readFileSync(bankFile, 'utf8'));
  const names = header!.slice(0, -1);
  const isNumber = names.map((_, column) =>
    rows.every((row) => row[column] !== '' && !Number.isNaN(Number(row[column]))),
  );
  const policy: Policy = {
    ...starterPolicy(),
    fields: names.map((name, column) => ({
      fieldKey: fieldKeyOf(name),
      label: name.replaceAll('.', ' '),
      fieldType: isNumber[column]! ? 'number' : 'text',
      isPersonal: false,
    })),
  };
  const positions = allFields(policy).map(({ fieldKey }) => fieldKey);
  const builder = new TableBuilder(policy, 'thisCrm');
  rows.forEach((row, place) => {
    const arrivedAt = beganAt + Math.round((place * days * dayMillis) / rows.length);
    const facts: FactSheet = { texts: positions.map(() => null), numbers: positions.map(() => null) };
    names.forEach((name, column) => {
      const position = positions.indexOf(fieldKeyOf(name));
      if (isNumber[column]!) {
        facts.numbers[position] = Math.round(Number(row[column]) * 1_000);
      } else {
        facts.texts[position] = row[column]!;
      }
    });
    const outcome = row.at(-1) === 'yes' ? 'won' : 'lost';
    builder.add({
      leadKey: `call-${place + 1}`,
      arrivedAt,
      facts,
      personKey: null,
      outcome,
      closedAt: arrivedAt + dayMillis,
      outcomeWords: outcome,
      stage: null,
      closeReason: null,
      finalOwner: null,
      firstTouchAt: null,
      nativeScore: null,
      changes: [],
      activities: [],
    });
  });
  return { table: builder.finish(), policy, asOf: beganAt + (days + answerDays + 2) * dayMillis };
}

/** emp.var.rate → call-emp-var-rate: what a policy takes as a name, and none of the standard fields. */
export function fieldKeyOf(name: string): string {
  return `call-${name.replace(/[._]/g, '-')}`;
}

function readRows(text: string): string[][] {
  const rows: string[][] = [];
  for (let place = 0; place < text.length;) {
    const reading = readCsvRecord(text, place, ';', true);
    if (reading.kind !== 'record') {
      throw new Error('The file of calls is not as it is known.');
    }
    rows.push(reading.fields);
    place = reading.next;
  }
  return rows;
}
