import { displayName, type ApexType } from '../types/apex-type.ts';
import { ApexException, ApexObject } from './apex-object.ts';
import { execution, type SourceTypeInfo } from './execution.ts';
import { madeText } from './meter.ts';
import { kindOf } from './value-kinds.ts';

/** What a class of source may declare; the name is that of mangle(). */
/** `$shownName`: another name than that of its class, for the objects that stand in for a class in tests. */
type WithText = { tostring$?: () => string | null; readonly $shownName?: string };

/** Objects whose text is being made: one that contains itself is shown once. */
const beingShown = new Set<object>();

/** Makes the text of an object whose parts may lead back to it. */
export function showOnce(value: object, show: () => string): string {
  if (beingShown.has(value)) {
    return '(already output)';
  }
  beingShown.add(value);
  try {
    return madeText(show());
  } finally {
    beingShown.delete(value);
  }
}

/** What String.valueOf, concatenation and debug show: textOf(null) → 'null', `(1, 2)`, `{a=1}`, `Point:[x=1, y=null]`. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null ? 'null' : textOfObject(value as object);
  }
}

function textOfObject(value: object): string {
  if (!(value instanceof ApexObject)) {
    return kindOf(value)?.text(value) ?? textOfPlatformObject(value);
  }
  const own = value as WithText;
  if (own.tostring$ !== undefined) {
    return own.tostring$() ?? 'null';
  }
  return value instanceof ApexException
    ? madeText(`${value.$type.name}: ${value.$message ?? 'Script-thrown exception'}`)
    : showOnce(value, () => textOfFields(value));
}

/** Fields stand in the order of their names, those of superclasses among them; an inner class shows its own name only. */
function textOfFields(value: ApexObject): string {
  const fields = allFields(value.$type).sort((left, right) => (left.name < right.name ? -1 : 1));
  const values = value as unknown as Record<string, unknown>;
  const shown = fields.map((field) => `${field.name}=${textOf(values[field.key] ?? null)}`);
  const name = (value as WithText).$shownName ?? value.$type.name.replace(/^.*\./, '');
  return `${name}:[${shown.join(', ')}]`;
}

function allFields(type: ApexType): SourceTypeInfo['fields'][number][] {
  const info = execution().describe(type);
  if (info === null) {
    return [];
  }
  return [...(info.superclass === null ? [] : allFields(info.superclass)), ...info.fields];
}

/** Objects of the platform's classes that show nothing of themselves. */
function textOfPlatformObject(value: object): string {
  const type = (value as { $type?: ApexType }).$type;
  return type === undefined ? value.constructor.name : `${displayName(type)}:[]`;
}
