import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readPolicy } from '../../../core/src/author/policy/read-policy.ts';
import { drawing } from '../learn/drawn-history.ts';
import { makeTestFolder, runCommand, type Ended } from '../run/start-command.ts';

jest.setTimeout(90_000);

const { folder, file, remove } = makeTestFolder();
const dayMillis = 86_400_000;
const beganAt = Date.UTC(2025, 0, 1);

beforeAll(() => {
  const draw = drawing(3);
  const leads = ['Lead ID,Created,Industry,Employees,Country'];
  const outcomes = ['Lead ID,Outcome,Closed At,Stage,Close Reason,Final Owner'];
  for (let lead = 0; lead < 1_500; lead += 1) {
    const created = new Date(beganAt + lead * 0.25 * dayMillis);
    const industry = draw() < 0.5 ? 'Logistics' : 'Retail';
    const employees = 10 + Math.floor(draw() * 900);
    leads.push(`L-${lead},${created.toISOString()},${industry},${employees},DE`);
    const isWon = draw() < (industry === 'Logistics' ? 0.25 : 0.06) + employees / 6_000;
    const closed = new Date(created.getTime() + (1 + Math.floor(draw() * 12)) * dayMillis);
    outcomes.push(
      `L-${lead},${isWon ? 'won,' : 'lost,'}${closed.toISOString()},${isWon ? 'Closed Won' : 'Closed Lost'},Price,ana`,
    );
  }
  writeFileSync(file('leads.csv'), `${leads.join('\n')}\n`);
  writeFileSync(file('outcomes.csv'), `${outcomes.join('\n')}\n`);
  writeFileSync(file('five.csv'), `${leads.slice(0, 6).join('\n')}\n`);
  writeFileSync(file('no-outcome.csv'), 'Name,Colour\na,b\n');
  writeFileSync(
    file('settings.json'),
    JSON.stringify({ fields: { employees: { axis: 'fit', direction: 'up' }, industrie: null } }),
  );
  writeFileSync(file('odd.json'), JSON.stringify({ horizonDays: 'long' }));
});

afterAll(remove);

describe('npm start -- train', () => {
  let ended: Ended;

  beforeAll(async () => {
    ended = await runCommand(folder, 'train', '--leads', 'leads.csv', '--outcomes', 'outcomes.csv', '--out', 'learned');
  });

  test('ends well and says where report, card and draft are', () => {
    expect(ended).toMatchObject({ code: 0, signal: null });
    for (const name of ['training.html', 'training.json', 'policy.json', 'mapping.json']) {
      expect(existsSync(path.join(folder, 'learned', name))).toBe(true);
    }
    expect(ended.out).toContain('nothing decides by it until somebody publishes it');
  });

  test('writes a draft that reads, with a learned card of fit', () => {
    const { policy, messages } = readPolicy(
      readFileSync(path.join(folder, 'learned', 'policy.json'), 'utf8'),
      'policy.json',
    );
    expect(messages).toEqual([]);
    const industry = policy!.scorecards[0]!.attributes.find(({ fieldKey }) => fieldKey === 'industry')!;
    const pointsOf = (text: string): number => industry.bins.find(({ texts }) => texts.includes(text))!.points;
    expect(policy!.scorecards[0]!.basis).toBe('trained');
    expect(pointsOf('logistics')).toBeGreaterThan(pointsOf('retail'));
  });

  test('the draft decides a file', async () => {
    const decided = await runCommand(
      folder,
      '--leads',
      'leads.csv',
      '--policy',
      'learned/policy.json',
      '--out',
      'decided',
      '--quiet',
    );
    expect(decided).toMatchObject({ code: 0 });
  });

  test('says which fields were left out and why', () => {
    expect(ended.out).toMatch(/left out {2}LRN025 {2}country/);
  });
});

describe('npm start -- hygiene', () => {
  test('refuses a history of five rows with the reason, and ends with 1', async () => {
    const ended = await runCommand(
      folder,
      'hygiene',
      '--leads',
      'five.csv',
      '--outcomes',
      'outcomes.csv',
      '--out',
      'five',
    );
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('This history can not support a score.');
  });
});

describe('npm start -- evaluate', () => {
  test('shows figures and writes no draft', async () => {
    const ended = await runCommand(
      folder,
      'evaluate',
      '--leads',
      'leads.csv',
      '--outcomes',
      'outcomes.csv',
      '--out',
      'looked',
    );
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('on leads it never saw');
    expect(existsSync(path.join(folder, 'looked', 'policy.json'))).toBe(false);
  });
});

describe('npm start -- watch', () => {
  test('believes a card whose chances come true on leads that came after, and draws leads to review', async () => {
    const upTo = '2025-07-01';
    const files = ['--leads', 'leads.csv', '--outcomes', 'outcomes.csv', '--quiet'];
    await runCommand(folder, 'train', ...files, '--as-of', upTo, '--out', 'early');
    const ended = await runCommand(
      folder,
      ...['watch', ...files, '--policy', 'early/policy.json', '--training', 'early/training.json', '--out', 'watched'],
    );
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toMatch(/FIT {2}\d+ leads since training, \d+ answered/);
    expect(ended.out).toContain('believed');
    expect(ended.out).toContain('for a person to look at');
    const { policy, messages } = readPolicy(
      readFileSync(path.join(folder, 'watched', 'watched-policy.json'), 'utf8'),
      'policy.json',
    );
    expect(messages).toEqual([]);
    const before = readPolicy(readFileSync(path.join(folder, 'early', 'policy.json'), 'utf8'), 'policy.json').policy!;
    expect(policy!.scorecards[0]!.attributes).toEqual(before.scorecards[0]!.attributes);
  });

  test('refuses what is no training', async () => {
    const ended = await runCommand(
      folder,
      ...[
        'watch',
        '--leads',
        'leads.csv',
        '--outcomes',
        'outcomes.csv',
        '--training',
        'settings.json',
        '--out',
        'wrong',
      ],
    );
    expect(ended.code).toBe(2);
    expect(ended.error).toContain('TRN005');
  });
});

test.each([
  ['TRN001', ['--outcomes', 'no-outcome.csv']],
  ['TRN002', []],
  ['TRN003', ['--outcomes', 'outcomes.csv', '--settings', 'odd.json']],
  ['TRN004', ['--outcomes', 'outcomes.csv', '--settings', 'settings.json']],
  ['RUN101', ['--outcomes', 'nowhere.csv']],
])('%s is said of input that is wrong, and nothing is trained', async (code, options) => {
  const ended = await runCommand(folder, 'train', '--leads', 'leads.csv', '--out', 'wrong', ...options);
  expect(ended.code).toBe(2);
  expect(ended.error).toContain(code);
  expect(existsSync(path.join(folder, 'wrong', 'policy.json'))).toBe(false);
});
