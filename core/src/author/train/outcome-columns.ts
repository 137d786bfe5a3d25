import { findHeader } from '../run/guess-mapping.ts';

/** What a file may say of how leads ended, with the headers under which exports name it. */
export const outcomeColumns = {
  leadKey: ['leadid', 'lead', 'mqlid', 'contactid', 'recordid', 'id', 'submissionid'],
  outcome: [
    'outcome',
    'result',
    'closedoutcome',
    'iswon',
    'won',
    'converted',
    'dealoutcome',
    'status',
    'stage',
    'dealstage',
    'y',
  ],
  wonAt: ['wonat', 'wondate', 'closedwonat', 'closedwondate', 'becamecustomerdate'],
  lostAt: ['lostat', 'lostdate', 'closedlostat', 'closedlostdate', 'disqualifiedat'],
  closedAt: ['closedat', 'closedate', 'closeddate'],
  stage: ['stage', 'stagename', 'dealstage', 'opportunitystage'],
  closeReason: ['closereason', 'lossreason', 'closedlostreason', 'closedwonreason', 'wonreason', 'reason'],
  finalOwner: ['finalowner', 'dealowner', 'opportunityowner', 'closedby', 'srid'],
  firstTouchAt: ['firsttouchat', 'firsttouch', 'firstcontactedat', 'firstoutreachdate'],
  nativeScore: ['nativescore', 'hubspotscore', 'einsteinscore', 'leadscore', 'score'],
} as const;

export type OutcomeColumn = keyof typeof outcomeColumns;

/** The header of each thing that a file says; null where no header fits. Each header says one thing. */
export type OutcomeHeaders = Record<OutcomeColumn, string | null>;

/** Finds the headers, or takes those that a person named. */
export function chooseOutcomeHeaders(headers: string[], named: Partial<Record<OutcomeColumn, string>>): OutcomeHeaders {
  const taken = new Set<string>(Object.values(named));
  const chosen = Object.create(null) as OutcomeHeaders;
  for (const column of Object.keys(outcomeColumns) as OutcomeColumn[]) {
    const free = headers.filter((header) => !taken.has(header));
    const header = named[column] ?? findHeader(outcomeColumns[column], free);
    chosen[column] = header;
    if (header !== null) {
      taken.add(header);
    }
  }
  return chosen;
}
