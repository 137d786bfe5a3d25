import { Unsupported } from '../../../apex/run/apex-object.ts';
import { ApexDecimal } from '../../../apex/library/number/apex-decimal.ts';
import {
  compareDecimal,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  subtractDecimal,
} from '../../../apex/library/number/decimal-arithmetic.ts';
import { roundToWhole, setDecimalScale, type RoundingMode } from '../../../apex/library/number/round-decimal.ts';
import { readId } from '../../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../apex/library/time/apex-datetime.ts';
import { addMonths, dayOf, dayOfWeek, daysOf } from '../../../apex/library/time/calendar.ts';
import { zoneOf } from '../../../apex/library/time/zone.ts';
import type { FormulaScope } from './formula-scope.ts';
import type { Formula } from './formula-tree.ts';
import { asFormulaValue, decimalOf, printValue, wholeOf, type FormulaValue } from './formula-values.ts';

type Evaluate = (formula: Formula) => FormulaValue;
export type FormulaFunction = (args: readonly Formula[], scope: FormulaScope, evaluate: Evaluate) => FormulaValue;

const dayLength = 86_400_000;

function at(args: readonly Formula[], index: number): Formula {
  const found = args[index];
  if (found === undefined) {
    throw new Error('A function of a formula has too few arguments.');
  }
  return found;
}

function nameAt(args: readonly Formula[], index: number): readonly string[] {
  const found = at(args, index);
  if (found.kind !== 'name') {
    throw new Error('A function of a formula asks for a field where something else is.');
  }
  return found.path;
}

function textAt(args: readonly Formula[], index: number, evaluate: Evaluate): string {
  return printValue(evaluate(at(args, index)));
}

/** The text that a function makes; an empty one is blank. */
function ofTexts(make: (...texts: string[]) => string): FormulaFunction {
  return (args, _scope, evaluate) => make(...args.map((each) => printValue(evaluate(each)))) || null;
}

function question(ask: (...texts: string[]) => boolean): FormulaFunction {
  return (args, _scope, evaluate) => ask(...args.map((each) => printValue(evaluate(each))));
}

/** A function of numbers: blank where one of them is. */
function ofNumbers(make: (...numbers: ApexDecimal[]) => FormulaValue): FormulaFunction {
  return (args, scope, evaluate) => {
    const values = args.map((each) => evaluate(each) ?? (scope.blanksAreZero === true ? decimalOf(0) : null));
    const numbers = values.filter((value) => value instanceof ApexDecimal);
    return numbers.length === args.length ? make(...numbers) : null;
  };
}

function rounded(mode: RoundingMode): FormulaFunction {
  return ofNumbers((value) => decimalOf(roundToWhole(value ?? decimalOf(0), mode)));
}

function farthest(sign: number): FormulaFunction {
  return ofNumbers((first, ...others) =>
    others.reduce((best, each) => (compareDecimal(each, best) * sign > 0 ? each : best), first ?? decimalOf(0)),
  );
}

/** A part of a date, or of an instant where it is in UTC. */
function ofDay(part: (days: number) => number): FormulaFunction {
  return (args, _scope, evaluate) => {
    const value = evaluate(at(args, 0));
    return value instanceof ApexDate ? decimalOf(part(value.days)) : null;
  };
}

function isBlank(args: readonly Formula[], evaluate: Evaluate): boolean {
  return evaluate(at(args, 0)) === null;
}

const isBlankFunction: FormulaFunction = (args, _scope, evaluate) => isBlank(args, evaluate);
const blankValue: FormulaFunction = (args, _scope, evaluate) =>
  isBlank(args, evaluate) ? evaluate(at(args, 1)) : evaluate(at(args, 0));

const chooseCase: FormulaFunction = (args, _scope, evaluate) => {
  const value = printValue(evaluate(at(args, 0)));
  for (let index = 1; index + 1 < args.length; index += 2) {
    if (textAt(args, index, evaluate) === value) {
      return evaluate(at(args, index + 1));
    }
  }
  return evaluate(at(args, args.length - 1));
};

