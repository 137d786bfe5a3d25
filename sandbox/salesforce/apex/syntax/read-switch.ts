import type * as grammar from '@apexdevtools/apex-parser';
import type { Block, Expression, Statement, WhenClause, WhenValue } from './nodes.ts';
import { readExpression } from './read-expressions.ts';
import { readLiteral, readWhole } from './read-literals.ts';
import { readBlock } from './read-statements.ts';
import { readQualifiedName, readType } from './read-types.ts';
import { placeOf, report, type Reading } from './reading.ts';

/** `switch on value { when 1, 2 { … } when Account a { … } when else { … } }`. */
export function readSwitch(reading: Reading, context: grammar.SwitchStatementContext): Statement {
  const cases: WhenClause[] = [];
  let otherwise: Block | null = null;
  for (const each of context.whenControl_list()) {
    const place = placeOf(each);
    const body = readBlock(reading, each.block());
    const when = readWhen(reading, each.whenValue());
    if (otherwise !== null) {
      report(reading, 'APEX005', place, 'A when stands behind when else.', 'Move when else to the end of the switch.');
    } else if (when === null) {
      otherwise = body;
    } else {
      cases.push({ place, when, body });
    }
  }
  return {
    kind: 'switch',
    place: placeOf(context),
    on: readExpression(reading, context.expression()),
    cases,
    otherwise,
  };
}

/** Null for `else`. */
function readWhen(reading: Reading, context: grammar.WhenValueContext): WhenValue | null {
  const literals = context.whenLiteral_list();
  if (literals.length > 0) {
    return { kind: 'values', values: literals.map((each) => readValue(reading, each)) };
  }
  const type = context.typeRef() as grammar.TypeRefContext | null;
  return type === null ? null : { kind: 'type', type: readType(reading, type), name: context.id().start.text };
}

function readValue(reading: Reading, context: grammar.WhenLiteralContext): Expression {
  const place = placeOf(context);
  const inside = context.whenLiteral() as grammar.WhenLiteralContext | null;
  if (inside !== null) {
    return readValue(reading, inside);
  }
  const name = context.qualifiedName() as grammar.QualifiedNameContext | null;
  if (name !== null) {
    const [first = '', ...rest] = readQualifiedName(name);
    return rest.reduce<Expression>((of, each) => ({ kind: 'member', place, of, name: each, isSafe: false }), {
      kind: 'name',
      place,
      name: first,
    });
  }
  const number = (context.IntegerLiteral() ?? context.LongLiteral()) as grammar.ApexTerminalNode | null;
  return number === null
    ? readLiteral(reading, context)
    : readWhole(reading, place, number.getText(), context.SUB_list().length % 2 === 1);
}
