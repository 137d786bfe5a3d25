import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunRequest } from '../../../core/src/author/run/run-request.ts';
import { RunFolder } from '../../../core/src/author/run/run-folder.ts';
import { verifyRun } from '../../../core/src/author/run/verify-run.ts';
import { inventedLeads } from './invented-leads.ts';
import { decideQuietly, decisionHashes, requestFor } from './small-run.ts';
import { makeTestFolder, runCommand, startCommand, type Ended } from './start-command.ts';

const { folder, file, remove } = makeTestFolder();
const leadCount = 6_000;
let expected: string[] = [];

const commandFor = (out: string): string[] => ['--leads', 'leads.csv', '--out', out, '--quiet'];
const verify = (out: string) => verifyRun(new RunFolder(file(out)), null, () => undefined);

/** Starts a run and ends it as soon as its log has grown past a size. */
async function stopAt(out: string, signal: NodeJS.Signals, bytes: number): Promise<Ended> {
  const log = file(`${out}/decisions.jsonl`);
  const started = startCommand(folder, ...commandFor(out));
  let hasEnded = false;
  void started.ended.then(() => (hasEnded = true));
  while (!hasEnded && !(existsSync(log) && readFileSync(log).length > bytes)) {
    await wait(5);
  }
  started.kill(signal);
  return started.ended;
}

