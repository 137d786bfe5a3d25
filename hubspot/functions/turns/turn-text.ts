import * as z from 'zod';
import type { Turn, TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';

const whole = z.int();

const turnSchema = z.object({
  poolKey: z.string(),
  sequence: whole,
  takerKey: z.string(),
  takenAt: whole,
  dayStartedAt: whole,
  weekStartedAt: whole,
  shares: z.array(z.object({ memberKey: z.string(), earned: whole })),
});

const ledgerSchema = z.object({
  poolKey: z.string(),
  sequence: whole,
  dayStartedAt: whole,
  weekStartedAt: whole,
  entries: z.array(
    z.object({
      memberKey: z.string(),
      weight: whole,
      credit: whole,
      dayCount: whole,
      weekCount: whole,
      openCount: whole,
    }),
  ),
});

const keptSchema = z.object({ ledgerName: z.string(), turn: turnSchema, ledger: ledgerSchema });

/** A turn as its entry keeps it: of which ledger, what everybody earned, and how the ledger stands after it. */
export type KeptTurn = { readonly ledgerName: string; readonly turn: Turn; readonly ledger: TurnLedger };

export function writeTurn(kept: KeptTurn): string {
  return JSON.stringify(kept);
}

/** @throws BrokenTurnError where somebody changed what is never to be edited: no turn may be computed from that */
export function readTurn(text: string, about: string): KeptTurn {
  const read = keptSchema.safeParse(jsonOf(text));
  if (!read.success) {
    throw new BrokenTurnError(about);
  }
  return read.data;
}

/** A turn was changed by hand, so that nobody can say whose turn it is. */
export class BrokenTurnError extends Error {
  readonly code = 'HSF004';
  readonly nextStep =
    'Restore the property "Turns, part 1" of that entry from its history in HubSpot. The leads that wait are decided then.';

  constructor(about: string) {
    super(`HSF004 The entry ${about} no longer holds the turns of its pool. No turn was taken.`);
    this.name = 'BrokenTurnError';
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
