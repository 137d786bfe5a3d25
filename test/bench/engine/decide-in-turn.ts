import { decide, type Decision } from '../../../core/src/decide/index.ts';
import type { DecisionContext, DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';

/** Work gets done: no rep ever has as many open leads. */
const mostOpen = 40;

/** Decides leads one after the other, each with the ledger that the one before left behind. */
export function decideInTurn(
  inputs: readonly DecisionInput[],
  context: DecisionContext,
  onDecision: (decision: Decision) => void,
): void {
  let ledgers: TurnLedger[] = [];
  for (const input of inputs) {
    const decision = decide(input, ledgers, context);
    const { ledgerAfter } = decision.assignment;
    if (ledgerAfter !== null) {
      for (const entry of ledgerAfter.entries) {
        entry.openCount %= mostOpen;
      }
      ledgers = [ledgerAfter];
    }
    onDecision(decision);
  }
}
