import type { Expression } from '../syntax/nodes.ts';
import { displayName, integerType, objectType } from '../types/apex-type.ts';
import { unknownType } from '../types/conversions.ts';
import { orThrow, report, type Emission } from './emission.ts';
import { emitChain, emitExpression } from './expressions.ts';
import { continueChain } from './names.ts';
import { codes } from './problem.ts';
import { broken, typed, type Typed } from './typed.ts';

type Index = Extract<Expression, { kind: 'index' }>;

/** `list[i]` as a value. */
export function emitIndex(at: Emission, expression: Index): Typed {
  const parts = indexParts(at, expression);
  if (parts === null) {
    return broken;
  }
  const code = `${at.file.helper('itemAt')}(${parts.list.code},${parts.index})`;
  return continueChain(parts.list, typed(code, parts.list.type.args[0] ?? objectType));
}

/** The list and the index of `list[i]`; null where they have a problem. */
export function indexParts(at: Emission, expression: Index): { list: Typed; index: string } | null {
  const list = emitChain(at, expression.of);
  const index = emitExpression(at, expression.at);
  if (list.type === unknownType || index.type === unknownType) {
    return null;
  }
  if (list.type.name !== 'System.List') {
    report(at, codes.operator, expression.place, `Expression must be a list type: ${displayName(list.type)}`);
    return null;
  }
  if (index.type !== integerType) {
    report(at, codes.operator, expression.at.place, 'List index must be of type Integer');
    return null;
  }
  return { list, index: orThrow(at, index) };
}
