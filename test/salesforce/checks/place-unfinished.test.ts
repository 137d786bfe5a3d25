import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../salesforce/checks/finding.ts';
import { placeUnfinished } from '../../../salesforce/checks/place-unfinished.ts';

const lines = [
  'public class SbxB {',
  '  // code-analyzer-suppress(sfge:OutOfTime): everything is behind it',
  '  public static void all() {}',
  '  // code-analyzer-unsuppress(sfge:OutOfTime)',
  '  public static void some() {}',
  '}',
];

describe('what the graph engine could not finish', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'signalbox-unfinished-'));
    file = path.join(folder, 'SbxB.cls');
    writeFileSync(file, lines.join('\n'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const unfinished = (line: number, cause: string): Finding => ({
    file: '.',
    line: 0,
    column: 0,
    code: 'sfge:Unfinished',
    message: `Internal execution error while scanning entry point: ${file}:${line}:22: ${cause}`,
  });

  it('stands at the method where it started', () => {
    expect(placeUnfinished([unfinished(5, 'Path evaluation timed out after 120000 ms')])).toEqual([
      { file, line: 5, column: 22, code: 'sfge:OutOfTime', message: 'Path evaluation timed out after 120000 ms' },
    ]);
  });

  it('is waived there where it ran out of time', () => {
    expect(placeUnfinished([unfinished(3, 'Path evaluation timed out after 120000 ms')])).toEqual([]);
  });

  it('is not waived where it stumbled over code', () => {
    expect(placeUnfinished([unfinished(3, 'Graph Engine identified your source')]).map(({ code }) => code)).toEqual([
      'sfge:Unfinished',
    ]);
  });

  it('stays as it is where it names no method, as every other finding does', () => {
    const others: Finding[] = [
      { file: '.', line: 0, column: 0, code: 'pmd:Unfinished', message: 'could not be read' },
      { file, line: 3, column: 1, code: 'sfge:ApexFlsViolation', message: 'FLS validation is missing' },
    ];
    expect(placeUnfinished(others)).toEqual(others);
  });
});
