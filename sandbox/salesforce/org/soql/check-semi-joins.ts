import { raiseQuery } from './query-problems.ts';
import type { Condition } from './query-tree.ts';

const mostSemiJoins = 2;

/** Queries behind IN and NOT IN may stand at few places of WHERE; anything else is refused as the platform does. */
export function checkSemiJoins(where: Condition, isNested: boolean): void {
  const count = countSemiJoins(where, 'top');
  if (isNested && count > 0) {
    raiseQuery('Nesting of semi join sub-selects is not supported');
  }
  if (count > mostSemiJoins) {
    raiseQuery(`Maximum ${mostSemiJoins} semi join sub-selects are allowed, but ${count} were found`);
  }
}

function countSemiJoins(condition: Condition, place: 'top' | 'or' | 'not'): number {
  switch (condition.kind) {
    case 'compare':
      if (condition.value.kind !== 'query') {
        return 0;
      }
      if (place === 'or') {
        raiseQuery("Semi join sub-selects are not allowed with the 'OR' operator");
      }
      return place === 'not' ? raiseQuery("Semi join sub-selects are not allowed with the 'NOT' operator") : 1;
    case 'not':
      return countSemiJoins(condition.condition, 'not');
    case 'and':
    case 'or':
      return condition.conditions
        .map((each) => countSemiJoins(each, condition.kind === 'or' ? 'or' : place))
        .reduce((sum, each) => sum + each, 0);
  }
}
