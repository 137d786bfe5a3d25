import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readEntries } from '../../../core/src/author/run/decision-log.ts';
import type { Mapping } from '../../../core/src/author/run/mapping.ts';
import { inputOfText, recordOfText } from '../../../core/src/author/run/read-record.ts';
import { RunFolder } from '../../../core/src/author/run/run-folder.ts';
import { verifyRun } from '../../../core/src/author/run/verify-run.ts';
import type { RunResult } from '../../../core/src/author/run/run-request.ts';
import { decideQuietly, requestFor } from './small-run.ts';
import { makeTestFolder } from './start-command.ts';

const { file, remove } = makeTestFolder();
const data = path.join(__dirname, '../../../../shared/data');
const olist = path.join(data, 'olist-funnel/olist_marketing_qualified_leads_dataset.csv');
const maven = path.join(data, 'maven-crm/sales_pipeline.csv');
const mavenAccounts = path.join(data, 'maven-crm/accounts.csv');

afterAll(remove);

/** Real data is not part of the repository. Where it is absent, its tests say so and are left out. */
function testWith(needed: string[], name: string, body: () => Promise<void>): void {
  if (needed.every((one) => existsSync(one))) {
    test(name, body, 60_000);
  } else {
    console.warn(`Left out "${name}": ${needed.map((one) => path.basename(one)).join(', ')} is not in ../shared/data.`);
    test.skip(name, body);
  }
}

function mappingOf(out: string): Record<string, string | null> {
  return (JSON.parse(readFileSync(file(`${out}/mapping.json`), 'utf8')) as Mapping).columns;
}

async function destinationsOf({ run }: RunResult, out: string): Promise<Map<string, number>> {
  const kinds = new Map(run.policy.destinations.map((each) => [each.destinationKey, each.kind]));
  const counts = new Map<string, number>();
  for await (const entry of readEntries(file(`${out}/decisions.jsonl`))) {
    const kind = kinds.get(recordOfText(entry.decisionText).choice.destination)!;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

const verify = (out: string) => verifyRun(new RunFolder(file(out)), null, () => undefined);

describe('real data', () => {
  testWith(
    [olist],
    'the marketing leads of a marketplace are understood without help, and honestly not judged',
    async () => {
      const result = await decideQuietly(requestFor(olist, file('olist')));
      expect(mappingOf('olist')).toEqual({
        mql_id: 'submissionKey',
        first_contact_date: 'receivedAt',
        landing_page_id: 'entryPage',
        origin: 'leadSource',
      });
      expect(result).toMatchObject({ decided: 8_000, messageCount: 0 });
      const kinds = await destinationsOf(result, 'olist');
      const undecided = (kinds.get('hold') ?? 0) + (kinds.get('triage') ?? 0);
      expect(undecided / 8_000).toBeGreaterThanOrEqual(0.9);
      expect(kinds.get('closeOut') ?? 0).toBe(0);
      expect(await verify('olist')).toMatchObject({ rows: 8_000, decidedAgain: 8_000, findingCount: 0 });
    },
  );

  testWith(
    [maven, mavenAccounts],
    'the pipeline of a hardware maker is read with company, value, product and date',
    async () => {
      const request = { ...requestFor(maven, file('maven')), accountsFile: mavenAccounts };
      const result = await decideQuietly(request);
      expect(mappingOf('maven')).toEqual({
        opportunity_id: 'submissionKey',
        sales_agent: 'ownerKey',
        product: 'productInterest',
        account: 'company',
        deal_stage: null,
        engage_date: 'receivedAt',
        close_date: null,
        close_value: 'expectedValue',
      });
      expect(result).toMatchObject({ decided: 8_800, messageCount: 0 });
      const log = readEntries(file('maven/decisions.jsonl'));
      const first = inputOfText(((await log.next()).value as { personalText: string }).personalText)!;
      await log.return(undefined);
      expect(first.submission).toMatchObject({
        company: 'Cancity',
        productInterest: 'GTX Plus Basic',
        expectedValue: 1054,
      });
      expect(new Date(first.submission.receivedAt).toISOString()).toBe('2016-10-20T00:00:00.000Z');
      expect(first.answers).toMatchObject({ employees: 2448, country: 'United States', industry: 'retail' });
      expect(await verify('maven')).toMatchObject({ rows: 8_800, decidedAgain: 8_800, findingCount: 0 });
    },
  );
});
