import type { PastLead } from '../../../core/src/author/learn/table/past-lead.ts';
import type { CrmRecord } from '../crm/crm.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { outcomeOfOthers } from '../portal/property-names.ts';
import { readStoredInstant } from '../subjects/read-value.ts';

/** How a lead ended, and where that stands. */
export type Closing = Pick<
  PastLead,
  'outcome' | 'closedAt' | 'outcomeWords' | 'stage' | 'closeReason' | 'finalOwner'
> & { readonly from: 'thisCrm' | 'otherCrm' };

/**
 * What became of a contact. What the synchronisation with another CRM has written goes first: sales closes there. Else the contact's
 * deals say it: won if any is won, lost if all are closed and none is. Without a deal it is lost where its lead status says that it
 * was disqualified, and otherwise open.
 */
export function closingOf(contact: CrmRecord, deals: readonly CrmRecord[], settings: PortalSettings): Closing {
  return closingElsewhere(contact) ?? (deals.length === 0 ? closingOfStatus(contact, settings) : closingOfDeals(deals));
}

const nothing = { closedAt: null, outcomeWords: null, stage: null, closeReason: null, finalOwner: null };

function closingElsewhere(contact: CrmRecord): Closing | null {
  const word = textOf(contact, outcomeOfOthers.outcome);
  if (word === null) {
    return null;
  }
  const folded = word.trim().toLowerCase();
  return {
    from: 'otherCrm',
    outcome: folded === 'won' || folded === 'lost' ? folded : 'open',
    closedAt: instantOf(contact, outcomeOfOthers.outcomeAt),
    outcomeWords: word,
    stage: null,
    closeReason: textOf(contact, outcomeOfOthers.closeReason),
    finalOwner: textOf(contact, outcomeOfOthers.finalOwner),
  };
}

function closingOfDeals(deals: readonly CrmRecord[]): Closing {
  const inOrder = deals.toSorted(
    (one, other) => (closedAtOf(one) ?? Infinity) - (closedAtOf(other) ?? Infinity) || (one.id < other.id ? -1 : 1),
  );
  const won = inOrder.find(isWon);
  if (won !== undefined) {
    return { from: 'thisCrm', outcome: 'won', outcomeWords: 'closed won', ...endOf(won, 'closed_won_reason') };
  }
  const open = inOrder.find((deal) => !isClosed(deal));
  if (open !== undefined) {
    return { ...nothing, from: 'thisCrm', outcome: 'open', stage: textOf(open, 'dealstage') };
  }
  const last = inOrder.at(-1)!;
  return { from: 'thisCrm', outcome: 'lost', outcomeWords: 'closed lost', ...endOf(last, 'closed_lost_reason') };
}

function endOf(
  deal: CrmRecord,
  reason: 'closed_won_reason' | 'closed_lost_reason',
): Pick<Closing, 'closedAt' | 'stage' | 'closeReason' | 'finalOwner'> {
  return {
    closedAt: closedAtOf(deal),
    stage: textOf(deal, 'dealstage'),
    closeReason: textOf(deal, reason),
    finalOwner: textOf(deal, 'hubspot_owner_id'),
  };
}

function closingOfStatus(contact: CrmRecord, settings: PortalSettings): Closing {
  const versions = contact.history['hs_lead_status'] ?? [];
  const status = versions[0]?.value ?? textOf(contact, 'hs_lead_status') ?? '';
  return settings.disqualifiedStatuses.includes(status)
    ? {
        ...nothing,
        from: 'thisCrm',
        outcome: 'lost',
        closedAt: versions[0]?.changedAt ?? null,
        outcomeWords: status,
      }
    : { ...nothing, from: 'thisCrm', outcome: 'open' };
}

/** Portals with one pipeline name these stages so; HubSpot's own sums say it of all others. */
function isWon(deal: CrmRecord): boolean {
  return deal.properties['hs_is_closed_won'] === 'true' || deal.properties['dealstage'] === 'closedwon';
}

function isClosed(deal: CrmRecord): boolean {
  return deal.properties['hs_is_closed'] === 'true' || isWon(deal) || deal.properties['dealstage'] === 'closedlost';
}

/** The close date of an open deal is a forecast. */
function closedAtOf(deal: CrmRecord): number | null {
  return isClosed(deal) ? instantOf(deal, 'closedate') : null;
}

function instantOf(record: CrmRecord, property: string): number | null {
  const reading = readStoredInstant(record.properties[property] ?? '');
  return reading.kind === 'read' ? reading.value : null;
}

function textOf(record: CrmRecord, property: string): string | null {
  const text = record.properties[property]?.trim() ?? '';
  return text === '' ? null : text;
}
