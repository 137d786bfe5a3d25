import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../apex/library/number/apex-double.ts';
import { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexId, readId, restoreIdCase } from '../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../apex/library/time/apex-time.ts';
import { typeOfValue } from '../../apex/run/values.ts';
import { displayName } from '../../apex/types/apex-type.ts';
import type { Key } from './comparison-keys.ts';
import type { CompiledOperand } from './compile-operand.ts';
import { raiseQuery } from './query-problems.ts';

type Asked = Pick<CompiledOperand<never>, 'name' | 'typeName' | 'kind' | 'keyOf'>;

/** A value that the query asks for, as the field would have it, and what it is compared by. */
export interface AskedValue {
  readonly value: unknown;
  readonly key: Key;
}

/** Reads a value that the query asks for; one of another type than the field's is refused. Empty text asks for null. */
export function readAsked(operand: Asked, value: unknown, isBound: boolean): AskedValue {
  if (value === null || value === '') {
    return { value: null, key: null };
  }
  const fitting = operand.kind === 'id' ? asId(value) : isBound ? convertBound(operand, value) : value;
  if (!isOfKind(operand, fitting)) {
    return isBound
      ? raiseQuery(
          `Invalid bind expression type of ${displayName(typeOfValue(value))} for column of type ${operand.typeName}`,
        )
      : raiseQuery(
          `value of filter criterion for field '${operand.name}' must be of type ${operand.typeName} and should ${operand.kind === 'text' ? 'be' : 'not be'} enclosed in quotes`,
        );
  }
  return { value: fitting, key: operand.keyOf(fitting) };
}

/** An id is asked for by itself, by its 15 or 18 characters, or by the record that has it. */
function asId(value: unknown): unknown {
  const id = value instanceof ApexSObject ? (value.fields.get('id') ?? null) : value;
  if (typeof id !== 'string') {
    return id;
  }
  const whole = readId(id) ?? restoreIdCase(id);
  return whole === null ? raiseQuery(`invalid ID field: ${id}`) : new ApexId(whole);
}

/** Apex takes a Date where a Datetime is asked, and text from an Id. */
function convertBound({ kind }: Asked, value: unknown): unknown {
  if (kind === 'datetime' && value instanceof ApexDate) {
    return new ApexDatetime(value.days * 86_400_000);
  }
  if (kind === 'date' && value instanceof ApexDatetime) {
    return new ApexDate(Math.floor(value.milliseconds / 86_400_000));
  }
  return kind === 'text' && value instanceof ApexId ? value.value : value;
}

function isOfKind({ kind }: Asked, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'id':
      return value === null || value instanceof ApexId;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return (
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof ApexDecimal ||
        value instanceof ApexDouble
      );
    case 'date':
      return value instanceof ApexDate;
    case 'datetime':
      return value instanceof ApexDatetime;
    case 'time':
      return value instanceof ApexTime;
    case 'blob':
      return false;
  }
}
