import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { contentCodes, formCodes } from '../../../core/src/author/policy/policy-codes.ts';
import { formatPolicyMessage } from '../../../core/src/author/policy/policy-message.ts';
import { readPolicy } from '../../../core/src/author/policy/read-policy.ts';
import { brokenText, type Breaking } from './broken-policy.ts';
import { smallPolicy } from './small-policy.ts';

type Case = Breaking & { name: string; expect: { code: string; text: string[] } };

const root = path.join(__dirname, '../../..');
const cases = JSON.parse(readFileSync(path.join(root, 'test/cases/policy-messages.json'), 'utf8')) as Case[];
const smallText = JSON.stringify(smallPolicy());

/** The engine checks these too, since rows do not pass through the file's form; in a file the form stops them first. */
const stoppedByForm = ['POL100', 'POL104', 'POL118', 'POL120', 'POL122', 'POL127', 'POL128', 'POL129'];
/** Tested below, because their files are long. */
const testedBelow = ['POL015', 'POL108'];
/** For kinds of trouble that this schema has no cause to find. */
const neverFound = ['POL016'];

describe('a broken policy file', () => {
  test.each(cases)('$name is $expect.code', (broken) => {
    const read = readPolicy(brokenText(broken), 'ours.json');
    const message = read.messages.find(({ code }) => code === broken.expect.code);
    expect(read.policy).toBeNull();
    expect(message && formatPolicyMessage(message, 'ours.json').split('\n')).toEqual(broken.expect.text);
  });

  test('has a case for every code', () => {
    const elsewhere = [...stoppedByForm, ...testedBelow, ...neverFound];
    const tested = new Set([...cases.map((each) => each.expect.code), ...elsewhere]);
    expect([...Object.keys(formCodes), ...Object.keys(contentCodes)].filter((code) => !tested.has(code))).toEqual([]);
  });

  test('shows fifty messages and says how many more there are', () => {
    const policy = smallPolicy();
    policy.phraseLists = Array.from({ length: 70 }, () => ({ listKey: '', hintsAt: 'sales', points: 5, phrases: [] }));
    const { messages } = readPolicy(JSON.stringify(policy), 'ours.json');
    expect(messages).toHaveLength(51);
    expect(messages.at(-1)).toMatchObject({ code: 'POL015', found: '20 more like these.' });
  });

  test('names a pool with more members than a turn can weigh', () => {
    const policy = smallPolicy();
    const member = policy.members[0]!;
    policy.members = Array.from({ length: 121 }, (_, place) => ({ ...member, memberKey: `rep${place}` }));
    expect(readPolicy(JSON.stringify(policy), 'ours.json').messages).toMatchObject([
      { code: 'POL108', about: 'pool "east"', next: 'Split it.' },
    ]);
  });

  test('that is nested without end is refused like any other', () => {
    const read = readPolicy('['.repeat(200_000), 'ours.json');
    expect(read.policy).toBeNull();
    expect(read.messages[0]).toMatchObject({ code: 'POL001' });
  });
});

describe('a good policy file', () => {
  test('is read without a word', () => {
    expect(readPolicy(smallText, 'ours.json')).toEqual({ policy: smallPolicy(), messages: [] });
  });

  test('may begin with a byte order mark', () => {
    expect(readPolicy(`\ufeff${smallText}`, 'ours.json').policy).toEqual(smallPolicy());
  });
});

test('every code of the engine has a next step', () => {
  const source = readFileSync(path.join(root, 'core/src/decide/policy/check-policy.ts'), 'utf8');
  const codes = new Set(source.match(/POL\d{3}/g));
  expect([...codes].filter((code) => contentCodes[code] === undefined)).toEqual([]);
});
