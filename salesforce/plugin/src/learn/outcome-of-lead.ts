const dayMillis = 86_400_000;

/** A deal as far as it says how a lead ended. Instants are UTC milliseconds. */
export type Deal = {
  readonly createdAt: number | null;
  readonly isWon: boolean;
  readonly isClosed: boolean;
  /** The day that the deal names, at its beginning. */
  readonly closeDate: number | null;
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
  readonly reason: string | null;
  /** When the status became what it is; null where nobody knows. */
  readonly statusSince: number | null;
};

/** How a lead ended, in the words of the CRM beside. */
export type LeadOutcome = {
  readonly outcome: 'open' | 'won' | 'lost';
  /** Ended before anybody sold anything. */
  readonly isDisqualified: boolean;
  readonly closedAt: number | null;
  readonly words: string | null;
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
    const closedAt = outcome === 'open' ? null : momentOf(deal.closeDate, lead.arrivedAt);
    return { outcome, isDisqualified: false, closedAt, words: stage, stage, reason, ownerId, amount };
  }
  const isLost = !lead.isConverted && lead.status !== null && isLostStatus(lead.status);
  return {
    outcome: isLost ? 'lost' : 'open',
    isDisqualified: isLost,
    closedAt: isLost ? lead.statusSince : null,
    words: lead.isConverted ? 'converted without an opportunity' : lead.status,
    stage: lead.status,
    reason: lead.reason,
    ownerId: lead.ownerId,
    amount: null,
  };
}

/** A day has no hour: a deal that was closed on the day of the lead's arrival was not closed before it. */
function momentOf(closeDate: number | null, arrivedAt: number): number | null {
  return closeDate !== null && Math.floor(arrivedAt / dayMillis) === Math.floor(closeDate / dayMillis)
    ? arrivedAt
    : closeDate;
}

function byEnd(one: Deal, other: Deal): number {
  return (one.closeDate ?? 0) - (other.closeDate ?? 0) || (one.createdAt ?? 0) - (other.createdAt ?? 0);
}
