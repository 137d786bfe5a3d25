import type { Block, Expression, Statement } from '../syntax/nodes.ts';

/** Whether control may reach what follows a statement: a body that gives back a value must not complete. */
export function completes(statement: Statement | null): boolean {
  switch (statement?.kind) {
    case undefined:
      return true;
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
      return blockCompletes(statement);
    case 'if':
      return statement.otherwise === null || completes(statement.then) || completes(statement.otherwise);
    case 'switch':
      return (
        statement.otherwise === null ||
        blockCompletes(statement.otherwise) ||
        statement.cases.some((each) => blockCompletes(each.body))
      );
    case 'while':
      return !isTrue(statement.condition) || leavesLoop(statement.body);
    case 'doWhile':
      return !isTrue(statement.condition) || leavesLoop(statement.body);
    case 'for':
      return (statement.condition !== null && !isTrue(statement.condition)) || leavesLoop(statement.body);
    case 'try':
      if (statement.finally !== null && !blockCompletes(statement.finally)) {
        return false;
      }
      return blockCompletes(statement.body) || statement.catches.some((each) => blockCompletes(each.body));
    case 'runAs':
      return blockCompletes(statement.body);
    default:
      return true;
  }
}

export function blockCompletes(block: Block): boolean {
  return block.statements.every(completes);
}

function isTrue(condition: Expression): boolean {
  return condition.kind === 'literal' && condition.text.toLowerCase() === 'true';
}

/** Whether a `break` inside leaves this loop, and not an inner one. */
function leavesLoop(statement: Statement | null): boolean {
  switch (statement?.kind) {
    case 'break':
      return true;
    case 'block':
      return statement.statements.some(leavesLoop);
    case 'if':
      return leavesLoop(statement.then) || leavesLoop(statement.otherwise);
    case 'switch':
      return leavesLoop(statement.otherwise) || statement.cases.some((each) => leavesLoop(each.body));
    case 'try':
      return (
        leavesLoop(statement.body) ||
        leavesLoop(statement.finally) ||
        statement.catches.some((each) => leavesLoop(each.body))
      );
    case 'runAs':
      return leavesLoop(statement.body);
    default:
      return false;
  }
}
