import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { buildSample } from '../../core/sample/build-sample.ts';
import { leadKinds } from '../../core/sample/kinds.ts';
import { leadColumns } from '../../core/sample/lead.ts';
import { isAllowedDomain, reservedEndings } from '../../core/sample/mail-domains.ts';
import { signals } from '../../core/sample/signals.ts';

const folder = path.join(process.cwd(), 'core', 'sample');
const sample = buildSample();
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

/** A reader of its own, so that a mistake in the writer cannot hide. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) throw new Error(`Not RFC 4180 at character ${at}`);
    row.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function records(name: string): Record<string, string>[] {
  const [columns = [], ...rows] = parseCsv(read(name));
  return rows.map((row) => {
    expect(row).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, index) => [column, row[index]!]));
  });
}

test.each([...sample.files.keys()])('%s is what the generator writes, byte for byte', (name) => {
  expect(readFileSync(path.join(folder, name)).equals(Buffer.from(sample.files.get(name)!))).toBe(true);
});

test('building twice gives the same sample', () => {
  expect([...buildSample().files]).toEqual([...sample.files]);
});

test('the leads have the promised columns, number and order', () => {
  expect(parseCsv(read('leads.csv'))[0]).toEqual([...leadColumns]);
  const leads = records('leads.csv');
  expect(leads.length).toBeGreaterThanOrEqual(720);
  expect(leads.length).toBeLessThanOrEqual(800);
  expect(new Set(leads.map((lead) => lead['Lead ID'])).size).toBe(leads.length);
  const created = leads.map((lead) => lead['Created']!);
  expect(created.every((instant) => /^202[4-6]-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(instant))).toBe(true);
  expect([...created].sort()).toEqual(created);
  expect(created[0]! >= '2024-11-01').toBe(true);
  expect(created.at(-1)! < '2026-11-01').toBe(true);
});

test('every kind is present as often as the README says', () => {
  const counted = new Map<string, number>();
  for (const kind of sample.kindByLeadId.values()) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  const promised = [...read('README.md').matchAll(/^\| `([a-z-]+)`\s*\|\s*(\d+)\s*\|/gm)].map(
    ([, kind, count]) => [kind!, Number(count)] as const,
  );
  expect(promised.length).toBe(Object.keys(leadKinds).length);
  expect(Object.fromEntries(promised)).toEqual(Object.fromEntries(counted));
});

test('the README counts the rows of every file', () => {
  const promised = [...read('README.md').matchAll(/^\| `([a-z]+\.csv)`\s*\|\s*([\d,]+)\s*\|/gm)].map(
    ([, name, count]) => [name!, Number(count!.replace(',', ''))] as const,
  );
  expect(promised).toHaveLength(5);
  for (const [name, count] of promised) expect([name, records(name).length]).toEqual([name, count]);
});

test('addresses and links lead to reserved names or to listed mail services', () => {
  for (const [name, content] of sample.files) {
    for (const [address, local, domain] of content.matchAll(/([\w.+-]+)\s?@\s?([\w-]+(?:\.[\w-]+)+)/g)) {
      expect([name, address, isAllowedDomain(domain!)]).toEqual([name, address, true]);
      const reserved = reservedEndings.some((ending) => domain!.toLowerCase().endsWith(ending));
      expect([address, reserved || local!.toLowerCase().startsWith('sample.')]).toEqual([address, true]);
    }
    for (const [link, host] of content.matchAll(/(?:https?:\/\/|www\.)([\w-]+(?:\.[\w-]+)+)/gi)) {
      expect([link, reservedEndings.some((ending) => host!.toLowerCase().endsWith(ending))]).toEqual([link, true]);
    }
  }
  for (const account of records('accounts.csv')) expect(isAllowedDomain(account['Domain']!)).toBe(true);
});

test('activities and outcomes belong to leads and use the closed lists', () => {
  const created = new Map(records('leads.csv').map((lead) => [lead['Lead ID']!, lead['Created']!]));
  for (const activity of records('activities.csv')) {
    expect(created.has(activity['Lead ID']!)).toBe(true);
    expect(signals).toContain(activity['Signal']);
    expect(Number(activity['Count'])).toBeGreaterThan(0);
  }
  const outcomes = records('outcomes.csv');
  for (const outcome of outcomes) {
    expect(created.has(outcome['Lead ID']!)).toBe(true);
    expect(['won', 'lost', 'disqualified', 'recycled', 'open']).toContain(outcome['Outcome']);
    expect(outcome['Closed At'] === '').toBe(outcome['Outcome'] === 'open');
  }
  const early = outcomes.filter(
    (outcome) => outcome['Closed At'] !== '' && outcome['Closed At']! < created.get(outcome['Lead ID']!)!,
  );
  expect(early).toHaveLength(2);
});

test('long and broken values are there on purpose', () => {
  const lengths = records('leads.csv')
    .map((lead) => lead['Message']!.length)
    .sort((left, right) => right - left);
  expect(lengths[0]).toBeGreaterThan(39000);
  expect(lengths.filter((length) => length > 5500 && length < 7000).length).toBeGreaterThanOrEqual(4);
  const leads = records('leads.csv');
  expect(leads.some((lead) => lead['Employees'] === 'many')).toBe(true);
  expect(leads.some((lead) => lead['Expected Value'] === 'tbd')).toBe(true);
});
