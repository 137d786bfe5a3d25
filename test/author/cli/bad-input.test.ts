import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeTestFolder, runCommand, type Ended } from '../run/start-command.ts';

const { folder, file, remove } = makeTestFolder();
const core = path.join(__dirname, '../../../core');
const header = 'id,created,email,company\n';
const goodRow = (id: number): string => `${id},2026-01-02,person${id}@one.example,One\n`;

type Json = Record<string, unknown>;
const readJson = (name: string): Json => JSON.parse(readFileSync(path.join(core, name), 'utf8')) as Json;
const mapping = (changed: Json): string =>
  JSON.stringify(
    {
      mappingFormat: 1,
      columns: { id: 'submissionKey', created: 'receivedAt', email: 'email', company: 'company' },
      channels: {},
      defaultChannel: 'webForm',
      dateOrder: 'monthFirst',
      ...changed,
    },
    null,
    2,
  );

const files: Record<string, string | Buffer> = {
  'good.csv': header + goodRow(1) + goodRow(2),
  'empty.csv': '',
  'header.csv': header,
  'blank.csv': '\n\n \r\n',
  'utf16.csv': Buffer.from(`\ufeff${header}`, 'utf16le'),
  'book.xlsx': 'PK\u0003\u0004…',
  'zero.csv': `id,created\n1,\0\n`,
  'double.csv': 'id,email,email,\n1,a,b,c\n',
  'open-header.csv': '"id,email\n1,a\n',
  'array.json': '[{"id":1}]',
  'unclosed.csv': `${header}${goodRow(1)}2,2026-01-02,secret@person.example,"Two\n${goodRow(3)}${goodRow(4)}`,
  'counts.csv': `${header}${goodRow(1)}2,2026-01-02\n\n${goodRow(3)}4,2026-01-02,secret@person.example,Four,more\n`,
  'latin.csv': Buffer.from(`${header}${goodRow(1)}2,2026-01-02,,M\u00fcller\n`, 'latin1'),
  'lines.jsonl':
    '{"id":1,"email":"person1@one.example","created":"2026-01-02"}\n{"id":2,"email":"secret@person.exam\n\n[1,2]\n7\n' +
    '{"id":3,"tags":["a",{"b":1}],"__proto__":"x","constructor":"y","toString":{"z":1}}\n',
  'field.json': mapping({ columns: { id: 'submissionKey', email: 'emial' } }),
  'column.json': mapping({ columns: { id: 'submissionKey', emale: 'email' } }),
  'twice.json': mapping({ columns: { id: 'submissionKey', email: 'company', company: 'company' } }),
  'own.json': mapping({ columns: { id: 'submissionKey', company: 'extra:budgetOwner' } }),
  'channel.json': mapping({ channels: { web: 'webFrom' } }),
  'broken.json': '{\n  "mappingFormat": 1,\n  "columns": { "id": }\n}',
  'policy-field.json': JSON.stringify(readJson('policies/starter.json')).replace(
    '"fieldKey":"employees"',
    '"fieldKey":"employes"',
  ),
  'policy-broken.json': '{"format": 1,\n  "name": }',
  'roster-zone.json': JSON.stringify(readJson('sample/roster.json'), null, 2).replace(
    /"timeZone": "[^"]+"/,
    '"timeZone": "Mars/One"',
  ),
  'roster-rep.json': JSON.stringify(readJson('sample/roster.json'), null, 2).replace(
    '"repKey": "ana"',
    '"repKey": "anna"',
  ),
  'accounts.csv': 'name of it,domain of it\nOne,one.example\n',
};

