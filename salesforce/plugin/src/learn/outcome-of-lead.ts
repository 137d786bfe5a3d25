const dayMillis = 86_400_000;

/** A deal as far as it says how a lead ended. Instants are UTC milliseconds. */
export type Deal = {
  readonly createdAt: number | null;
  readonly isWon: boolean;
  readonly isClosed: boolean;
  /** The day that the deal names, at its beginning. */
  readonly closeDate: number | null;
  /** When the stage last changed: of a closed deal, when it was closed. Null where it never did, as after an import. */
  readonly stageChangedAt: number | null;
  readonly stage: string | null;
  readonly reason: string | null;
  readonly ownerId: string | null;
  readonly amount: number | null;
};

export type EndingLead = {
  readonly arrivedAt: number;
  readonly isConverted: boolean;
  readonly status: string | null;
  readonly ownerId: string | null;
  /** When the status became what it is; null where nobody knows. */
  readonly statusSince: number | null;
};

/** How a lead ended, in the words of the CRM beside. */
export type LeadOutcome = {
  readonly outcome: 'open' | 'won' | 'lost';
  /** Ended before anybody sold anything. */
  readonly isDisqualified: boolean;
  readonly closedAt: number | null;
  readonly stage: string | null;
  readonly reason: string | null;
  readonly ownerId: string | null;
  readonly amount: number | null;
};

/**
 * How a lead ended. A converted lead ended as its deal did; of several deals a won one counts, then one that is still open, then the
 * one that was lost last. A lead that was not converted is lost where its status says so. Everything else is open.
 */
export function outcomeOfLead(
  lead: EndingLead,
  deals: readonly Deal[],
  isLostStatus: (status: string) => boolean,
): LeadOutcome {
  const won = deals.filter(({ isWon }) => isWon).toSorted(byEnd)[0];
  const open = deals.find(({ isClosed }) => !isClosed);
  const deal = won ?? open ?? deals.toSorted(byEnd).at(-1);
  if (deal !== undefined) {
    const outcome = deal.isWon ? 'won' : deal.isClosed ? 'lost' : 'open';
    const { stage, reason, ownerId, amount } = deal;
    const closedAt = outcome === 'open' ? null : notBefore(lead.arrivedAt, endOf(deal));
    return { outcome, isDisqualified: false, closedAt, stage, reason, ownerId, amount };
  }
  const isLost = !lead.isConverted && lead.status !== null && isLostStatus(lead.status);
  return {
    outcome: isLost ? 'lost' : 'open',
    isDisqualified: isLost,
    closedAt: isLost ? lead.statusSince : null,
    stage: lead.status,
    reason: null,
    ownerId: lead.ownerId,
    amount: null,
  };
}

/** Close dates are what people planned; a deal that moved to its last stage was closed then. */
function endOf({ stageChangedAt, closeDate }: Deal): number | null {
  return stageChangedAt ?? closeDate;
}

/** A day begins before the lead of that day came. Whatever ended on an earlier day is a mistake, and stays to be found. */
function notBefore(arrivedAt: number, endedAt: number | null): number | null {
  const isSameDay = endedAt !== null && endedAt < arrivedAt && arrivedAt - endedAt < dayMillis;
  return isSameDay ? arrivedAt : endedAt;
}

function byEnd(one: Deal, other: Deal): number {
  return (endOf(one) ?? 0) - (endOf(other) ?? 0) || (one.createdAt ?? 0) - (other.createdAt ?? 0);
}
