import type { FactSheet } from '../model/fact-sheet.ts';
import type { DecisionInput } from '../model/decision-context.ts';
import type { Int, Long } from '../model/number.ts';
import type { KnownLead } from '../score/lay-facts.ts';
import type { Scores } from '../score/score.ts';
import type { Choice } from './choose-destination.ts';
import type { PoolPlan } from './plan-pools.ts';

/** Everything that is decided before a turn is taken. It names the only ledgers that assign needs. */
export type Assessment = {
  /** As it was taken in: what the record keeps and decides again. */
  input: DecisionInput;
  now: Long;
  known: KnownLead;
  facts: FactSheet;
  scores: Scores;
  choice: Choice;
  /** The policy's question that would tell most; -1 when nothing that matters is missing. */
  questionPosition: Int;
  plan: PoolPlan;
};
