import { describe, expect, test } from '@jest/globals';
import { recordOfText } from '../../../../core/src/author/run/read-record.ts';
import { decide } from '../../../../core/src/decide/index.ts';
import type { TurnLedger } from '../../../../core/src/decide/model/turn-ledger.ts';
import { recordedTurnOf } from '../../../../hubspot/server/rebuild/ledger-of-record.ts';
import { drawPair, fullRun } from '../../../differential/generate-pairs.ts';
import { contextOf, valuesOf } from '../../../differential/pair.ts';

describe('a ledger that is made again of a record', () => {
  test('is the ledger that the decision left behind, turn after turn, under any policy', () => {
    let turns = 0;
    for (let place = 0; place < 60; place += 1) {
      const { policy, context: values, leads } = valuesOf(drawPair(fullRun.seed, place, 40));
      const context = contextOf(policy, values);
      const ledgers = new Map<string, TurnLedger>();
      for (const lead of leads) {
        const decision = decide(lead.input, [...ledgers.values()], context);
        const { turn, ledgerAfter } = decision.assignment;
        const recorded = recordedTurnOf(recordOfText(decision.decisionText), context.prepared);
        expect(recorded).toEqual(turn === null ? null : { turn, ledgerAfter });
        if (ledgerAfter !== null) {
          turns += 1;
          ledgers.set(ledgerAfter.poolKey, ledgerAfter);
        }
      }
    }
    expect(turns).toBeGreaterThan(500);
  });
});
