import ts from 'typescript';
import type { Expression, Statement } from '../apex/tree.ts';
import { commentsBefore } from '../comments.ts';
import type { ModuleContext } from '../module-context.ts';
import { visitExpression, visitStatement } from './visitors.ts';

/** `switch` to `switch on`: no case falls through, so the breaks that end cases go, and empty cases join the next one. */
export function visitSwitch(node: ts.SwitchStatement, context: ModuleContext): Statement[] {
  const on = visitExpression(node.expression, null, context);
  if (on !== null && on.type.kind !== 'string' && on.type.kind !== 'integer') {
    context.report(node.expression, 'APX010', 'it is on neither a text nor a whole number');
  }
  const cases: { values: Expression[]; body: Statement[] }[] = [];
  let otherwise: Statement[] | null = null;
  let values: Expression[] = [];
  const clauses = node.caseBlock.clauses;
  for (const [place, clause] of clauses.entries()) {
    if (ts.isCaseClause(clause)) {
      const value = visitExpression(clause.expression, null, context);
      if (value === null) continue;
      if (value.apex.kind !== 'string' && value.apex.kind !== 'literal' && value.apex.kind !== 'unary') {
        context.report(clause.expression, 'APX010', 'a case is no literal');
      }
      values.push(value.apex);
      if (clause.statements.length === 0) continue;
      cases.push({ values, body: visitClause(clause, place === clauses.length - 1, context) });
      values = [];
    } else {
      if (place !== clauses.length - 1 || values.length > 0) {
        context.report(clause, 'APX010', 'default is not last, or cases join it');
      }
      const body = visitClause(clause, true, context);
      otherwise = body.length === 0 ? null : body;
    }
  }
  if (values.length > 0) context.report(node, 'APX010', 'its last case has no statements');
  return on === null ? [] : [{ kind: 'switch', comments: commentsBefore(node), on: on.apex, cases, otherwise }];
}

/**
 * A switch without default in which a function ends, wherever its branches lead. TypeScript knows when its cases are all that
 * can be; Apex then misses a result.
 */
export function findOpenEnd(node: ts.Statement | undefined): ts.SwitchStatement | null {
  if (node === undefined) return null;
  if (ts.isBlock(node)) return findOpenEnd(node.statements.at(-1));
  if (ts.isIfStatement(node)) return findOpenEnd(node.thenStatement) ?? findOpenEnd(node.elseStatement);
  if (!ts.isSwitchStatement(node)) return null;
  const { clauses } = node.caseBlock;
  if (!clauses.some(ts.isDefaultClause)) return node;
  return clauses.map((each) => findOpenEnd(each.statements.at(-1))).find((each) => each !== null) ?? null;
}

function visitClause(clause: ts.CaseOrDefaultClause, isLast: boolean, context: ModuleContext): Statement[] {
  const only = clause.statements.length === 1 ? clause.statements[0] : undefined;
  const statements = only !== undefined && ts.isBlock(only) ? only.statements : clause.statements;
  const last = statements[statements.length - 1];
  const isBroken = last !== undefined && ts.isBreakStatement(last);
  const leaves = isBroken || (last !== undefined && (ts.isReturnStatement(last) || ts.isContinueStatement(last)));
  if (!leaves && !isLast) context.report(clause, 'APX010', 'a case falls through to the next');
  const kept = isBroken ? statements.slice(0, -1) : statements;
  return kept.flatMap((each) => visitStatement(each, context));
}
