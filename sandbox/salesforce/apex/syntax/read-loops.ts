import type * as grammar from '@apexdevtools/apex-parser';
import type { Statement } from './nodes.ts';
import { readExpression, readExpressions } from './read-expressions.ts';
import { readBlock, readLocal, readStatement } from './read-statements.ts';
import { readType } from './read-types.ts';
import { placeOf, report, type Reading } from './reading.ts';

type ForStart = Extract<Statement, { kind: 'for' }>['start'];

/** Both forms: `for (Account each : accounts)` and `for (Integer i = 0; i < 3; i++)`. */
export function readFor(reading: Reading, context: grammar.ForStatementContext): Statement {
  const control = context.forControl();
  const place = placeOf(context);
  const body = readBody(reading, context.statement());
  const each = control.enhancedForControl() as grammar.EnhancedForControlContext | null;
  if (each !== null) {
    const type = readType(reading, each.typeRef());
    return {
      kind: 'forEach',
      place,
      type,
      name: each.id().start.text,
      over: readExpression(reading, each.expression()),
      body,
    };
  }
  const condition = control.expression() as grammar.ExpressionContext | null;
  return {
    kind: 'for',
    place,
    start: readStart(reading, control.forInit()),
    condition: condition === null ? null : readExpression(reading, condition),
    updates: readExpressions(
      reading,
      (control.forUpdate() as grammar.ForUpdateContext | null)?.expressionList() ?? null,
    ),
    body,
  };
}

export function readWhile(reading: Reading, context: grammar.WhileStatementContext): Statement {
  const condition = readExpression(reading, context.parExpression().expression());
  return { kind: 'while', place: placeOf(context), condition, body: readBody(reading, context.statement()) };
}

export function readDoWhile(reading: Reading, context: grammar.DoWhileStatementContext): Statement {
  const condition = readExpression(reading, context.parExpression().expression());
  return { kind: 'doWhile', place: placeOf(context), condition, body: readBlock(reading, context.block()) };
}

/** A loop may end in a lone semicolon. */
function readBody(reading: Reading, context: grammar.StatementContext | null): Statement | null {
  return context === null ? null : readStatement(reading, context);
}

function readStart(reading: Reading, context: grammar.ForInitContext | null): ForStart {
  if (context === null) {
    return null;
  }
  const declaration = context.localVariableDeclaration() as grammar.LocalVariableDeclarationContext | null;
  if (declaration === null) {
    return readExpressions(reading, context.expressionList());
  }
  const { type, variables, modifiers } = readLocal(reading, declaration);
  if (modifiers !== undefined) {
    report(
      reading,
      'APEX004',
      placeOf(context),
      'The variable of a loop is declared with modifiers.',
      'Leave them out: the loop has to change it.',
    );
  }
  return { type, variables };
}
