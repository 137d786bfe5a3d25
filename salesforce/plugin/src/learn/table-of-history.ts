import type { ClosingFacts, LeadTable } from '../../../../core/src/author/learn/table/lead-table.ts';
import { TableBuilder } from '../../../../core/src/author/learn/table/table-builder.ts';
import { prepare } from '../../../../core/src/decide/policy/prepare.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import { Problem } from '../problem.ts';
import type { KeptHistory, ReadState } from './kept-history.ts';
import { pastLeadOf } from './kept-lead.ts';

/** How many leads are told from their own decision, and how many from their fields. */
export type OriginCounts = { decision: number; fields: number };

/** The table of a history that was read whole. SFP019 where a file of it is gone or was changed. */
export function tableOfHistory(
  kept: KeptHistory,
  { slices }: ReadState,
  policy: Policy,
  outcomesFrom: ClosingFacts['outcomesFrom'],
): { table: LeadTable; origins: OriginCounts } {
  const prepared = prepare(policy);
  const builder = new TableBuilder(policy, outcomesFrom);
  const origins: OriginCounts = { decision: 0, fields: 0 };
  for (const place of slices.keys()) {
    const leads = kept.leadsOf(place);
    if (leads === null) throw new Problem('SFP019', [kept.folder]);
    for (const lead of leads) {
      builder.add(pastLeadOf(lead, prepared));
      origins[lead.origin] += 1;
    }
  }
  return { table: builder.finish(), origins };
}
