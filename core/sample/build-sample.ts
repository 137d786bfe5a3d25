import { accounts } from './accounts.ts';
import { eventsAfter, eventsBefore } from './activities.ts';
import { dayLength, toInstant } from './calendar.ts';
import { contactColumns, contactRows } from './contacts.ts';
import { toCsv } from './csv.ts';
import type { LeadKind } from './kinds.ts';
import { leadColumns, type LeadDraft } from './lead.ts';
import { makeLeadDrafts } from './lead-drafts.ts';
import { decideOutcome, hasOutcome, outcomeColumns, outcomeRow } from './outcomes.ts';
import type { Outcome } from './outcomes.ts';
import { toReadableJson } from './readable-json.ts';
import { RandomStream } from './random.ts';
import { businessCalendars } from './business-calendars.ts';
import { reps } from './roster.ts';

export type Sample = {
  /** File name to content, exactly as checked in. */
  readonly files: ReadonlyMap<string, string>;
  /** The kind behind each Lead ID; the files do not tell. */
  readonly kindByLeadId: ReadonlyMap<string, LeadKind>;
};

const accountColumns = [
  'Account',
  'Domain',
  'Country',
  'Employees',
  'Industry',
  'Owner',
  'Customer',
  'Named',
  'Open Opportunity',
  'Lost Opportunity At',
];
const activityColumns = ['Lead ID', 'Signal', 'At', 'Count'];

export function buildSample(): Sample {
  const drafts = makeLeadDrafts();
  const activities: string[][] = [];
  const outcomes: string[][] = [];
  // Two lost records carry a closing date typed into the wrong month.
  const closedTooEarly = [25, 90];
  let lostSoFar = 0;
  for (const draft of drafts) {
    const leadId = draft.row['Lead ID'];
    const random = new RandomStream(`what happened to ${leadId}`);
    const before = eventsBefore(random, draft);
    let outcome: Outcome | undefined;
    if (hasOutcome(draft.kind)) {
      outcome = decideOutcome(random, draft, before);
      if (outcome.outcome === 'lost') lostSoFar += 1;
      if (outcome.outcome === 'lost' && closedTooEarly.includes(lostSoFar))
        outcome = { ...outcome, closedAt: draft.created - 31 * dayLength };
      outcomes.push(outcomeRow(leadId, outcome));
    }
    const events = [...before, ...eventsAfter(random, draft, outcome?.qualifiedAt)].sort(
      (left, right) => left.at - right.at,
    );
    for (const event of events) activities.push([leadId, event.signal, toInstant(event.at), String(event.count)]);
  }
  const accountRows = accounts.map((account) => [
    account.name,
    account.domain,
    account.countryCode,
    String(account.employees),
    account.industryKey,
    account.owner,
    account.customer ? 'yes' : 'no',
    account.named ? 'yes' : 'no',
    account.openOpportunity ? 'yes' : 'no',
    account.lostAt,
  ]);
  const files = new Map<string, string>([
    [
      'leads.csv',
      toCsv(
        leadColumns,
        drafts.map((draft) => leadColumns.map((column) => draft.row[column])),
      ),
    ],
    ['activities.csv', toCsv(activityColumns, activities)],
    ['accounts.csv', toCsv(accountColumns, accountRows)],
    ['contacts.csv', toCsv(contactColumns, contactRows(new RandomStream('contacts'), drafts))],
    ['outcomes.csv', toCsv(outcomeColumns, outcomes)],
    [
      'roster.json',
      toReadableJson({
        reps,
        calendars: businessCalendars,
        employeeDomains: ['northlight.example'],
        competitorDomains: competitorDomains(drafts),
      }),
    ],
  ]);
  return { files, kindByLeadId: new Map(drafts.map((draft) => [draft.row['Lead ID'], draft.kind])) };
}

/** The list that a company keeps of its competitors: here, the domains they write from. */
function competitorDomains(drafts: readonly LeadDraft[]): string[] {
  const domains = drafts
    .filter((draft) => draft.kind === 'competitor')
    .map((draft) => /@([a-z0-9.-]+\.example)/i.exec(draft.row.Email)?.[1]?.toLowerCase());
  return [...new Set(domains.filter((domain) => domain !== undefined))].sort();
}
