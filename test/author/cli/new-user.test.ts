import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inventedLeads } from '../run/invented-leads.ts';
import { makeTestFolder, runCommand, type Ended } from '../run/start-command.ts';

const { folder, file, remove } = makeTestFolder();
let sample: Ended;

beforeAll(async () => {
  sample = await runCommand(folder);
}, 30_000);
afterAll(remove);

/** What stands behind "npm start --" in a line of output, as arguments. */
function shownCommand(out: string, word: string): string[] {
  const shown = new RegExp(`npm start -- (${word}[^\\n]*?)(?: {2,}|\\n|$)`).exec(out)![1]!;
  return shown.split(' ').map((part) => part.replaceAll('"', ''));
}

describe('somebody who starts Signalbox for the first time', () => {
  test('sees the sample decided without giving any option', () => {
    expect(sample).toMatchObject({ code: 0, error: '' });
    expect(sample.out).toMatch(/^757 leads, /);
    expect(existsSync(file('runs/sample/report.html'))).toBe(true);
  });

  test('can type the explain command that is shown, and reads about a fair turn', async () => {
    const explained = await runCommand(folder, ...shownCommand(sample.out, 'explain'));
    expect(explained).toMatchObject({ code: 0, error: '' });
    expect(explained.out).toMatch(/turn/);
  });

  test('can type the verify command that is shown', async () => {
    const verified = await runCommand(folder, ...shownCommand(sample.out, 'verify'));
    expect(verified).toMatchObject({ code: 0, error: '' });
    expect(verified.out).toContain('757 records: 757 decided again to the same bytes, 0 erased');
  });

  test('reads in --help what the commands and the main options are', async () => {
    const { out, code } = await runCommand(folder, '--help');
    expect(code).toBe(0);
    for (const word of [
      '--leads',
      '--map',
      '--policy',
      '--out',
      'explain',
      'verify',
      'erase',
      'report',
      'Exit codes',
    ]) {
      expect(out).toContain(word);
    }
  });

  test('gives a file of their own and sees which columns were guessed, with a mapping to edit', async () => {
    writeFileSync(file('mine.csv'), inventedLeads(20).replace('Message', 'Favourite colour'));
    const { out, code } = await runCommand(folder, '--leads', 'mine.csv');
    expect(code).toBe(0);
    expect(out).toMatch(/^Columns, guessed from their names and written to runs\/mine\/mapping\.json, to be edited:/);
    expect(out).toMatch(/Lead ID +→ +submissionKey/);
    expect(out).toContain('not used: Favourite colour');
    expect(out).toContain('no column for: message');
    expect(JSON.parse(readFileSync(file('runs/mine/mapping.json'), 'utf8'))).toMatchObject({ mappingFormat: 1 });
    const explained = await runCommand(folder, ...shownCommand(out, 'explain'));
    expect(explained.code).toBe(0);
  });

  test('may pipe the output into a program that stops reading', async () => {
    const { code, error } = await runCommand(folder, 'explain', '#1');
    expect({ code, error }).toEqual({ code: 0, error: '' });
  });
});

describe('the same leads in other files', () => {
  const rows = [
    ['id', 'created', 'email', 'message'],
    ['1', '2026-01-02', 'a@one.example', 'We need "this",\nsoon; really'],
    ['2', '2026-01-03', 'b@two.example', ''],
  ];
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const written = (separator: string, lineEnd: string): string =>
    rows.map((row) => row.map(quoted).join(separator)).join(lineEnd) + lineEnd;
  const asJson = rows
    .slice(1)
    .map((row) => JSON.stringify(Object.fromEntries(row.map((cell, place) => [rows[0]![place], cell]))))
    .join('\n');
  const forms: [string, string, string][] = [
    ['commas', 'commas.csv', written(',', '\n')],
    ['commas and CRLF', 'crlf.csv', written(',', '\r\n')],
    ['a byte order mark', 'bom.csv', `\ufeff${written(',', '\n')}`],
    ['semicolons', 'semicolons.csv', written(';', '\n')],
    ['tabs', 'tabs.tsv', written('\t', '\r\n')],
    ['a JSON object a line', 'lines.jsonl', asJson],
    ['blank lines around', 'blank.csv', `\n${written(',', '\n')}\n\n`],
  ];

  test('come out as the same decisions, whatever separates them', async () => {
    const seals = new Map<string, string>();
    for (const [what, name, text] of forms) {
      writeFileSync(file(name), text);
      const { code, error } = await runCommand(folder, '--leads', name, '--out', `form-${name}`, '--quiet');
      expect({ what, code, error }).toEqual({ what, code: 0, error: '' });
      const log = readFileSync(file(`form-${name}/decisions.jsonl`), 'utf8');
      seals.set(what, log.replace(/"personalHash":"[0-9a-f]+","salt":"[0-9a-f]+"/g, ''));
    }
    expect(new Set(seals.values()).size).toBe(1);
  }, 30_000);

  test('a cell of 40 MB is cut, and the rows around it are decided', async () => {
    const long = 'x '.repeat(20_000_000);
    writeFileSync(file('long.csv'), `id,created,message\n1,2026-01-02,${long}\n2,2026-01-02,hello\n`);
    const { code, error } = await runCommand(folder, '--leads', 'long.csv', '--out', 'long', '--quiet');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(readFileSync(file('long/decisions.jsonl'), 'utf8')).toContain('INT002');
  }, 30_000);
});
