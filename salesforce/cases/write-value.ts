import { callStatic, nullLiteral, type Expression } from '../compiler/apex/tree.ts';
import { listOf, string, type Type } from '../compiler/types/type.ts';

/** How much of a long text stands on one line of a class. */
const pieceLength = 96;

/** A text as Apex writes it; a long one in pieces, which a person can page through. */
export function writeText(text: string): Expression {
  if (text.length <= pieceLength) return { kind: 'string', value: text };
  const items: Expression[] = [];
  for (let start = 0; start < text.length; start += pieceLength) {
    items.push({ kind: 'string', value: text.slice(start, start + pieceLength) });
  }
  return callStatic(
    'System.String',
    'join',
    { kind: 'newList', type: listOf(string), items },
    { kind: 'string', value: '' },
  );
}

/** A plain value of a case as Apex writes it, by the type it has in the engine. */
export function writeValue(value: unknown, type: Type): Expression {
  if (value === null) return nullLiteral;
  if (typeof value === 'string' && type.kind === 'string') return writeText(value);
  if (typeof value === 'boolean' && type.kind === 'boolean') return { kind: 'literal', text: String(value) };
  if (typeof value === 'number' && (type.kind === 'integer' || type.kind === 'long')) {
    const suffix = type.kind === 'long' ? 'L' : '';
    const size: Expression = { kind: 'literal', text: `${Math.abs(value)}${suffix}` };
    return value < 0 ? { kind: 'unary', operator: '-', value: size } : size;
  }
  if (Array.isArray(value) && type.kind === 'list') {
    return { kind: 'newList', type, items: value.map((item) => writeValue(item, type.element)) };
  }
  throw new Error(`${JSON.stringify(value)} is no value of type ${type.kind}`);
}