function contentsOf(out: string): Map<string, string> {
  const names = readdirSync(file(out), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(names.map(({ parentPath, name }) => [name, readFileSync(path.join(parentPath, name), 'base64')]));
}

type Changed = { leadsFile?: string; mapFile?: string; accountsFile?: string; mode?: 'live' };

/** File names as paths of the test's folder. */
function inFolder(changed: Changed): Partial<RunRequest> {
  const { mode, ...files } = changed;
  const named = Object.entries(files).map(([option, name]): [string, string] => [option, file(name)]);
  return { ...Object.fromEntries(named), ...(mode === undefined ? {} : { mode }) };
}

beforeAll(async () => {
  writeFileSync(file('leads.csv'), inventedLeads(leadCount));
  writeFileSync(file('few.csv'), inventedLeads(40));
  await decideQuietly(requestFor(file('leads.csv'), file('whole')));
  expected = decisionHashes(file('whole'));
}, 60_000);
afterAll(remove);

describe('a run that is stopped', () => {
  test('and started again until it ends has every row once, decided as if nobody had stopped it', async () => {
    expect(expected).toHaveLength(leadCount);
    const killed = await stopAt('stopped', 'SIGKILL', 1_000_000);
    expect(killed.signal).toBe('SIGKILL');
    appendFileSync(file('stopped/decisions.jsonl'), '{"row":99,"sizes":[1');
    const asked = await stopAt('stopped', 'SIGINT', 3_000_000);
    expect(asked.code).toBe(130);
    expect(asked.error).toContain('Run the same command again to go on; nothing is lost.');
    expect((await verify('stopped')).findings[0]).toContain('VER013');
    await stopAt('stopped', 'SIGKILL', 5_000_000);
    const finished = await runCommand(folder, ...commandFor('stopped'));
    expect(finished).toMatchObject({ code: 0, error: '' });
    expect(decisionHashes(file('stopped'))).toEqual(expected);
    expect(await verify('stopped')).toMatchObject({ rows: leadCount, decidedAgain: leadCount, findingCount: 0 });
  }, 60_000);

  test('while it is being sealed goes on sealing', async () => {
    await decideQuietly(requestFor(file('few.csv'), file('few')));
    const sealed = readFileSync(file('few/seals.jsonl'), 'utf8');
    writeFileSync(file('few/seals.jsonl'), sealed.slice(0, 1_000));
    await decideQuietly(requestFor(file('few.csv'), file('few')));
    expect(readFileSync(file('few/seals.jsonl'), 'utf8')).toBe(sealed);
  });
});

describe('a folder that holds another run', () => {
  test.each<[string, string, Changed]>([
    ['leads', 'RUN105', { leadsFile: 'other.csv' }],
    ['mapping', 'RUN105', { mapFile: 'other.json' }],
    ['mode of the policy', 'RUN105', { mode: 'live' }],
    ['accounts', 'RUN105', { accountsFile: 'accounts.csv' }],
  ])('is refused and not touched when the %s changed', async (_what, code, changed) => {
    await decideQuietly(requestFor(file('few.csv'), file('kept')));
    writeFileSync(file('other.csv'), inventedLeads(41));
    writeFileSync(file('accounts.csv'), 'Account,Domain\nCompany 1,company1.example\n');
    const mapping = readFileSync(file('kept/mapping.json'), 'utf8');
    writeFileSync(file('other.json'), mapping.replace('"submissionKey"', 'null'));
    const before = contentsOf('kept');
    const request = { ...requestFor(file('few.csv'), file('kept')), ...inFolder(changed) };
    await expect(decideQuietly(request)).rejects.toThrow(code);
    expect(contentsOf('kept')).toEqual(before);
  });

  test('is not sealed anew when a record was changed after sealing', async () => {
    await decideQuietly(requestFor(file('few.csv'), file('changed')));
    const log = readFileSync(file('changed/decisions.jsonl'), 'utf8');
    const salt = /"personalHash":"[0-9a-f]{4}/.exec(log)![0];
    writeFileSync(file('changed/decisions.jsonl'), log.replace(salt, '"personalHash":"0000'));
    const before = contentsOf('changed');
    await expect(decideQuietly(requestFor(file('few.csv'), file('changed')))).rejects.toThrow(/RUN109 .*row 1 /s);
    expect(contentsOf('changed')).toEqual(before);
  });

  test('keeps a mapping that a person edited there, and goes by it after --fresh', async () => {
    await decideQuietly(requestFor(file('few.csv'), file('edited')));
    const edited = readFileSync(file('edited/mapping.json'), 'utf8').replace('"employees"', 'null');
    writeFileSync(file('edited/mapping.json'), edited);
    await expect(decideQuietly(requestFor(file('few.csv'), file('edited')))).rejects.toThrow(/the mapping changed/);
    await decideQuietly({ ...requestFor(file('few.csv'), file('edited')), isFresh: true });
    expect(readFileSync(file('edited/mapping.json'), 'utf8')).toBe(edited);
  });
});

describe('two runs at once in one folder', () => {
  test('one decides, the other says who is there and changes nothing', async () => {
    const both = await Promise.all([1, 2].map(() => runCommand(folder, ...commandFor('shared'))));
    expect(both.map(({ code }) => code).sort()).toEqual([0, 2]);
    expect(both.find(({ code }) => code === 2)!.error).toMatch(/^RUN108 {2}shared: process \d+ on /);
    expect(decisionHashes(file('shared'))).toEqual(expected);
    expect((await verify('shared')).findingCount).toBe(0);
    expect(existsSync(file('shared/run.lock'))).toBe(false);
  }, 60_000);

  test('the lock of a process that died is taken over', async () => {
    const dead = startCommand(folder, '--help');
    const pid = dead.pid;
    await dead.ended;
    const request = requestFor(file('few.csv'), file('stale'));
    await decideQuietly(request);
    const lock = { pid, host: os.hostname(), since: '2026-01-01T00:00:00.000Z' };
    writeFileSync(file('stale/run.lock'), JSON.stringify(lock));
    await expect(decideQuietly(request)).resolves.toMatchObject({ continued: 40 });
    writeFileSync(file('stale/run.lock'), JSON.stringify({ ...lock, host: 'another-machine' }));
    await expect(decideQuietly(request)).rejects.toThrow(/RUN108 .*another-machine/);
    await expect(verify('stale')).rejects.toThrow(/RUN108/);
    writeFileSync(file('stale/run.lock'), '{"pid":');
    await expect(decideQuietly(request)).resolves.toMatchObject({ continued: 40 });
  });
});
