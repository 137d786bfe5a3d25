import type { Block, Expression, LocalVariable, Place, Statement, TypeName } from '../syntax/nodes.ts';
import { displayName, objectType, voidType, type ApexType } from '../types/apex-type.ts';
import { isAssignable, isRecord, unknownType } from '../types/conversions.ts';
import { emitStep } from './assignments.ts';
import { assignTo, convertCode, emitCast } from './convert.ts';
import { exceptionType } from './creations.ts';
import { completes } from './completes.ts';
import { orThrow, placeConstant, report, resolveWritten, type Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';
import { quote } from './literals.ts';
import { emitCondition } from './operators.ts';
import { codes } from './problem.ts';
import type { Local } from './scope.ts';
import { emitSwitch } from './switch.ts';
import { typed, type Typed } from './typed.ts';

/** Statements in a block of their own, with braces. */
export function emitBlock(at: Emission, block: Block): void {
  at.scope.open();
  at.file.writer.write('{');
  emitStatements(at, block.statements);
  at.file.writer.write('}');
  at.scope.close();
}

export function emitStatements(at: Emission, statements: readonly Statement[]): void {
  for (const [index, statement] of statements.entries()) {
    const before = statements[index - 1];
    if (before !== undefined && !completes(before)) {
      report(at, codes.flow, statement.place, 'Unreachable statement');
    }
    emitStatement(at, statement);
  }
}

/** The body of a loop or branch, which may be a single statement or nothing. */
function emitBody(at: Emission, body: Statement | null): void {
  if (body?.kind === 'block') {
    emitBlock(at, body);
    return;
  }
  at.scope.open();
  at.file.writer.write('{');
  if (body !== null) {
    emitStatement(at, body);
  }
  at.file.writer.write('}');
  at.scope.close();
}

/** Begins a statement on its line: what was executed is counted. */
function begin(at: Emission, place: Place, text: string): void {
  at.file.writer.toLine(place.line);
  at.file.writer.write(`${at.file.counter(place.line)};${text}`);
}

export function emitStatement(at: Emission, statement: Statement): void {
  const { writer } = at.file;
  switch (statement.kind) {
    case 'block':
      writer.toLine(statement.place.line);
      emitBlock(at, statement);
      break;
    case 'local':
      begin(at, statement.place, `${localsCode(at, statement.type, statement.variables)};`);
      break;
    case 'expressionStatement':
      begin(at, statement.place, `${emitEffect(at, statement.expression)};`);
      break;
    case 'if':
      begin(at, statement.place, `if(${emitCondition(at, statement.condition)})`);
      emitBody(at, statement.then);
      if (statement.otherwise !== null) {
        writer.write('else');
        emitBody(at, statement.otherwise);
      }
      break;
    case 'switch':
      emitSwitch(at, statement, (text) => {
        begin(at, statement.place, text);
      });
      break;
    case 'for':
      emitFor(at, statement);
      break;
    case 'forEach':
      emitForEach(at, statement);
      break;
    case 'while': {
      writer.toLine(statement.place.line);
      const condition = emitCondition(at, statement.condition);
      writer.write(`while(${at.file.loopCounter(statement.place.line)}${condition})`);
      emitBody(at, statement.body);
      break;
    }
    case 'doWhile': {
      writer.toLine(statement.place.line);
      writer.write('do');
      emitBlock(at, statement.body);
      const condition = emitCondition(at, statement.condition);
      writer.write(`while(${at.file.loopCounter(statement.condition.place.line)}${condition});`);
      break;
    }
    case 'try':
      emitTry(at, statement);
      break;
    case 'return':
      emitReturn(at, statement);
      break;
    case 'throw':
      emitThrow(at, statement);
      break;
    case 'break':
    case 'continue':
      begin(at, statement.place, `${statement.kind};`);
      break;
    case 'dml':
      emitChange(at, statement);
      break;
    case 'runAs': {
      const args = statement.arguments.map((each) => emitExpression(at, each).code);
      begin(at, statement.place, `${at.file.helper('enterUser')}(${args.join(',')});try`);
      emitBlock(at, statement.body);
      writer.write(`finally{${at.file.helper('leaveUser')}();}`);
      break;
    }
  }
}

/** An expression for what it does: a step needs no value from before. */
function emitEffect(at: Emission, expression: Expression): string {
  return expression.kind === 'postfix'
    ? emitStep(at, expression.operator, expression.value, 'after').code
    : emitExpression(at, expression).code;
}

/** Adds a local to the scope; one that is there already is a problem. */
export function declareLocal(at: Emission, name: string, type: ApexType, place: Place): Local {
  if (at.scope.find(name) !== null) {
    report(at, codes.duplicate, place, `Duplicate variable: ${name}`);
  }
  return at.scope.add(name, type);
}

function localsCode(at: Emission, written: TypeName, variables: readonly LocalVariable[]): string {
  const type = resolveWritten(at, written);
  const parts = variables.map((variable) => {
    // The value is read before the name is known: `Integer i = i;` means another i, or none.
    const value =
      variable.value === null ? 'null' : assignTo(at, emitExpression(at, variable.value), type, variable.place);
    return `${declareLocal(at, variable.name, type, variable.place).code}=${value}`;
  });
  return `let ${parts.join(',')}`;
}

function emitFor(at: Emission, statement: Extract<Statement, { kind: 'for' }>): void {
  at.scope.open();
  const start =
    statement.start === null
      ? ''
      : 'variables' in statement.start
        ? localsCode(at, statement.start.type, statement.start.variables)
        : statement.start.map((each) => emitEffect(at, each)).join(',');
  const condition = statement.condition === null ? '' : emitCondition(at, statement.condition);
  const updates = statement.updates.map((each) => emitEffect(at, each)).join(',');
  const counter = at.file.loopCounter(statement.place.line);
  at.file.writer.toLine(statement.place.line);
  at.file.writer.write(`for(${start};${counter}${condition === '' ? 'true' : condition};${updates})`);
  emitBody(at, statement.body);
  at.scope.close();
}

function emitForEach(at: Emission, statement: Extract<Statement, { kind: 'forEach' }>): void {
  const { writer } = at.file;
  const type = resolveWritten(at, statement.type);
  const over = emitExpression(at, statement.over);
  at.scope.open();
  const isBatch = isRecord(over.type.args[0] ?? objectType) && type.name === 'System.List';
  const element = isBatch ? type : elementOf(at, over.type);
  if (element === null || !isAssignableElement(at, element, type)) {
    report(
      at,
      codes.assignment,
      statement.place,
      over.type === unknownType || element !== null
        ? `Loop variable must be of type ${displayName(element ?? type)}`
        : `Loop must iterate over a collection type: ${displayName(over.type)}`,
    );
  }
  const local = declareLocal(at, statement.name, type, statement.place);
  if (over.type.name === 'System.List' && !isBatch) {
    // A list cannot change its size while it is walked, so its items may be read by index.
    const [list, index] = [at.scope.temporary(), at.scope.temporary()];
    const item = convertElement(at, `${list}.items[${index}]`, element ?? type, type);
    begin(
      at,
      statement.place,
      `${list}=${over.code};${list}.iterations++;try{for(let ${index}=0;${index}<${list}.items.length;${index}++){let ${local.code}=${item};`,
    );
    emitBody(at, statement.body);
    writer.write(`}}finally{${list}.iterations--;}`);
  } else {
    const walked = isBatch
      ? `${at.file.helper('batchesOf')}(${over.code},${at.file.constant(type)})`
      : `${at.file.helper('elementsOf')}(${orThrow(at, over)})`;
    const each = at.scope.temporary();
    const item = convertElement(at, each, element ?? type, type);
    begin(at, statement.place, `for(const ${each} of ${walked}){let ${local.code}=${item};`);
    emitBody(at, statement.body);
    writer.write('}');
  }
  at.scope.close();
}

function isAssignableElement(at: Emission, element: ApexType, type: ApexType): boolean {
  return isAssignable(at.world, element, type) || (isRecord(element) && isRecord(type));
}

/** A loop's element as its variable holds it: a record of another kind is checked. */
function convertElement(at: Emission, code: string, element: ApexType, type: ApexType): string {
  const value = typed(code, element);
  return isRecord(element) && isRecord(type) && !at.world.isSubtype(element, type)
    ? emitCast(at, value, type, { line: 0, column: 0 }).code
    : convertCode(at, value, type);
}

/** What a loop over a type gives: the argument of the Iterable that it is. Null where it is none. */
function elementOf(at: Emission, type: ApexType): ApexType | null {
  if (type === unknownType) {
    return unknownType;
  }
  if (/^System\.(?:List|Set|Iterable)$/.test(type.name)) {
    return type.args[0] ?? objectType;
  }
  for (const each of at.world.interfacesOf(type)) {
    const element = elementOf(at, each);
    if (element !== null) {
      return element;
    }
  }
  const above = at.world.superclassOf(type);
  return above === null ? null : elementOf(at, above);
}

function emitTry(at: Emission, statement: Extract<Statement, { kind: 'try' }>): void {
  const { writer } = at.file;
  const hasFinally = statement.finally !== null;
  const runs = hasFinally ? at.scope.temporary() : '';
  writer.toLine(statement.place.line);
  // What ends the transaction must not be seen by a finally block.
  writer.write(hasFinally ? `{let ${runs}=true;try{` : '');
  if (statement.catches.length > 0) {
    writer.write('try');
    emitBlock(at, statement.body);
    emitCatches(at, statement.catches);
  } else {
    emitBlock(at, statement.body);
  }
  if (statement.finally !== null) {
    const thrown = at.scope.temporary();
    const caught = `${at.file.helper('caught')}(${thrown})`;
    writer.write(`}catch(${thrown}){${runs}=false;${caught};${runs}=true;throw ${thrown};}finally{if(${runs})`);
    writer.toLine(statement.finally.place.line);
    emitBlock(at, statement.finally);
    writer.write('}}');
  }
}

function emitCatches(at: Emission, catches: Extract<Statement, { kind: 'try' }>['catches']): void {
  const { writer } = at.file;
  const [thrown, value] = [at.scope.temporary(), at.scope.temporary()];
  writer.write(`catch(${thrown}){const ${value}=${at.file.helper('caught')}(${thrown});`);
  for (const clause of catches) {
    const type = resolveWritten(at, clause.type);
    if (type !== unknownType && !at.world.isSubtype(type, exceptionType)) {
      report(at, codes.type, clause.place, `Catch type must extend Exception: ${displayName(type)}`);
    }
    at.scope.open();
    const local = declareLocal(at, clause.name, type, clause.place);
    writer.toLine(clause.place.line);
    writer.write(`if(${isCaught(at, value, type)}){let ${local.code}=${value};`);
    emitBlock(at, clause.body);
    writer.write('}else ');
    at.scope.close();
  }
  writer.write(`throw ${thrown};}`);
}

function isCaught(at: Emission, value: string, type: ApexType): string {
  if (type === exceptionType) {
    return 'true';
  }
  const declared = at.world.declarationOf(type);
  return declared === null
    ? `${at.file.helper('instanceOf')}(${value},${at.file.constant(type)})`
    : `${value} instanceof ${at.file.classOf(declared)}`;
}

function emitReturn(at: Emission, statement: Extract<Statement, { kind: 'return' }>): void {
  const { returns } = at.scope;
  if (statement.value === null) {
    if (returns !== null && returns !== voidType) {
      report(at, codes.flow, statement.place, `Non-void method must return a value of type ${displayName(returns)}`);
    }
    begin(at, statement.place, returns === null ? 'return this;' : 'return;');
    return;
  }
  const value = emitExpression(at, statement.value);
  if (returns === null || returns === voidType) {
    report(at, codes.flow, statement.place, 'Void method must not return a value');
    return;
  }
  begin(at, statement.place, `return ${assignTo(at, value, returns, statement.place)};`);
}

function emitThrow(at: Emission, statement: Extract<Statement, { kind: 'throw' }>): void {
  const value = emitExpression(at, statement.value);
  if (value.type !== unknownType && !at.world.isSubtype(value.type, exceptionType)) {
    report(at, codes.type, statement.place, `Throw expression must be of type exception: ${displayName(value.type)}`);
  }
  begin(at, statement.place, `throw ${at.file.helper('raised')}(${orThrow(at, value)});`);
}

function emitChange(at: Emission, statement: Extract<Statement, { kind: 'dml' }>): void {
  const value = emitExpression(at, statement.value);
  const other = statement.other === null ? null : emitExpression(at, statement.other);
  const isRecords = (each: Typed): boolean =>
    each.type === unknownType || isRecord(each.type) || isRecord(each.type.args[0] ?? objectType);
  if (!isRecords(value)) {
    report(at, codes.type, statement.place, `DML requires SObject or SObject list type: ${displayName(value.type)}`);
  }
  const settings = [
    quote(statement.operation),
    value.code,
    other?.code ?? 'null',
    statement.access === null ? 'null' : quote(statement.access),
    statement.field === null ? 'null' : quote(statement.field),
    placeConstant(at),
  ];
  begin(at, statement.place, `${at.file.helper('changeRecords')}(${settings.join(',')});`);
}
