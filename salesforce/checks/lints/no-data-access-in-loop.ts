import { DoWhileStatementContext, ForStatementContext, WhileStatementContext } from '@apexdevtools/apex-parser';
import { ancestorsOf, enclosing, type Hit, type Lint, type Tree } from './apex-file.ts';
import { listDataAccess } from './data-access.ts';

/** Limits count statements, so one for each record fails with 150 of them. What a loop runs over is asked once. */
export const noDataAccessInLoop: Lint = {
  code: 'APC038',
  find: (file): Hit[] =>
    file.isTest
      ? []
      : listDataAccess(file)
          .filter(({ node }) => isInLoop(node))
          .map(({ node, what }) => ({
            node,
            cause: `${what} in a loop counts against the limits each time.`,
            next: 'gather first, and read or write once behind the loop',
          })),
};

function isInLoop(node: Tree): boolean {
  const method = enclosing(node, 'method');
  const around = ancestorsOf(node);
  const within = method === undefined ? around : around.slice(0, around.indexOf(method));
  return within.some((each, index) => {
    const isLoop = [ForStatementContext, WhileStatementContext, DoWhileStatementContext].some(
      (loop) => each instanceof loop,
    );
    const below = index === 0 ? node : within[index - 1];
    return isLoop && !(each instanceof ForStatementContext && (below as unknown) === each.forControl());
  });
}
