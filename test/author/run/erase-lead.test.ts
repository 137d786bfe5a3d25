import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RunFolder } from '../../../core/src/author/run/run-folder.ts';
import { verifyRun } from '../../../core/src/author/run/verify-run.ts';
import { writeFileSync } from 'node:fs';
import { inventedLeads } from './invented-leads.ts';
import { decisionHashes } from './small-run.ts';
import { makeTestFolder, runCommand, type Ended } from './start-command.ts';

const { folder, file, remove } = makeTestFolder();
const decide = ['--leads', 'leads.csv', '--out', 'run'];
const wanted = { id: 'I-100007', address: 'p7@company7.example' };
let before: string[] = [];
let reportBefore = '';
let erasing: Ended;

/** Everything in the folder of the run as one text. */
function wholeFolder(): string {
  const names = readdirSync(file('run')).filter((name) => /\.(jsonl|json|html)$/.test(name));
  return names.map((name) => readFileSync(path.join(file('run'), name), 'utf8')).join('\n');
}

beforeAll(async () => {
  writeFileSync(file('leads.csv'), inventedLeads(60));
  await runCommand(folder, ...decide);
  before = decisionHashes(file('run'));
  reportBefore = readFileSync(file('run/report.html'), 'utf8');
  expect(wholeFolder()).toContain(wanted.address);
  erasing = await runCommand(folder, 'erase', wanted.id, '--out', 'run');
});
afterAll(remove);

describe('erasing a lead', () => {
  test('takes the person out of the log and of the report', () => {
    expect(erasing).toMatchObject({ code: 0, error: '' });
    expect(erasing.out).toContain('Erased the personal part of 1 record');
    expect(wholeFolder()).not.toContain(wanted.address);
    expect(wholeFolder()).not.toContain(wanted.id);
  });

  test('leaves decisions and chain as they were: the run verifies, with one erased row', async () => {
    expect(decisionHashes(file('run'))).toEqual(before);
    const result = await verifyRun(new RunFolder(file('run')), null, () => undefined);
    expect(result).toMatchObject({ rows: 60, decidedAgain: 59, erased: 1, findingCount: 0 });
  });

  test('is not undone by running the same command again, neither in the log nor in the report', async () => {
    const report = readFileSync(file('run/report.html'), 'utf8');
    const again = await runCommand(folder, ...decide);
    expect(again).toMatchObject({ code: 0, error: '' });
    expect(wholeFolder()).not.toContain(wanted.address);
    expect(readFileSync(file('run/report.html'), 'utf8')).toBe(report);
  });

  test('a report that is written again from the records is the report of the run, byte for byte', async () => {
    await runCommand(folder, '--leads', 'leads.csv', '--out', 'other');
    writeFileSync(file('other/report.html'), 'gone');
    await runCommand(folder, 'report', '--out', 'other');
    expect(readFileSync(file('other/report.html'), 'utf8')).toBe(reportBefore);
  });

  test('an id that is not there changes nothing and names ids that are like it', async () => {
    const log = readFileSync(file('run/decisions.jsonl'));
    const ended = await runCommand(folder, 'erase', 'I-10000', '--out', 'run');
    expect(ended.code).toBe(2);
    expect(ended.error).toMatch(/^EXP001 .*\n.*I-100000/);
    expect(readFileSync(file('run/decisions.jsonl')).equals(log)).toBe(true);
  });

  test('an erased decision can still be explained by its row', async () => {
    const ended = await runCommand(folder, 'explain', '#8', '--out', 'run');
    expect(ended.out).toContain('The personal part of this record was erased.');
  });
});
