import type { Turn } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Effect, EffectOutcome } from '../../handlers/effects/effect.ts';
import type { Queryable } from '../database/database.ts';
import { LockedLedgers } from '../deciding/ledgers.ts';
import type { Desk } from '../desk.ts';

/** An effect that this worker may apply until its lease ends. */
export type HeldEffect = {
  readonly decisionId: string;
  readonly place: number;
  readonly contactId: string;
  readonly effect: Effect;
  /** It may have been done before: whoever held it was stopped in the middle. */
  readonly isRetry: boolean;
  readonly attempts: number;
  readonly arrivedAt: number | null;
};

type Settled = HeldEffect & { readonly outcome: EffectOutcome };

/**
 * Writes down what became of effects that are still this worker's own. An owner that the portal will never take gives the turn back
 * in the same transaction: it cost somebody a lead that they did not get. What was in the effect is forgotten with it, for it holds
 * what a person wrote.
 */
export async function settleEffects(
  desk: Desk,
  portalId: number,
  held: readonly HeldEffect[],
  outcomes: readonly EffectOutcome[],
): Promise<void> {
  if (held.length === 0) {
    return;
  }
  const all = held.map((effect, place): Settled => ({ ...effect, outcome: outcomes[place]! }));
  const settled = await desk.database.transaction((transaction) => settle(transaction, desk, portalId, all));
  for (const one of settled) {
    if (one.effect.kind === 'record' && one.arrivedAt !== null) {
      desk.metrics.observeWritten(Math.max(0, desk.now() - one.arrivedAt) / 1_000);
    }
    await tellOutcome(desk, portalId, one);
  }
}

async function settle(
  transaction: Queryable,
  desk: Desk,
  portalId: number,
  all: readonly Settled[],
): Promise<Settled[]> {
  const now = desk.now();
  // Ledgers before effects, as whoever decides locks them.
  const lost = await lostTurns(transaction, portalId, all.filter(isOwnerLost));
  const ledgers = await LockedLedgers.lock(
    transaction,
    portalId,
    lost.map((turn) => turn.ledger_name),
  );
  const rows = await transaction.query<{ decision_id: string; place: number }>(
    `update effect set state = settled.state, outcome = settled.outcome, done_at = $2, lease_until = 0, lease_by = null,
       attempts = attempts + 1, content = '{}'
     from unnest($3::text[], $4::int[], $5::text[], $6::jsonb[]) as settled (decision_id, place, state, outcome)
     where effect.portal_id = $1 and effect.decision_id = settled.decision_id and effect.place = settled.place
       and effect.state = 'due' and effect.lease_by = $7
     returning effect.decision_id, effect.place`,
    [
      portalId,
      now,
      all.map((each) => each.decisionId),
      all.map((each) => each.place),
      all.map((each) => each.outcome.state),
      all.map((each) => JSON.stringify(each.outcome)),
      desk.worker,
    ],
  );
  const ours = new Set(rows.map((row) => `${row.place} ${row.decision_id}`));
  const settled = all.filter((each) => ours.has(`${each.place} ${each.decisionId}`));
  const givenUp = new Set(settled.filter(isOwnerLost).map((each) => each.decisionId));
  for (const turn of lost.filter((each) => givenUp.has(each.decision_id))) {
    ledgers.giveBack(turn.ledger_name, turn.turn, turn.decision_id, now);
    await transaction.query('update decision set turn_returned_at = $3 where portal_id = $1 and decision_id = $2', [
      portalId,
      turn.decision_id,
      now,
    ]);
  }
  await ledgers.save();
  return settled;
}

function isOwnerLost({ effect, outcome }: Settled): boolean {
  return effect.kind === 'record' && effect.owner !== null && outcome.state !== 'done';
}

type LostTurn = { decision_id: string; ledger_name: string; turn: Turn };

function lostTurns(transaction: Queryable, portalId: number, lost: readonly Settled[]): Promise<LostTurn[]> {
  return lost.length === 0
    ? Promise.resolve([])
    : transaction.query<LostTurn>(
        `select decision_id, ledger_name, turn from decision
         where portal_id = $1 and decision_id = any($2::text[]) and turn is not null and turn_returned_at is null
         order by decision_id`,
        [portalId, lost.map((each) => each.decisionId)],
      );
}

async function tellOutcome(desk: Desk, portalId: number, { effect, outcome }: Settled): Promise<void> {
  if (outcome.state === 'refused' && outcome.category !== 'OBJECT_NOT_FOUND') {
    await desk.alert(portalId, {
      code: 'HSV021',
      about: `${effect.kind}, ${outcome.category}`,
      message: `The portal refused to take what was decided: ${outcome.message}`,
      nextStep: 'Look at the decision in the settings of Signalbox; the record says what was to be written.',
    });
  }
  if (outcome.state === 'notAllowed') {
    await desk.alert(portalId, {
      code: 'HSV022',
      about: effect.kind,
      message: `The portal's plan or the app's permissions do not allow to write a ${effect.kind}. The rest of each decision is written.`,
      nextStep: 'Grant the permission in the settings of the app, or switch this part off.',
    });
  }
}