const readDate: FormulaFunction = (args, scope, evaluate) => {
  const value = evaluate(at(args, 0));
  if (value instanceof ApexDatetime) {
    return dayIn(value.milliseconds, scope.timeZone);
  }
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(printValue(value)) ?? [];
  return value instanceof ApexDate
    ? value
    : year === undefined
      ? null
      : new ApexDate(daysOf(Number(year), Number(month), Number(day)));
};

function dayIn(milliseconds: number, timeZone: string): ApexDate {
  return new ApexDate(Math.floor((milliseconds + zoneOf(timeZone).offsetAt(milliseconds)) / dayLength));
}

const readDatetime: FormulaFunction = (args, _scope, evaluate) => {
  const value = evaluate(at(args, 0));
  if (value instanceof ApexDatetime) {
    return value;
  }
  const milliseconds = Date.parse(`${printValue(value).replace(' ', 'T').replace(/Z?$/, '')}Z`);
  return value instanceof ApexDate
    ? new ApexDatetime(value.days * dayLength)
    : Number.isNaN(milliseconds)
      ? null
      : new ApexDatetime(milliseconds);
};

const readNumber: FormulaFunction = (args, _scope, evaluate) => {
  const [whole, sign = '', digits = '', places = ''] =
    /^\s*([-+]?)(\d*)\.?(\d*)\s*$/.exec(textAt(args, 0, evaluate)) ?? [];
  if (whole === undefined || digits + places === '') {
    return null;
  }
  const value = new ApexDecimal(BigInt(digits + places), places.length);
  return sign === '-' ? negateDecimal(value) : value;
};

const matchPattern: FormulaFunction = (args, _scope, evaluate) => {
  const pattern = textAt(args, 1, evaluate);
  if (/\(\?[^:=!<]|[*+?}]\+|\\[AZzGQEpPhRXK]|&&/.test(pattern)) {
    throw new Unsupported(`the regular expression ${pattern}`, 'a formula');
  }
  return new RegExp(`^(?:${pattern})$`).test(textAt(args, 0, evaluate));
};

const paddings =
  (side: 'padStart' | 'padEnd'): FormulaFunction =>
  (args, _scope, evaluate) => {
    const text = textAt(args, 0, evaluate);
    const length = evaluate(at(args, 1));
    const filler = args.length > 2 ? textAt(args, 2, evaluate) : ' ';
    return length instanceof ApexDecimal ? text[side](wholeOf(length), filler).slice(0, wholeOf(length)) || null : null;
  };

