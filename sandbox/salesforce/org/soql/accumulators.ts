import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../apex/library/number/apex-double.ts';
import { addDecimal, doubleToDecimal, integerToDecimal, longToDecimal } from '../../apex/library/number/arithmetic.ts';
import { divideDecimalTo, stripZeros } from '../../apex/library/number/decimal-arithmetic.ts';
import { compareKeys, type Key } from './comparison-keys.ts';
import type { CompiledOperand } from './compile-operand.ts';
import { raiseQuery } from './query-problems.ts';

/** Takes the values of a group's records, one after the other, and gives what the function makes of them. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

export const aggregateFunctions: ReadonlySet<string> = new Set(['AVG', 'COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN', 'SUM']);

/** makeAccumulator('COUNT', Id of Lead) counts the values that are not null. */
export function makeAccumulator(name: string, operand: CompiledOperand<never>): Accumulator {
  switch (name) {
    case 'COUNT':
      return countValues();
    case 'COUNT_DISTINCT':
      return countDistinct(operand);
    case 'MIN':
      return extreme(operand, -1);
    case 'MAX':
      return extreme(operand, 1);
    case 'SUM':
      return total(operand, sumOf);
    case 'AVG':
      return total(operand, averageOf);
    default:
      throw new Error(`There is no aggregate function ${name}.`);
  }
}

/** Refuses a function that a field's type does not have: the sum of names. */
export function checkAggregate(name: string, { kind, name: fieldName }: CompiledOperand<never>): void {
  const isSum = name === 'SUM' || name === 'AVG';
  const isExtreme = name === 'MIN' || name === 'MAX';
  if ((isSum && kind !== 'number') || (isExtreme && (kind === 'boolean' || kind === 'blob'))) {
    raiseQuery(`field ${fieldName} does not support aggregate operator ${name}`);
  }
}

function countValues(): Accumulator {
  let count = 0;
  return {
    add: (value) => {
      count += value === null ? 0 : 1;
    },
    result: () => count,
  };
}

function countDistinct({ keyOf }: CompiledOperand<never>): Accumulator {
  const keys = new Set<Key>();
  return {
    add: (value) => {
      const key = keyOf(value);
      if (key !== null) {
        keys.add(key);
      }
    },
    result: () => keys.size,
  };
}

function extreme({ keyOf }: CompiledOperand<never>, sign: 1 | -1): Accumulator {
  let best: unknown = null;
  let bestKey: Key = null;
  return {
    add: (value) => {
      const key = keyOf(value);
      if (key !== null && (bestKey === null || compareKeys(key, bestKey) === sign)) {
        best = value;
        bestKey = key;
      }
    },
    result: () => best,
  };
}

type Total = { readonly sum: ApexDecimal; readonly count: number; readonly isWhole: boolean };

function total(operand: CompiledOperand<never>, finish: (total: Total) => unknown): Accumulator {
  let sum = new ApexDecimal(0n, 0);
  let count = 0;
  const isWhole = operand.typeName === 'int';
  return {
    add: (value) => {
      if (value !== null) {
        sum = addDecimal(sum, asDecimal(value));
        count += 1;
      }
    },
    result: () => (count === 0 ? null : finish({ sum, count, isWhole })),
  };
}

/** Of wholes a whole, as long as it is one of Apex. */
function sumOf({ sum, isWhole }: Total): unknown {
  const value = Number(sum.unscaled);
  return isWhole && sum.scale === 0 && value === (value | 0) ? value : sum;
}

const averagePlaces = 16;

function averageOf({ sum, count }: Total): ApexDecimal {
  return stripZeros(divideDecimalTo(sum, new ApexDecimal(BigInt(count), 0), averagePlaces, 'HALF_EVEN'), 0);
}

function asDecimal(value: unknown): ApexDecimal {
  if (value instanceof ApexDecimal) {
    return value;
  }
  if (value instanceof ApexDouble) {
    return doubleToDecimal(value);
  }
  return typeof value === 'bigint' ? longToDecimal(value) : integerToDecimal(value as number);
}
