import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decideFile } from '../../../../core/src/author/run/decide-file.ts';
import { readLog } from '../../../../core/src/author/run/decision-log.ts';
import { recordOfText } from '../../../../core/src/author/run/read-record.ts';
import type { Program } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { compileClasses, readEngineClasses } from '../../../differential/decide-in-apex.ts';
import { plainOf } from '../../../differential/plain-of-apex.ts';

const root = path.join(import.meta.dirname, '..', '..', '..', '..');
const sample = (name: string): string => path.join(root, 'core', 'sample', name);
const folder = mkdtempSync(path.join(os.tmpdir(), 'signalbox-records-'));
const decisionTexts: string[] = [];
let program: Program;

beforeAll(async () => {
  const readerFile = 'salesforce/app/record/classes/SbxReadRecord.cls';
  const reader = readFileSync(path.join(root, readerFile), 'utf8');
  program = compileClasses(new Map([...readEngineClasses(), ['SbxReadRecord.cls', reader]]));
  await decideFile(
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
    if (entry !== null) decisionTexts.push(entry.decisionText);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const readInApex = (text: string): unknown => plainOf(program.begin().call('SbxReadRecord', 'read', [text]));

test('every record of the sample is read in the org as the command line reads it', () => {
  expect(decisionTexts).toHaveLength(757);
  for (const text of decisionTexts) {
    expect(readInApex(text)).toEqual(plainOf(recordOfText(text)));
  }
});

test('a record that was cut comes back with empty lists and says what is missing', () => {
  const whole = JSON.parse(decisionTexts[0]!) as Record<string, unknown>;
  const left = ['phrases', 'problems', 'facts', 'actions'];
  const kept = Object.fromEntries(Object.entries(whole).filter(([name]) => !left.includes(name)));
  const cut = JSON.stringify({ ...kept, truncated: left });
  expect(readInApex(cut)).toEqual(plainOf(recordOfText(cut)));
});