/** The documented functions that rules commonly use, by their names in capitals. */
export const formulaFunctions: Readonly<Record<string, FormulaFunction>> = {
  AND: (args, _scope, evaluate) => args.every((each) => evaluate(each) === true),
  OR: (args, _scope, evaluate) => args.some((each) => evaluate(each) === true),
  NOT: (args, _scope, evaluate) => evaluate(at(args, 0)) !== true,
  IF: (args, _scope, evaluate) => evaluate(at(args, evaluate(at(args, 0)) === true ? 1 : 2)),
  CASE: chooseCase,
  ISBLANK: isBlankFunction,
  ISNULL: isBlankFunction,
  BLANKVALUE: blankValue,
  NULLVALUE: blankValue,
  ISNUMBER: (args, _scope, evaluate) => /^\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*$/.test(textAt(args, 0, evaluate)),
  ISPICKVAL: (args, _scope, evaluate) => textAt(args, 0, evaluate) === textAt(args, 1, evaluate),
  INCLUDES: (args, _scope, evaluate) =>
    textAt(args, 0, evaluate)
      .split(';')
      .includes(textAt(args, 1, evaluate)),
  ISNEW: (_args, scope) => scope.isNew,
  ISCHANGED: (args, scope) => scope.isChanged(nameAt(args, 0)),
  PRIORVALUE: (args, scope) => asFormulaValue(scope.readPrior(nameAt(args, 0))),

  TEXT: (args, _scope, evaluate) => textAt(args, 0, evaluate) || null,
  VALUE: readNumber,
  LEN: (args, _scope, evaluate) => decimalOf(textAt(args, 0, evaluate).length),
  CONTAINS: question((text = '', part = '') => text.includes(part)),
  BEGINS: question((text = '', part = '') => text.startsWith(part)),
  REGEX: matchPattern,
  LEFT: (args, _scope, evaluate) => cut(textAt(args, 0, evaluate), 0, evaluate(at(args, 1))),
  RIGHT: (args, _scope, evaluate) => {
    const text = textAt(args, 0, evaluate);
    const length = evaluate(at(args, 1));
    return length instanceof ApexDecimal ? text.slice(Math.max(0, text.length - wholeOf(length))) || null : null;
  },
  MID: (args, _scope, evaluate) => {
    const start = evaluate(at(args, 1));
    return start instanceof ApexDecimal
      ? cut(textAt(args, 0, evaluate), wholeOf(start) - 1, evaluate(at(args, 2)))
      : null;
  },
  FIND: (args, _scope, evaluate) => {
    const start = args.length > 2 ? evaluate(at(args, 2)) : null;
    const from = start instanceof ApexDecimal ? wholeOf(start) - 1 : 0;
    return decimalOf(textAt(args, 1, evaluate).indexOf(textAt(args, 0, evaluate), from) + 1);
  },
  SUBSTITUTE: ofTexts((text = '', old = '', replacement = '') =>
    old === '' ? text : text.replaceAll(old, () => replacement),
  ),
  TRIM: ofTexts((text = '') => text.trim()),
  UPPER: ofTexts((text = '') => text.toUpperCase()),
  LOWER: ofTexts((text = '') => text.toLowerCase()),
  LPAD: paddings('padStart'),
  RPAD: paddings('padEnd'),
  BR: () => '\n',
  CASESAFEID: (args, _scope, evaluate) => readId(textAt(args, 0, evaluate)),

  ABS: ofNumbers((value) => (value !== undefined && value.unscaled < 0n ? negateDecimal(value) : (value ?? null))),
  // Away from zero and towards it, as the reference shows with negative numbers.
  CEILING: rounded('UP'),
  FLOOR: rounded('DOWN'),
  MCEILING: rounded('CEILING'),
  MFLOOR: rounded('FLOOR'),
  ROUND: ofNumbers((value, places) =>
    setDecimalScale(value ?? decimalOf(0), wholeOf(places ?? decimalOf(0)), 'HALF_UP'),
  ),
  MAX: farthest(1),
  MIN: farthest(-1),
  MOD: ofNumbers((value, divisor) => {
    if (value === undefined || divisor === undefined || divisor.unscaled === 0n) {
      return null;
    }
    const times = decimalOf(roundToWhole(divideDecimal(value, divisor), 'DOWN'));
    return subtractDecimal(value, multiplyDecimal(times, divisor));
  }),

  TODAY: (_args, scope) => dayIn(scope.now, scope.timeZone),
  NOW: (_args, scope) => new ApexDatetime(scope.now),
  DATE: ofNumbers(
    (year, month, day) =>
      new ApexDate(daysOf(wholeOf(year ?? decimalOf(0)), wholeOf(month ?? decimalOf(1)), wholeOf(day ?? decimalOf(1)))),
  ),
  DATEVALUE: readDate,
  DATETIMEVALUE: readDatetime,
  YEAR: ofDay((days) => dayOf(days).year),
  MONTH: ofDay((days) => dayOf(days).month),
  DAY: ofDay((days) => dayOf(days).day),
  // Sunday is 1.
  WEEKDAY: ofDay((days) => (dayOfWeek(days) % 7) + 1),
  ADDMONTHS: (args, _scope, evaluate) => {
    const date = evaluate(at(args, 0));
    const months = evaluate(at(args, 1));
    return date instanceof ApexDate && months instanceof ApexDecimal
      ? new ApexDate(addMonths(date.days, wholeOf(months)))
      : null;
  },
};

function cut(text: string, start: number, length: FormulaValue): string | null {
  return length instanceof ApexDecimal
    ? text.slice(Math.max(0, start), Math.max(0, start) + Math.max(0, wholeOf(length))) || null
    : null;
}
