import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { RunFolder } from '../../../core/src/author/run/run-folder.ts';
import { verifyRun } from '../../../core/src/author/run/verify-run.ts';
import { makeRun } from './small-run.ts';
import { makeTestFolder } from './start-command.ts';

const { folder, file, remove } = makeTestFolder();
const copy = file('copy');
const log = path.join(copy, 'decisions.jsonl');
const seals = path.join(copy, 'seals.jsonl');
let lastSeal = '';

beforeAll(async () => {
  const result = await makeRun(folder, 12);
  lastSeal = result.sealed!.seal;
});
beforeEach(() => {
  rmSync(copy, { recursive: true, force: true });
  cpSync(file('run'), copy, { recursive: true });
});
afterAll(remove);

const verify = (seal: string | null = null) => verifyRun(new RunFolder(copy), seal, () => undefined);

async function codes(): Promise<string[]> {
  const { findings, findingCount } = await verify();
  expect(findings.length === 0).toBe(findingCount === 0);
  return findings.map((finding) => finding.slice(0, 6));
}

function changeLines(name: string, change: (lines: string[]) => string[]): void {
  const lines = readFileSync(name, 'utf8').trimEnd().split('\n');
  writeFileSync(name, `${change(lines).join('\n')}\n`);
}

function changeText(name: string, from: string | RegExp, to: string): void {
  const text = readFileSync(name, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(name, changed);
}

/** Puts another character in the place of one; the same place gives the same character. */
function changeByte(name: string, place: number): void {
  const bytes = readFileSync(name);
  const at = place % bytes.length;
  bytes[at] = bytes[at] === 55 ? 56 : 55;
  writeFileSync(name, bytes);
}

describe('verifying a run', () => {
  test('a run as it was sealed has no finding', async () => {
    const result = await verify(lastSeal);
    expect(result).toMatchObject({ rows: 12, decidedAgain: 12, erased: 0, lastSeal, findingCount: 0 });
  });

  test('one changed byte anywhere in the log is found', async () => {
    for (let trial = 0; trial < 60; trial += 1) {
      cpSync(file('run'), copy, { recursive: true });
      changeByte(log, trial * 1_511 + 3);
      expect({ trial, found: (await codes()).length > 0 }).toEqual({ trial, found: true });
    }
  }, 60_000);

  test('one changed byte anywhere in the seals is found', async () => {
    for (let trial = 0; trial < 30; trial += 1) {
      cpSync(file('run'), copy, { recursive: true });
      changeByte(seals, trial * 83 + 1);
      expect({ trial, found: (await codes()).length > 0 }).toEqual({ trial, found: true });
    }
  }, 60_000);

  test('each part of a record has a finding of its own', async () => {
    changeText(log, /"version":1/, '"version":2');
    expect(await codes()).toEqual(['VER008']);
    cpSync(file('run'), copy, { recursive: true });
    changeText(log, /"firstName":"F/, '"firstName":"G');
    expect(await codes()).toEqual(['VER009']);
    cpSync(file('run'), copy, { recursive: true });
    changeText(log, /"salt":"[0-9a-f]/, '"salt":"');
    expect(await codes()).toContain('VER003');
  });

  test('a decision that was changed together with its hash no longer fits its seal', async () => {
    changeText(log, /"decisionHash":"[0-9a-f]{4}/, '"decisionHash":"0000');
    expect(await codes()).toEqual(expect.arrayContaining(['VER006', 'VER008']));
  });

  test('a record that was taken out is missed, in the middle and at the end', async () => {
    changeLines(log, (lines) => lines.toSpliced(9, 1));
    expect(await codes()).toEqual(expect.arrayContaining(['VER004', 'VER006', 'VER007']));
    cpSync(file('run'), copy, { recursive: true });
    changeLines(log, (lines) => lines.slice(0, -1));
    expect(await codes()).toContain('VER007');
  });

  test('a last record that was taken out together with its seal is missed', async () => {
    changeLines(log, (lines) => lines.slice(0, -1));
    changeLines(seals, (lines) => lines.slice(0, -1));
    expect(await codes()).toEqual(['VER014']);
  });

  test('two records that changed places are found', async () => {
    changeLines(log, (lines) => [lines[1]!, lines[0]!, ...lines.slice(2)]);
    expect(await codes()).toEqual(expect.arrayContaining(['VER004', 'VER006']));
  });

  test('an added record is found, also an empty line', async () => {
    changeLines(log, (lines) => [...lines, lines.at(-1)!.replace('"row":12', '"row":13')]);
    expect(await codes()).toContain('VER005');
    cpSync(file('run'), copy, { recursive: true });
    writeFileSync(log, `${readFileSync(log, 'utf8')}\n`);
    expect(await codes()).toContain('VER003');
  });

  test('a changed or missing snapshot is found, and the seals are checked all the same', async () => {
    for (const name of readdirSync(path.join(copy, 'snapshots'))) {
      cpSync(file('run'), copy, { recursive: true });
      changeByte(path.join(copy, 'snapshots', name), 40);
      expect(await codes()).toEqual(['VER001']);
      rmSync(path.join(copy, 'snapshots', name));
      expect(await codes()).toEqual(['VER001']);
    }
  });

  test('a personal part that is gone while its salt stays was not erased by us', async () => {
    const lines = readFileSync(log, 'utf8').split('\n');
    const personal = lines[0]!.slice(lines[0]!.indexOf(',"personal":') + 12, -1);
    const size = new RegExp(`(?<="sizes":\\[\\d+,)${personal.length}`);
    lines[0] = lines[0]!.replace(personal, 'null').replace(size, '4');
    writeFileSync(log, lines.join('\n'));
    expect(await codes()).toEqual(['VER012']);
  });

  test('a whole chain that was forged does not end in the seal that somebody kept', async () => {
    const result = await verify('0'.repeat(64));
    expect(result.findings[0]).toContain('VER015');
  });

  test('a run that was stopped before its end says so', async () => {
    changeText(path.join(copy, 'run.json'), /"sealed": \{[^}]*\}/, '"sealed": null');
    expect(await codes()).toEqual(['VER013']);
  });

  test('a folder without a run, or with a torn one, gives a clear message', async () => {
    writeFileSync(path.join(copy, 'run.json'), '{"runFormat":1,');
    await expect(verify()).rejects.toThrow(/RUN104/);
    rmSync(path.join(copy, 'run.json'));
    await expect(verify()).rejects.toThrow(/VER002/);
  });
});
