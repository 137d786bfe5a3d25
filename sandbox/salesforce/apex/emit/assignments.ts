import type { BinaryOperator, Expression, Place } from '../syntax/nodes.ts';
import { displayName, integerType, objectType, stringType, type ApexType } from '../types/apex-type.ts';
import { isNumeric, isRecord, unknownType } from '../types/conversions.ts';
import type { FieldSymbol } from '../types/declared-type.ts';
import { findBuiltinProperty, findField } from '../types/find-members.ts';
import { assignTo } from './convert.ts';
import { emitUnsupported, maySee, orThrow, report, type Emission } from './emission.ts';
import { emitChain, emitExpression } from './expressions.ts';
import { indexParts } from './list-items.ts';
import { quote } from './literals.ts';
import { accessorName, findName, hiddenTypeNamed, readField, recordFieldType, typeNamed } from './names.ts';
import { emitOperation } from './operators.ts';
import { codes } from './problem.ts';
import { broken, closeChain, typed, type Typed } from './typed.ts';

/** Something that can be assigned to. `before` evaluates what is needed once; it ends in a comma or is empty. */
interface Target {
  readonly type: ApexType;
  readonly before: string;
  readonly read: Typed;
  readonly write: (value: string) => string;
}

/** `a = b` and `a += b`. The value of the expression is what was assigned. */
export function emitAssignment(at: Emission, expression: Extract<Expression, { kind: 'assign' }>): Typed {
  const { operator, place } = expression;
  const target = emitTarget(at, expression.target, operator !== '=');
  if (target === null) {
    emitExpression(at, expression.value);
    return broken;
  }
  const value = emitExpression(at, expression.value);
  if (operator === '=') {
    const code = assignTo(at, value, target.type, place);
    return typed(`(${target.before}${target.write(code)})`, target.type, value.isNeverNull);
  }
  const made = emitOperation(
    at,
    operator.slice(0, -1) as Exclude<BinaryOperator, '&&' | '||' | '??'>,
    target.read,
    value,
    place,
  );
  // `text += anything` stays text; a number keeps its type, so a wider result is a problem.
  const code = assignTo(at, made, target.type, place);
  return typed(`(${target.before}${target.write(code)})`, target.type, true);
}

/** `i++` gives the value before, `++i` the one after. */
export function emitStep(at: Emission, operator: '++' | '--', of: Expression, gives: 'before' | 'after'): Typed {
  const target = emitTarget(at, of, true);
  if (target === null) {
    return broken;
  }
  if (!isNumeric(target.type)) {
    return report(at, codes.operator, of.place, `Invalid type for operator ${operator}: ${displayName(target.type)}`);
  }
  const one: Typed = { code: '1', type: integerType, isNeverNull: true, digits: '1' };
  const step = operator === '++' ? '+' : '-';
  if (gives === 'after') {
    const made = emitOperation(at, step, target.read, one, of.place);
    return typed(`(${target.before}${target.write(made.code)})`, target.type, true);
  }
  const kept = at.scope.temporary();
  const before: Typed = { code: kept, type: target.type, isNeverNull: true };
  const made = emitOperation(at, step, before, one, of.place);
  return typed(
    `(${target.before}${kept}=${orThrow(at, target.read)},${target.write(made.code)},${kept})`,
    target.type,
    true,
  );
}

/** What may stand on the left of `=`: null where it has a problem. `isRead`: its value is needed too. */
function emitTarget(at: Emission, expression: Expression, isRead: boolean): Target | null {
  switch (expression.kind) {
    case 'name': {
      const meaning = findName(at, expression.name);
      if (meaning === null) {
        report(at, codes.variable, expression.place, `Variable does not exist: ${expression.name}`);
        return null;
      }
      if (meaning.kind === 'local') {
        const { value } = meaning;
        return { type: value.type, before: '', read: value, write: (code) => `${value.code}=${code}` };
      }
      return fieldTarget(at, meaning.field, meaning.receiver, '', isRead, expression.place);
    }
    case 'member':
      return memberTarget(at, expression, isRead);
    case 'index':
      return indexTarget(at, expression, isRead);
    default:
      report(at, codes.form, expression.place, 'Expression cannot be assigned');
      return null;
  }
}

function indexTarget(at: Emission, expression: Extract<Expression, { kind: 'index' }>, isRead: boolean): Target | null {
  const parts = indexParts(at, expression);
  if (parts === null) {
    return null;
  }
  const type = parts.list.type.args[0] ?? objectType;
  const list = closeChain(parts.list);
  const setItem = at.file.helper('setItemAt');
  if (!isRead) {
    return { type, before: '', read: broken, write: (code) => `${setItem}(${list.code},${parts.index},${code})` };
  }
  const [one, other] = [at.scope.temporary(), at.scope.temporary()];
  return {
    type,
    before: `${one}=${list.code},${other}=${parts.index},`,
    read: typed(`${at.file.helper('itemAt')}(${one},${other})`, type),
    write: (code) => `${setItem}(${one},${other},${code})`,
  };
}

