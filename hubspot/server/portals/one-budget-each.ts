import type { CallBudget } from '../../handlers/crm/call-budget.ts';

/**
 * Keeps each portal's budget for as long as the process runs: a portal that is opened anew has not made fewer calls, and a budget
 * of its own would let its first few through once more.
 */
export function oneBudgetEach(make: (portalId: number) => CallBudget): (portalId: number) => CallBudget {
  const budgets = new Map<number, CallBudget>();
  return (portalId) => {
    const budget = budgets.get(portalId) ?? make(portalId);
    budgets.set(portalId, budget);
    return budget;
  };
}
