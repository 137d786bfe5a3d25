import type { ClosingFacts } from '../../../core/src/author/learn/table/lead-table.ts';

/** Where outcomes come from: another CRM, where its synchronisation has written most of them. */
export function outcomesFromOf(closed: number, closedElsewhere: number): ClosingFacts['outcomesFrom'] {
  return closedElsewhere * 2 > closed ? 'otherCrm' : 'thisCrm';
}

/** How many of some leads are won or lost. */
export function countClosed(leads: readonly { readonly outcome: string }[]): number {
  return leads.filter(({ outcome }) => outcome !== 'open').length;
}
