import { readDate, readDatetime } from '../../apex/library/json/iso-text.ts';
import { readDecimal } from '../../apex/library/number/read-number.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import type { FormulaValue } from '../schema/formula/formula-values.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import type { FlowValue } from './flow-tree.ts';

/** Each part that is not built is named: refuseOthers(start, new Set(['object']), 'a flow'). */
export function refuseOthers(element: MetadataElement, known: ReadonlySet<string>, where: string): void {
  const other = element.names().find((each) => !known.has(each));
  if (other !== undefined) {
    throw new Unsupported(`<${other}> in ${where.replace(/^[^:]*: /, '')}`, element.place);
  }
}

/** The element that a connector leads to; null where there is none. */
export function readTarget(element: MetadataElement, name: string): string | null {
  return element.first(name)?.demand('targetReference') ?? null;
}

/** `<value><stringValue>Hot</stringValue></value>`, or a reference to something else. */
export function readValue(element: MetadataElement): FlowValue {
  const reference = element.read('elementReference');
  if (reference !== null) {
    return { kind: 'reference', path: reference.split('.') };
  }
  const [kind = 'stringValue'] = element.names();
  const text = element.read(kind) ?? '';
  const read = literals[kind];
  if (read === undefined) {
    throw new Unsupported(`<${kind}> in a flow`, element.place);
  }
  return { kind: 'literal', value: read(text) };
}

const literals: Readonly<Record<string, (text: string) => FormulaValue>> = {
  booleanValue: (text) => text === 'true',
  dateTimeValue: (text) => readDatetime(text),
  dateValue: (text) => readDate(text.slice(0, 10)),
  numberValue: (text) => readDecimal(text),
  stringValue: (text) => (text === '' ? null : text),
};