function memberTarget(
  at: Emission,
  expression: Extract<Expression, { kind: 'member' }>,
  isRead: boolean,
): Target | null {
  const lower = expression.name.toLowerCase();
  const missing = (): null => {
    report(at, codes.variable, expression.place, `Variable does not exist: ${expression.name}`);
    return null;
  };
  if (expression.of.kind === 'super') {
    const field = findField(at.world, at.scope.declared, lower, false);
    return field === null ? missing() : fieldTarget(at, field, 'this', '', isRead, expression.place);
  }
  const type = typeNamed(at, expression.of);
  if (type !== null) {
    return staticTarget(at, type, lower, isRead, expression.place) ?? missing();
  }
  const receiver = closeChain(emitChain(at, expression.of));
  if (receiver.type === unknownType) {
    return null;
  }
  // A receiver that is read and written is evaluated once.
  const name = isRead && receiver.isRepeatable !== true ? at.scope.temporary() : receiver.code;
  const before = name === receiver.code ? '' : `${name}=${receiver.code},`;
  const kept: Typed = { ...receiver, code: name };
  const declared = at.world.declarationOf(receiver.type);
  if (declared !== null) {
    const field = findField(at.world, declared, lower, false);
    if (field !== null) {
      return fieldTarget(at, field, name, before, isRead, expression.place);
    }
    // A variable may hide a class of its name.
    const hidden = hiddenTypeNamed(at, expression.of);
    return (hidden === null ? null : staticTarget(at, hidden, lower, isRead, expression.place)) ?? missing();
  }
  if (isRecord(receiver.type)) {
    const fieldType = recordFieldType(at, receiver.type, lower);
    if (fieldType === null) {
      return missing();
    }
    const record = orThrow(at, kept);
    return {
      type: fieldType,
      before,
      read: typed(`${at.file.helper('readField')}(${record},${quote(lower)})`, fieldType),
      write: (code) => `${at.file.helper('putField')}(${record},${quote(lower)},${code})`,
    };
  }
  const property = findBuiltinProperty(at.world, receiver.type, lower, false);
  if (property === null) {
    return missing();
  }
  if (property.set === null) {
    emitUnsupported(at, `${property.owner}.${property.name} =`, expression.place);
    return null;
  }
  const set = at.file.constant(property.set);
  const get = property.get === null ? null : at.file.constant(property.get);
  return {
    type: property.type,
    before,
    read: get === null ? broken : typed(`${get}(${orThrow(at, kept)})`, property.type),
    write: (code) => `${at.file.helper('setThrough')}(${set},${orThrow(at, kept)},${code})`,
  };
}

function staticTarget(at: Emission, type: ApexType, lower: string, isRead: boolean, place: Place): Target | null {
  const declared = at.world.declarationOf(type);
  if (declared !== null) {
    const field = findField(at.world, declared, lower, true);
    return field === null ? null : fieldTarget(at, field, null, '', isRead, place);
  }
  const property = findBuiltinProperty(at.world, type, lower, true);
  if (property?.set === null || property?.set === undefined) {
    return null;
  }
  const set = at.file.constant(property.set);
  const get = property.get === null ? null : at.file.constant(property.get);
  return {
    type: property.type,
    before: '',
    read: get === null ? broken : typed(`${get}()`, property.type),
    write: (code) => `${at.file.helper('setStaticThrough')}(${set},${code})`,
  };
}

function fieldTarget(
  at: Emission,
  field: FieldSymbol,
  receiver: string | null,
  before: string,
  isRead: boolean,
  place: Place,
): Target | null {
  const { property } = field;
  const isInside = at.scope.accessorOf === field;
  if (!maySee(at, field.owner, property?.setVisibility ?? field.visibility, field.isTestVisible)) {
    report(at, codes.visibility, place, `Variable is not visible: ${displayName(field.owner.type)}.${field.name}`);
    return null;
  }
  const isCalled = property !== null && property.isCalled && !isInside;
  const isOwn = (at.scope.declared.outer ?? at.scope.declared) === (field.owner.outer ?? field.owner);
  if (property !== null && property.setter === null && !isInside && (isCalled || !isOwn)) {
    report(at, codes.visibility, place, `Variable is not writeable: ${field.name}`);
    return null;
  }
  const start = field.isStatic ? at.file.startOf(field.owner) : '';
  const holder = receiver ?? at.file.staticsOf(field.owner);
  const write = isCalled
    ? receiver === null
      ? (code: string) => `${at.file.functionNamed(field.owner, accessorName('set', field))}(${code})`
      : (code: string) => `${receiver}.set$${field.key}(${code})`
    : (code: string) => `${holder}.${field.key}=${code}`;
  return {
    type: field.type,
    before: start + before,
    read: isRead
      ? readField(at, field, receiver, place)
      : typed('null', field.type === stringType ? stringType : field.type),
    write,
  };
}
