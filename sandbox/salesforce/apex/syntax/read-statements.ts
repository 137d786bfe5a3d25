import type * as grammar from '@apexdevtools/apex-parser';
import type { Block, CatchClause, LocalVariable, Modifiers, Statement } from './nodes.ts';
import { readExpression, readExpressions } from './read-expressions.ts';
import { readDoWhile, readFor, readWhile } from './read-loops.ts';
import { readModifiers } from './read-modifiers.ts';
import { readSwitch } from './read-switch.ts';
import { readQualifiedName, readQualifiedType, readType } from './read-types.ts';
import { placeOf, report, type Context, type Reading } from './reading.ts';

type Dml = Extract<Statement, { kind: 'dml' }>;

/** The statements between two braces. */
export function readBlock(reading: Reading, context: grammar.BlockContext): Block {
  return {
    kind: 'block',
    place: placeOf(context),
    statements: context.statement_list().map((each) => readStatement(reading, each)),
  };
}

/** One statement of any kind. */
export function readStatement(reading: Reading, context: grammar.StatementContext): Statement {
  const { ApexParser } = reading.parser;
  const statement = context.getChild(0) as Context & { readonly ruleIndex: number };
  switch (statement.ruleIndex) {
    case ApexParser.RULE_block:
      return readBlock(reading, statement as grammar.BlockContext);
    case ApexParser.RULE_ifStatement:
      return readIf(reading, statement as grammar.IfStatementContext);
    case ApexParser.RULE_switchStatement:
      return readSwitch(reading, statement as grammar.SwitchStatementContext);
    case ApexParser.RULE_forStatement:
      return readFor(reading, statement as grammar.ForStatementContext);
    case ApexParser.RULE_whileStatement:
      return readWhile(reading, statement as grammar.WhileStatementContext);
    case ApexParser.RULE_doWhileStatement:
      return readDoWhile(reading, statement as grammar.DoWhileStatementContext);
    case ApexParser.RULE_tryStatement:
      return readTry(reading, statement as grammar.TryStatementContext);
    case ApexParser.RULE_returnStatement: {
      const value = (statement as grammar.ReturnStatementContext).expression() as grammar.ExpressionContext | null;
      return {
        kind: 'return',
        place: placeOf(statement),
        value: value === null ? null : readExpression(reading, value),
      };
    }
    case ApexParser.RULE_throwStatement: {
      const value = (statement as grammar.ThrowStatementContext).expression();
      return { kind: 'throw', place: placeOf(statement), value: readExpression(reading, value) };
    }
    case ApexParser.RULE_breakStatement:
      return { kind: 'break', place: placeOf(statement) };
    case ApexParser.RULE_continueStatement:
      return { kind: 'continue', place: placeOf(statement) };
    case ApexParser.RULE_insertStatement:
    case ApexParser.RULE_updateStatement:
    case ApexParser.RULE_deleteStatement:
    case ApexParser.RULE_undeleteStatement:
      return readDml(reading, statement as grammar.InsertStatementContext);
    case ApexParser.RULE_upsertStatement:
      return readUpsert(reading, statement as grammar.UpsertStatementContext);
    case ApexParser.RULE_mergeStatement:
      return readMerge(reading, statement as grammar.MergeStatementContext);
    case ApexParser.RULE_runAsStatement:
      return readRunAs(reading, statement as grammar.RunAsStatementContext);
    case ApexParser.RULE_localVariableDeclarationStatement:
      return readLocal(
        reading,
        (statement as grammar.LocalVariableDeclarationStatementContext).localVariableDeclaration(),
      );
    case ApexParser.RULE_expressionStatement: {
      const expression = (statement as grammar.ExpressionStatementContext).expression();
      return {
        kind: 'expressionStatement',
        place: placeOf(statement),
        expression: readExpression(reading, expression),
      };
    }
    default:
      return unreadable(reading, context);
  }
}

/** `final Integer a = 1, b;` as one statement. */
export function readLocal(
  reading: Reading,
  context: grammar.LocalVariableDeclarationContext,
): Extract<Statement, { kind: 'local' }> {
  const modifiers = readModifiers(reading, context.modifier_list());
  return {
    kind: 'local',
    place: placeOf(context),
    ...(isEmpty(modifiers) ? {} : { modifiers }),
    type: readType(reading, context.typeRef()),
    variables: readVariables(reading, context.variableDeclarators()),
  };
}

