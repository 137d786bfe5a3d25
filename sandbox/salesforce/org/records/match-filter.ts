import { Unsupported } from '../../apex/run/apex-object.ts';
import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { compareDecimal } from '../../apex/library/number/decimal-arithmetic.ts';
import { asFormulaValue, printValue, type FormulaValue } from '../schema/formula/formula-values.ts';
import type { RollUp } from '../schema/field-schema.ts';
import type { StoredRecord } from './stored-record.ts';

type Filter = RollUp['filters'][number];

/**
 * Whether a child counts for a roll-up summary: a filter's value may list several, of which one must fit. matchFilter({ field:
 * 'Status__c', operation: 'equals', value: 'Open,New' }, child) → true.
 */
export function matchFilter(filter: Filter, child: StoredRecord): boolean {
  const value = asFormulaValue(child.fields.get(filter.field.toLowerCase()));
  const texts = filter.value.split(',').map((each) => each.trim().replace(/^"(.*)"$/, '$1'));
  switch (filter.operation) {
    case 'equals':
      return texts.some((each) => orderOf(value, each) === 0);
    case 'notEqual':
      return !texts.some((each) => orderOf(value, each) === 0);
    case 'lessThan':
      return value !== null && texts.some((each) => orderOf(value, each) < 0);
    case 'greaterThan':
      return value !== null && texts.some((each) => orderOf(value, each) > 0);
    case 'lessOrEqual':
      return value !== null && texts.some((each) => orderOf(value, each) <= 0);
    case 'greaterOrEqual':
      return value !== null && texts.some((each) => orderOf(value, each) >= 0);
    case 'contains':
      return texts.some((each) => printValue(value).toLowerCase().includes(each.toLowerCase()));
    case 'notContain':
      return !texts.some((each) => printValue(value).toLowerCase().includes(each.toLowerCase()));
    case 'startsWith':
      return texts.some((each) => printValue(value).toLowerCase().startsWith(each.toLowerCase()));
    default:
      throw new Unsupported(`the filter operation ${filter.operation}`, 'a roll-up summary');
  }
}

function orderOf(value: FormulaValue, text: string): number {
  if (value instanceof ApexDecimal && /^-?\d+(?:\.\d+)?$/.test(text)) {
    const [whole = '', places = ''] = text.split('.');
    return compareDecimal(value, new ApexDecimal(BigInt(whole + places), places.length));
  }
  // The form of filters for checkboxes and dates, True and 2026-11-21, has the order of its texts.
  const one = printValue(value).toLowerCase();
  const other = text.toLowerCase();
  return one < other ? -1 : one > other ? 1 : 0;
}
