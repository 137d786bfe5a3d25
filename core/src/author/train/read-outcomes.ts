import path from 'node:path';
import { openRowFile } from '../run/read-rows.ts';
import { readInstant } from '../run/read-instant.ts';
import { readWhole } from '../run/read-whole.ts';
import { RunError, type RunMessage } from '../run/run-message.ts';
import { chooseOutcomeHeaders, type OutcomeColumn, type OutcomeHeaders } from './outcome-columns.ts';
import { readOutcome } from './outcome-words.ts';
import type { PastLead } from '../learn/table/past-lead.ts';

/** How one lead ended. */
export type LeadOutcome = Pick<
  PastLead,
  'outcome' | 'closedAt' | 'outcomeWords' | 'stage' | 'closeReason' | 'finalOwner' | 'firstTouchAt' | 'nativeScore'
>;

/** A lead of which nothing was said is still open. */
export const stillOpen: LeadOutcome = {
  outcome: 'open',
  closedAt: null,
  outcomeWords: null,
  stage: null,
  closeReason: null,
  finalOwner: null,
  firstTouchAt: null,
  nativeScore: null,
};

/** Outcomes by lead key, and lines that could not be read. */
export type OutcomeFile = { outcomes: Map<string, LeadOutcome>; messages: RunMessage[] };

/** Reads a file of outcomes: a line for each lead that was closed; later lines of the same lead count. */
export async function readOutcomes(
  file: string,
  named: Partial<Record<OutcomeColumn, string>>,
  dateOrder: 'monthFirst' | 'dayFirst',
): Promise<OutcomeFile> {
  const opened = await openRowFile(file, '--outcomes');
  const headers = chooseOutcomeHeaders(opened.headers, named);
  if (headers.leadKey === null || !saysOutcome(headers)) {
    await opened.rows.return(undefined);
    throw new RunError([
      {
        code: 'TRN001',
        about: `${path.basename(file)}, header`,
        found: `${headers.leadKey === null ? 'no column names the lead' : 'no column says how a lead ended'}; it has ${opened.headers.slice(0, 12).join(', ')}`,
        next: 'name the columns Lead ID, Outcome and Closed At, or say which they are with --outcome-column. Nothing was trained.',
      },
    ]);
  }
  const result: OutcomeFile = { outcomes: new Map(), messages: [] };
  for await (const row of opened.rows) {
    if (row.kind === 'broken') {
      result.messages.push(row.message);
    } else {
      result.outcomes.set(row.cells.get(headers.leadKey)?.trim() ?? '', outcomeOfCells(row.cells, headers, dateOrder));
    }
  }
  return result;
}

/** Whether a file says how leads ended at all. */
export function saysOutcome({ outcome, wonAt }: OutcomeHeaders): boolean {
  return outcome !== null || wonAt !== null;
}

/** Fixes the types of one line. A date of winning is a win, whatever else the line says. */
export function outcomeOfCells(
  cells: Map<string, string>,
  headers: OutcomeHeaders,
  dateOrder: 'monthFirst' | 'dayFirst',
): LeadOutcome {
  const text = (column: OutcomeColumn): string | null => {
    const header = headers[column];
    const typed = header === null ? '' : (cells.get(header)?.trim() ?? '');
    return typed === '' ? null : typed.slice(0, 200);
  };
  const instant = (column: OutcomeColumn): number | null => {
    const typed = text(column);
    return typed === null ? null : readInstant(typed, dateOrder);
  };
  const wonAt = instant('wonAt');
  const lostAt = instant('lostAt');
  const reading = readOutcome(text('outcome'));
  const outcome = wonAt !== null || reading === 'won' ? 'won' : lostAt !== null || reading === 'lost' ? 'lost' : 'open';
  const score = text('nativeScore');
  const whole = score === null ? null : readWhole(score);
  return {
    outcome,
    closedAt: outcome === 'open' ? null : (wonAt ?? lostAt ?? instant('closedAt')),
    outcomeWords: text('outcome'),
    stage: text('stage'),
    closeReason: text('closeReason'),
    finalOwner: text('finalOwner'),
    firstTouchAt: instant('firstTouchAt'),
    nativeScore: whole?.kind === 'whole' ? whole.whole : null,
  };
}