/** What is typed, and what the first lines of the answer must say. */
const mistakes: [string, string[], RegExp][] = [
  ['a file that is not there', ['--leads', 'nope.csv'], /^RUN101 .*no such file\n +Next: check the path after --leads/],
  ['a folder', ['--leads', '.'], /^RUN101 .*folder/],
  ['an empty file', ['--leads', 'empty.csv'], /^RUN103 .*empty/],
  ['a header alone', ['--leads', 'header.csv'], /^RUN103 .*a header and no lead/],
  ['blank lines alone', ['--leads', 'blank.csv'], /^RUN103 .*empty/],
  ['UTF-16', ['--leads', 'utf16.csv'], /^RUN103 .*UTF-16\n +Next: export it as CSV in UTF-8/],
  ['a workbook', ['--leads', 'book.xlsx'], /^RUN103 .*Excel/],
  ['zero bytes', ['--leads', 'zero.csv'], /^RUN103 .*zero bytes/],
  [
    'a header with double and missing names',
    ['--leads', 'double.csv'],
    /^CSV001 .*line 1.*"email" names column 2 and column 3\n.*\nCSV001 .*column 4 has no name/,
  ],
  ['a header with an open quote', ['--leads', 'open-header.csv'], /^CSV001 .*line 1.*never closed/],
  ['a JSON array', ['--leads', 'array.json'], /^RUN103 .*one JSON array/],
  [
    'a mapping with an unknown field',
    ['--leads', 'good.csv', '--map', 'field.json'],
    /^MAP003 .*field\.json, line 5, column "email".*similar: email/,
  ],
  [
    'a mapping with an unknown column',
    ['--leads', 'good.csv', '--map', 'column.json'],
    /^MAP002 .*line 5.*similar: email/,
  ],
  [
    'a mapping that fills a field twice',
    ['--leads', 'good.csv', '--map', 'twice.json'],
    /^MAP005 .*line 6.*by column "email" already/,
  ],
  [
    'a mapping with an unknown own field',
    ['--leads', 'good.csv', '--map', 'own.json'],
    /^MAP006 .*line 5.*"budgetOwner"/,
  ],
  [
    'a mapping with an unknown channel',
    ['--leads', 'good.csv', '--map', 'channel.json'],
    /^MAP007 .*channels → web.*similar: webForm/,
  ],
  [
    'a mapping that is no JSON',
    ['--leads', 'good.csv', '--map', 'broken.json'],
    /^RUN102 {2}broken\.json, line 3: is not JSON/,
  ],
  [
    'a policy with an unknown field',
    ['--leads', 'good.csv', '--policy', 'policy-field.json'],
    /^POL114 .*employes.*\n.*employees/,
  ],
  [
    'a policy that is no JSON',
    ['--leads', 'good.csv', '--policy', 'policy-broken.json'],
    /^POL001 .*\n.*\n.*policy-broken\.json:2:\d+/,
  ],
  ['a policy that is a folder', ['--leads', 'good.csv', '--policy', '.'], /^RUN101 .*--policy/s],
  [
    'a roster with an unknown time zone',
    ['--leads', 'good.csv', '--roster', 'roster-zone.json'],
    /^ROS001 .*line \d+, reps → entry 1 → timeZone/,
  ],
  [
    'a roster without a member of a pool',
    ['--leads', 'good.csv', '--roster', 'roster-rep.json'],
    /^ROS002 .*rep "ana"/,
  ],
  ['accounts without a name', ['--leads', 'good.csv', '--accounts', 'accounts.csv'], /^CRM001 .*accounts\.csv/],
  ['an output folder that is a file', ['--leads', 'good.csv', '--out', 'good.csv'], /^RUN110 /],
  ['an unknown option', ['--leeds', 'good.csv'], /^error: unknown option '--leeds'/],
  ['a mode that is none', ['--mode', 'dead'], /Allowed choices are observe, suggest, live/],
  ['a count that is none', ['--listed', 'many'], /whole number from 1 on/],
  ['an unknown command', ['explian', '7'], /^CLI001 {2}"explian": is no command; similar: explain/],
  ['explain without an id', ['explain'], /missing required argument 'id'/],
  ['explain without a run', ['explain', '7', '--out', 'none'], /^VER002 .*holds no run/],
  ['verify without a run', ['verify', '--out', 'none'], /^VER002 /],
  ['erase without a run', ['erase', '7', '--out', 'none'], /^VER002 /],
  ['report without a run', ['report', '--out', 'none'], /^VER002 /],
];

/** Files of which the good rows are decided all the same. */
const partly: [string, string, number, RegExp][] = [
  [
    'a quote that is never closed',
    'unclosed.csv',
    3,
    /CSV003 {2}unclosed\.csv, line 3: a quote is opened here and never closed/,
  ],
  [
    'rows with too few and too many fields',
    'counts.csv',
    2,
    /CSV002 {2}counts\.csv, line 3: .* 2 fields, the header 4[^]*CSV002 {2}counts\.csv, line 6: .* 5 fields/,
  ],
  ['a file in another encoding', 'latin.csv', 2, /CSV005 {2}latin\.csv, line 3: .*not UTF-8/],
  [
    'broken lines of JSON',
    'lines.jsonl',
    2,
    /JSN001 {2}lines\.jsonl, line 2: is not JSON[^]*JSN002 .*line 4: an array[^]*JSN002 .*line 5: a single value/,
  ],
];

const ended = new Map<string, Ended>();

/** Runs at the same time must not write into one folder. */
function withOwnFolder(args: string[], out: string): string[] {
  return args.includes('--leads') && !args.includes('--out') ? [...args, '--out', out] : args;
}

/** A few at a time: a small machine has no more cores. */
async function runAll(commands: [string, string[]][]): Promise<void> {
  const waiting = [...commands];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      ended.set(next[0], await runCommand(folder, ...next[1]));
    }
  };
  await Promise.all([work(), work(), work()]);
}

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(file(name), content);
  }
  await runAll([
    ...mistakes.map(([what, args], place): [string, string[]] => [what, withOwnFolder(args, `out-${place}`)]),
    ...partly.map(([what, leads]): [string, string[]] => [what, ['--leads', leads, '--out', leads.replace('.', '-')]]),
  ]);
}, 120_000);
afterAll(remove);

const everything = ({ out, error }: Ended): string => out + error;

describe('bad input', () => {
  test.each(mistakes)('%s gives a message with place and next step, and exit code 2', (what, _args, message) => {
    const one = ended.get(what)!;
    expect(one.error).toMatch(message);
    expect(one.code).toBe(2);
  });

  test.each(partly)('%s is named by line, and all other rows are decided', (what, leads, decided, message) => {
    const one = ended.get(what)!;
    expect(one.error).toMatch(message);
    expect(one.code).toBe(2);
    const log = readFileSync(path.join(file(leads.replace('.', '-')), 'decisions.jsonl'), 'utf8');
    expect(log.trimEnd().split('\n')).toHaveLength(decided);
  });

  test('nothing prints a stack trace or what a lead typed', () => {
    for (const [what, one] of ended) {
      expect({ what, trace: /^ +at /m.test(everything(one)) }).toEqual({ what, trace: false });
      expect({ what, personal: everything(one).includes('secret') }).toEqual({ what, personal: false });
    }
  });
});
