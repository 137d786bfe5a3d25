import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { gmtZone, readClock } from '../../apex/library/time/user-clock.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import type { FieldDescription } from '../../apex/run/org.ts';
import { keysOf, type KeyReader } from './comparison-keys.ts';
import { dateFunctions } from './date-functions.ts';
import { isCaseSensitive, isIndexed, kindOfField, messageTypeOf, type ValueKind } from './field-traits.ts';
import { raiseQuery } from './query-problems.ts';
import type { Operand } from './query-tree.ts';
import { resolveField, type Read, type Scope } from './resolve-field.ts';

/** What is compared, sorted or grouped by; rows are stored records, or groups of them. */
export interface CompiledOperand<Row> {
  /** As messages name it. */
  readonly name: string;
  readonly typeName: string;
  readonly kind: ValueKind;
  /** Null for what is worked out. */
  readonly field: FieldDescription | null;
  /** Of an id, the objects it may be of. */
  readonly targets: readonly string[];
  /** Whether it is the id of the rows themselves. */
  readonly isOwnId: boolean;
  /** The ids of the rows that have a value; null where no index tells. */
  readonly idsWith: (value: unknown) => readonly string[] | null;
  readonly read: (row: Row) => unknown;
  readonly keyOf: KeyReader;
}

/** A field, or a function of a date: CALENDAR_YEAR(CreatedDate). */
export function compileOperand(scope: Scope, operand: Operand): CompiledOperand<Parameters<Read>[0]> {
  return operand.kind === 'field' ? compileField(scope, operand.path) : compileFunction(scope, operand);
}

function compileField(scope: Scope, path: readonly string[]): CompiledOperand<Parameters<Read>[0]> {
  const { object, field, steps, read } = resolveField(scope, path);
  const kind = kindOfField(field);
  const isId = field.name === 'Id';
  const isOwnId = isId && steps.length === 0;
  return {
    name: field.name,
    typeName: messageTypeOf(field),
    kind,
    field,
    targets: isId ? [object.name] : field.referenceTo,
    isOwnId,
    idsWith: (value) => {
      if (isOwnId) {
        return value instanceof ApexId ? [value.value] : null;
      }
      return steps.length === 0 && isIndexed(field) ? scope.run.idsWith(object, field, value) : null;
    },
    read,
    keyOf: keysOf(kind, isCaseSensitive(field)),
  };
}

function compileFunction(
  scope: Scope,
  { name, argument }: Extract<Operand, { kind: 'function' }>,
): CompiledOperand<Parameters<Read>[0]> {
  const compute = dateFunctions.get(name);
  if (compute === undefined || argument === null) {
    throw new Unsupported(`the function ${name} at this place`, 'a query');
  }
  const isInUserZone = argument.kind === 'function';
  const inner = isInUserZone ? argument.argument : argument;
  if (inner?.kind !== 'field') {
    throw new Unsupported(`functions within ${name}`, 'a query');
  }
  const { field, read } = resolveField(scope, inner.path);
  const innerKind = kindOfField(field);
  if (innerKind !== 'datetime' && (innerKind !== 'date' || isInUserZone)) {
    raiseQuery(`field ${field.name} does not support the function ${name}`);
  }
  const zone = isInUserZone ? scope.run.zone : gmtZone();
  const startMonth = scope.run.options.fiscalYearStartMonth ?? 1;
  const kind = name === 'DAY_ONLY' ? 'date' : 'number';
  return {
    name,
    typeName: kind === 'date' ? 'date' : 'int',
    kind,
    field: null,
    targets: [],
    isOwnId: false,
    idsWith: notIndexed,
    keyOf: keysOf(kind, false),
    read: (record) => {
      const value = read(record);
      if (value instanceof ApexDatetime) {
        return compute(readClock(value, zone), startMonth);
      }
      return value instanceof ApexDate ? compute({ days: value.days, clock: 0 }, startMonth) : null;
    },
  };
}

/** Of what is worked out there is no index. */
export const notIndexed = (): null => null;

/** One text for operands that are the same: identityOf(Owner.Name) → 'owner.name'. */
export function identityOf(operand: Operand): string {
  return operand.kind === 'field'
    ? operand.path.join('.').toLowerCase()
    : `${operand.name}(${operand.argument === null ? '' : identityOf(operand.argument)})`;
}
