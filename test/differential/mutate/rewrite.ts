import type { ApexClass, Expression, Statement } from '../../../salesforce/compiler/apex/tree.ts';

/** How a mutation changes a tree, from the leaves up. What a function does not care for it hands back as it got it. */
export type Rewriting = {
  readonly expression?: (expression: Expression) => Expression;
  /** One statement may become none or several. */
  readonly statement?: (statement: Statement) => readonly Statement[];
};

/** A class with the rewriting applied everywhere in its constants and methods. */
export function rewriteClass(apexClass: ApexClass, rewriting: Rewriting): ApexClass {
  return {
    ...apexClass,
    constants: apexClass.constants.map((each) => ({ ...each, value: rewriteExpression(each.value, rewriting) })),
    methods: apexClass.methods.map((each) => ({ ...each, body: rewriteAll(each.body, rewriting) })),
  };
}

function rewriteAll(statements: readonly Statement[], rewriting: Rewriting): Statement[] {
  return statements.flatMap((each) => {
    const rewritten = rewriteParts(each, rewriting);
    return rewriting.statement === undefined ? [rewritten] : [...rewriting.statement(rewritten)];
  });
}

function rewriteParts(statement: Statement, rewriting: Rewriting): Statement {
  const inner = (expression: Expression): Expression => rewriteExpression(expression, rewriting);
  const block = (statements: readonly Statement[]): Statement[] => rewriteAll(statements, rewriting);
  switch (statement.kind) {
    case 'local':
      return { ...statement, value: inner(statement.value) };
    case 'expression':
      return { ...statement, expression: inner(statement.expression) };
    case 'if':
      return {
        ...statement,
        condition: inner(statement.condition),
        then: block(statement.then),
        otherwise: statement.otherwise === null ? null : block(statement.otherwise),
      };
    case 'while':
      return { ...statement, condition: inner(statement.condition), body: block(statement.body) };
    case 'for':
      return {
        ...statement,
        start: inner(statement.start),
        condition: inner(statement.condition),
        update: inner(statement.update),
        body: block(statement.body),
      };
    case 'forEach':
      return { ...statement, over: inner(statement.over), body: block(statement.body) };
    case 'switch':
      return {
        ...statement,
        on: inner(statement.on),
        cases: statement.cases.map((each) => ({ ...each, body: block(each.body) })),
        otherwise: statement.otherwise === null ? null : block(statement.otherwise),
      };
    case 'return':
      return { ...statement, value: statement.value === null ? null : inner(statement.value) };
    case 'break':
    case 'continue':
      return statement;
  }
}

function rewriteExpression(expression: Expression, rewriting: Rewriting): Expression {
  const rewritten = rewriteOperands(expression, (operand) => rewriteExpression(operand, rewriting));
  return rewriting.expression === undefined ? rewritten : rewriting.expression(rewritten);
}

function rewriteOperands(expression: Expression, inner: (operand: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'literal':
    case 'string':
    case 'name':
    case 'static':
      return expression;
    case 'field':
      return { ...expression, of: inner(expression.of) };
    case 'call':
      return {
        ...expression,
        of: expression.of === null ? null : inner(expression.of),
        arguments: expression.arguments.map(inner),
      };
    case 'callStatic':
    case 'new':
      return { ...expression, arguments: expression.arguments.map(inner) };
    case 'newList':
      return { ...expression, items: expression.items.map(inner) };
    case 'index':
      return { ...expression, of: inner(expression.of), at: inner(expression.at) };
    case 'cast':
    case 'unary':
    case 'postfix':
      return { ...expression, value: inner(expression.value) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'assign':
      return { ...expression, target: inner(expression.target), value: inner(expression.value) };
    case 'conditional':
      return {
        ...expression,
        condition: inner(expression.condition),
        then: inner(expression.then),
        otherwise: inner(expression.otherwise),
      };
  }
}
