import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decideFile, type RunResult } from '../../core/src/author/run/decide-file.ts';
import { recordOfText } from '../../core/src/author/run/read-record.ts';
import { readLog, type LogEntry } from '../../core/src/author/run/decision-log.ts';

const sample = (name: string): string => path.join(__dirname, '..', '..', 'core', 'sample', name);
const folder = mkdtempSync(path.join(os.tmpdir(), 'signalbox-sample-'));
const entries: LogEntry[] = [];
let result: RunResult;

beforeAll(async () => {
  result = await decideFile(
    {
      leadsFile: sample('leads.csv'),
      mapFile: null,
      policyFile: null,
      rosterFile: sample('roster.json'),
      accountsFile: sample('accounts.csv'),
      contactsFile: sample('contacts.csv'),
      activitiesFile: sample('activities.csv'),
      outFolder: folder,
      mode: null,
      isFresh: true,
      startedAt: 0,
    },
    { onMapping: () => undefined, onProgress: () => undefined, collectorFor: () => null, isStopped: () => false },
  );
  for await (const { entry } of readLog(path.join(folder, 'decisions.jsonl'))) {
    if (entry !== null) {
      entries.push(entry);
    }
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('Every lead of the sample is decided', () => {
  expect(result.messageCount).toBe(0);
  expect(entries).toHaveLength(757);
});

test('At most 15 % of the sample go to a person for low confidence', () => {
  const guards = result.run.context.prepared.guards;
  const doubtful = entries.filter((entry) => {
    const { choice } = recordOfText(entry.decisionText);
    const byGuard = choice.guard >= 0 && guards[choice.guard]!.guardKey === 'lowConfidence';
    return byGuard || (choice.source === 'matrix' && choice.cell % 2 === 1);
  });
  expect(doubtful.length).toBeGreaterThan(0);
  expect(doubtful.length / entries.length).toBeLessThanOrEqual(0.15);
});

test('Nothing of the sample is closed out while the policy is on trial', () => {
  const closing = new Set(
    result.run.policy.destinations.filter((one) => one.kind === 'closeOut').map((one) => one.destinationKey),
  );
  const records = entries.map((entry) => recordOfText(entry.decisionText));
  expect(records.filter((record) => closing.has(record.choice.destination))).toEqual([]);
  expect(records.filter((record) => record.choice.held).length).toBeGreaterThan(0);
});
