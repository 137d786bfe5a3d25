import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildChecked } from '../../tools/checked-arithmetic/build.ts';
import type * as Sums from './checked-arithmetic-fixture/sums.ts';

const root = path.join(__dirname, '..', '..');
const output = mkdtempSync(path.join(root, '.checked-'));
const fixture = path.join(__dirname, 'checked-arithmetic-fixture');

describe('The checked build', () => {
  let checks = 0;
  let sums: typeof Sums;

  beforeAll(async () => {
    checks = buildChecked(fixture, output);
    sums = (await import(path.join(output, 'sums.ts'))) as typeof Sums;
  });

  afterAll(() => rmSync(output, { recursive: true }));

  test('checks each whole-number operation once', () => {
    expect(checks).toBe(8);
  });

  test('computes what the source computes', () => {
    expect(sums.sum(2, 3)).toBe(5);
    expect(sums.product(3_000_000_000, 2)).toBe(12_000_000_000);
    expect(sums.halfOf(9_000_000_000)).toBe(4_500_000_000);
    expect(sums.raise([0])).toBe(-2147483647);
  });

  test('catches an Int overflow and names its place', () => {
    expect(() => sums.sum(2147483647, 1)).toThrow(/^ARI001: sums\.ts:5 computes 2147483648, .* fits Int\./);
    expect(() => sums.raise([1])).toThrow(/sums\.ts:24 .* fits Int\./);
  });

  test('catches a Long overflow through a name without an annotation', () => {
    expect(() => sums.product(4503599627370495, 2)).toThrow(/sums\.ts:10 .* fits Long\./);
  });

  test('leaves strings alone', () => {
    expect(sums.greet('Ada', 3)).toBe('Hello Ada 3');
    expect(readFileSync(path.join(output, 'sums.ts'), 'utf8')).toContain("return 'Hello ' + name + ' ' + count;");
  });
});