/** The variables of one declaration, of a local or a field. */
export function readVariables(reading: Reading, context: grammar.VariableDeclaratorsContext): LocalVariable[] {
  return context.variableDeclarator_list().map((each) => {
    const value = each.expression() as grammar.ExpressionContext | null;
    return {
      place: placeOf(each),
      name: each.id().start.text,
      value: value === null ? null : readExpression(reading, value),
    };
  });
}

export function isEmpty(modifiers: Modifiers): boolean {
  return modifiers.words.length === 0 && modifiers.annotations.length === 0;
}

function unreadable(reading: Reading, context: Context): Statement {
  const place = placeOf(context);
  report(
    reading,
    'APEX002',
    place,
    `The statement ${context.getText().slice(0, 60)} has a form that is not known here.`,
    'Write it in another form.',
  );
  return { kind: 'block', place, statements: [] };
}

function readIf(reading: Reading, context: grammar.IfStatementContext): Statement {
  const [then, otherwise] = context.statement_list();
  if (then === undefined) {
    return unreadable(reading, context);
  }
  return {
    kind: 'if',
    place: placeOf(context),
    condition: readExpression(reading, context.parExpression().expression()),
    then: readStatement(reading, then),
    otherwise: otherwise === undefined ? null : readStatement(reading, otherwise),
  };
}

function readTry(reading: Reading, context: grammar.TryStatementContext): Statement {
  const last = context.finallyBlock() as grammar.FinallyBlockContext | null;
  return {
    kind: 'try',
    place: placeOf(context),
    body: readBlock(reading, context.block()),
    catches: context.catchClause_list().map((each) => readCatch(reading, each)),
    finally: last === null ? null : readBlock(reading, last.block()),
  };
}

function readCatch(reading: Reading, context: grammar.CatchClauseContext): CatchClause {
  const modifiers = readModifiers(reading, context.modifier_list());
  if (modifiers.annotations.length > 0 || modifiers.words.some((each) => each !== 'final')) {
    report(
      reading,
      'APEX004',
      placeOf(context),
      'A caught exception is declared with modifiers.',
      'Leave them out: only final is allowed here.',
    );
  }
  return {
    place: placeOf(context),
    type: readQualifiedType(context.qualifiedName()),
    name: context.id().start.text,
    body: readBlock(reading, context.block()),
  };
}

function readDml(reading: Reading, context: grammar.InsertStatementContext): Dml {
  return {
    kind: 'dml',
    place: placeOf(context),
    operation: context.start.text.toLowerCase() as Dml['operation'],
    access: readAccess(context.accessLevel()),
    value: readExpression(reading, context.expression()),
    other: null,
    field: null,
  };
}

function readUpsert(reading: Reading, context: grammar.UpsertStatementContext): Dml {
  const field = context.qualifiedName() as grammar.QualifiedNameContext | null;
  return {
    kind: 'dml',
    place: placeOf(context),
    operation: 'upsert',
    access: readAccess(context.accessLevel()),
    value: readExpression(reading, context.expression()),
    other: null,
    field: field === null ? null : readQualifiedName(field).join('.'),
  };
}

function readMerge(reading: Reading, context: grammar.MergeStatementContext): Dml {
  return {
    kind: 'dml',
    place: placeOf(context),
    operation: 'merge',
    access: readAccess(context.accessLevel()),
    value: readExpression(reading, context.expression(0)),
    other: readExpression(reading, context.expression(1)),
    field: null,
  };
}

function readAccess(context: grammar.AccessLevelContext | null): 'user' | 'system' | null {
  return context === null ? null : (context.getChild(1).getText().toLowerCase() as 'user' | 'system');
}

function readRunAs(reading: Reading, context: grammar.RunAsStatementContext): Statement {
  return {
    kind: 'runAs',
    place: placeOf(context),
    arguments: readExpressions(reading, context.expressionList()),
    body: readBlock(reading, context.block()),
  };
}
