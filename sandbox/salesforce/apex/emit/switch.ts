import type { Expression, SwitchStatement, WhenClause } from '../syntax/nodes.ts';
import { displayName, idType, longType, stringType } from '../types/apex-type.ts';
import { isRecord, unknownType } from '../types/conversions.ts';
import { enumConstants } from '../types/find-members.ts';
import { assignTo } from './convert.ts';
import { report, resolveWritten, type Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';
import { emitStaticMember } from './names.ts';
import { codes } from './problem.ts';
import { declareLocal, emitBlock } from './statements.ts';
import type { Typed } from './typed.ts';

/** `switch on`: a chain of ifs, so that a `break` inside means the loop around it, as in Apex. */
export function emitSwitch(at: Emission, statement: SwitchStatement, begin: (text: string) => void): void {
  const { writer } = at.file;
  const on = emitExpression(at, statement.on);
  const isConstant = enumConstants(at.world, on.type) !== null;
  const isSwitchable =
    isConstant || isRecord(on.type) || /^System\.(?:Integer|Long|String|Id|Object)$|^\?$/.test(on.type.name);
  if (!isSwitchable) {
    report(at, codes.type, statement.on.place, `switch expression type is not supported: ${displayName(on.type)}`);
  }
  const value = at.scope.temporary();
  const code = on.type === idType ? `${at.file.helper('textOfId')}(${on.code})` : on.code;
  begin(`${value}=${code};`);
  for (const [index, clause] of statement.cases.entries()) {
    if (index > 0) {
      writer.write('else ');
    }
    writer.toLine(clause.place.line);
    emitClause(at, clause, { ...on, code: value });
  }
  if (statement.otherwise !== null) {
    writer.write(statement.cases.length > 0 ? 'else' : '');
    emitBlock(at, statement.otherwise);
  }
}

function emitClause(at: Emission, clause: WhenClause, on: Typed): void {
  const { writer } = at.file;
  if (clause.when.kind === 'type') {
    const type = resolveWritten(at, clause.when.type);
    at.scope.open();
    const local = declareLocal(at, clause.when.name, type, clause.place);
    writer.write(
      `if(${at.file.helper('instanceOf')}(${on.code},${at.file.constant(type)})){let ${local.code}=${at.file.helper('castTo')}(${on.code},${at.file.constant(type)});`,
    );
    emitBlock(at, clause.body);
    writer.write('}');
    at.scope.close();
    return;
  }
  const tests = clause.when.values.map((each) => `${on.code}===${caseCode(at, each, on)}`);
  writer.write(`if(${tests.join('||')})`);
  emitBlock(at, clause.body);
}

function caseCode(at: Emission, value: Expression, on: Typed): string {
  if (value.kind === 'name' && enumConstants(at.world, on.type) !== null) {
    const constant = emitStaticMember(at, on.type, {
      kind: 'member',
      place: value.place,
      of: value,
      name: value.name,
      isSafe: false,
    });
    return (constant ?? report(at, codes.variable, value.place, `Variable does not exist: ${value.name}`)).code;
  }
  const literal = emitExpression(at, value);
  if (on.type === unknownType || literal.type.name === 'null') {
    return literal.code;
  }
  return assignTo(
    at,
    literal,
    on.type === idType ? stringType : on.type === longType ? longType : on.type,
    value.place,
  );
}
