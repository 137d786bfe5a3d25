import { describe, expect, it } from '@jest/globals';
import { Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { ApexDecimal } from '../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexDate } from '../../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { evaluateFormula } from '../../../../sandbox/salesforce/org/schema/formula/evaluate-formula.ts';
import { printValue } from '../../../../sandbox/salesforce/org/schema/formula/formula-values.ts';
import type { FormulaScope } from '../../../../sandbox/salesforce/org/schema/formula/formula-scope.ts';

const fields: Readonly<Record<string, unknown>> = {
  Name: 'Ada',
  Empty: null,
  Amount: new ApexDecimal(150n, 1),
  Day: new ApexDate(20_000),
  Kinds: 'a;b',
  'Owner.Email': 'o@example.com',
};

const scope: FormulaScope = {
  read: (path) => fields[path.join('.')],
  isKnown: (path) => path.join('.') in fields,
  readPrior: () => 'Old',
  isChanged: (path) => path[0] === 'Name',
  isNew: false,
  now: Date.UTC(2026, 10, 21, 3),
  timeZone: 'America/Los_Angeles',
};

function valueOf(formula: string, more: Partial<FormulaScope> = {}): string {
  const value = evaluateFormula(formula, { ...scope, ...more });
  return value === null ? 'blank' : printValue(value);
}

describe('formulas', () => {
  it.each([
    ['1 + 2 * 3 ^ 2', '19'],
    ['-(2 - 5) / 4', '0.75'],
    ['"a" & "b" + Name', 'abAda'],
    ['Amount > 10 && NOT(Amount >= 15.1)', 'true'],
    ['IF(ISBLANK(Empty), "none", Empty)', 'none'],
    ['CASE(Name, "Bob", 1, "Ada", 2, 3)', '2'],
    ['Name = "ada"', 'false'],
    ['Empty = ""', 'true'],
    ['Empty > 0', 'false'],
    ['Empty + 1', 'blank'],
    ['INCLUDES(Kinds, "b")', 'true'],
    ['REGEX(Name, "[A-Z][a-z]+")', 'true'],
    ['REGEX(Name, "[A-Z]")', 'false'],
    ['MID(Name, 2, 1) & LEFT(Name, 1) & RIGHT(Name, 2)', 'dAda'],
    ['SUBSTITUTE(UPPER(Name), "A", "$&")', '$&D$&'],
    ['FIND("d", Name)', '2'],
    ['ROUND(2.345, 2)', '2.35'],
    ['CEILING(-2.1) + FLOOR(2.9)', '-1'],
    ['MOD(7.5, 2)', '1.5'],
    ['MAX(1, 3, 2)', '3'],
    ['Day + 1', '2024-10-05'],
    ['YEAR(Day) * 100 + MONTH(Day)', '202410'],
    ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
    ['WEEKDAY(DATE(2026, 11, 21))', '7'],
    ['TODAY()', '2026-11-20'],
    ['TEXT(Amount) & "/" & TEXT(Day)', '15/2024-10-04'],
    ['VALUE("-1.50")', '-1.5'],
    ['ISCHANGED(Name) && PRIORVALUE(Name) <> Name', 'true'],
    ['/* who */ Owner.Email', 'o@example.com'],
    ['1 / 0', 'blank'],
  ])('work out %s', (formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });

  it('take blanks for zeros where the field says so', () => {
    expect(valueOf('Empty + 1', { blanksAreZero: true })).toBe('1');
    expect(valueOf('Empty < 1', { blanksAreZero: true })).toBe('true');
  });

  it('refuse functions that are not built and names that no field has', () => {
    expect(() => valueOf('VLOOKUP(Name, Name, Name)')).toThrow(Unsupported);
    expect(() => valueOf('Nonsense = 1')).toThrow('The formula names Nonsense, which is no field of the object.');
  });

  it('say what is wrong with text that is no formula', () => {
    expect(() => valueOf('IF(1 = 1')).toThrow('"," is expected before "the end"');
    expect(() => valueOf('1 +')).toThrow('it ends too early');
    expect(() => valueOf('1 # 2')).toThrow('is not understood');
  });
});
