import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { checkDraft } from '../../handlers/rules/check-draft.ts';
import { readConfiguration } from '../../handlers/rules/configuration-rows.ts';
import { policyRowsOf } from '../../handlers/rules/policy-rows.ts';
import { placeProblems } from '../../handlers/rules/problem-places.ts';
import type { RuleProblem } from '../../handlers/rules/rule-store.ts';
import { columnOfProblem } from './column-of-problem.ts';
import type { Draft } from './draft.ts';
import { findLooseNames } from './loose-names.ts';
import { tellRows } from './tell-rows.ts';

/** A problem at its row. `column` is null where it is about the whole row. */
export type PlacedProblem = RuleProblem & { readonly column: string | null };

/** What the rows say and what is wrong with them, as they stand while somebody types. */
export type Checked = {
  readonly policy: Policy;
  /** What keeps them from being published. */
  readonly problems: readonly RuleProblem[];
  /** Problems by the ids of the rows they are about. */
  readonly byRow: ReadonlyMap<string, readonly PlacedProblem[]>;
  /** What should be looked at and keeps nobody from publishing, by the ids of rows. */
  readonly doubts: ReadonlyMap<string, readonly PlacedProblem[]>;
  /** Rules, tiers, territories and promises in plain words, by the ids of rows. */
  readonly sentences: ReadonlyMap<string, string>;
};

/** Checks rows as publishing does, and puts each problem where it can be mended. */
export function checkRows({ rows }: Draft): Checked {
  const configured = readConfiguration(rows);
  const checked = checkDraft({ rows: policyRowsOf(rows), problems: configured.problems });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byRow = new Map<string, readonly PlacedProblem[]>();
  for (const [id, problems] of placeProblems(rows, checked.problems)) {
    const row = byId.get(id)!;
    byRow.set(
      id,
      problems.map((problem) => ({ ...problem, column: columnOfProblem(row, problem) })),
    );
  }
  return {
    policy: checked.policy,
    problems: checked.problems,
    byRow,
    doubts: findLooseNames(rows),
    sentences: tellRows(rows, checked.policy),
  };
}
