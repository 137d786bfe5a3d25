import { createHash } from 'node:crypto';
import { prepare } from '../../decide/index.ts';
import type { Policy } from '../../decide/model/policy.ts';
import { readDomain } from '../../decide/normalize/read-domain.ts';
import { readEmail } from '../../decide/normalize/read-email.ts';
import { emptyCrm, factsAsOf } from '../learn/table/facts-as-of.ts';
import { TableBuilder } from '../learn/table/table-builder.ts';
import type { LeadTable } from '../learn/table/lead-table.ts';
import { emptyDirectory, readActivities } from '../run/crm-directory.ts';
import { leadOfRow } from '../run/lead-of-row.ts';
import { askLists, readLookupLists } from '../run/look-up-lists.ts';
import type { Mapping } from '../run/mapping.ts';
import { openRowFile } from '../run/read-rows.ts';
import { RunError, StoppedEarly, type RunMessage } from '../run/run-message.ts';
import { chooseOutcomeHeaders, type OutcomeColumn } from './outcome-columns.ts';
import { isLarge } from './read-large-history.ts';
import { outcomeOfCells, readOutcomes, saysOutcome, stillOpen, type LeadOutcome } from './read-outcomes.ts';

/** The files of a history. Outcomes stand in a file of their own, or beside the leads. */
export type HistoryFiles = {
  leadsFile: string;
  outcomesFile: string | null;
  activitiesFile: string | null;
  /** Headers that a person named for what a guess would get wrong. */
  outcomeHeaders: Partial<Record<OutcomeColumn, string>>;
  /** What happened later is not read, as if this were the day; null reads all. */
  asOf: number | null;
};

export type ReadHistory = { table: LeadTable; messages: RunMessage[] };

export type HistoryWatch = {
  onProgress: (phase: string, done: number, total: number, rows: number) => void;
  isStopped: () => boolean;
};

const rowsBetweenLooks = 2_000;

/**
 * Reads files into a table. Each lead walks through the engine's own rooms as of its arrival. Accounts and contacts of today are
 * not asked: that somebody is a customer now would tell the outcome.
 */
export async function readHistory(
  files: HistoryFiles,
  mapping: Mapping,
  policy: Policy,
  watch: HistoryWatch,
): Promise<ReadHistory> {
  const messages: RunMessage[] = [];
  const directory = emptyDirectory();
  if (files.activitiesFile !== null && !isLarge(files.activitiesFile)) {
    watch.onProgress('activities', 0, 1, 0);
    await readActivities(directory, files.activitiesFile);
    messages.push(...directory.messages);
  }
  const outcomeOf = await openOutcomes(files, mapping, messages);
  const prepared = prepare(policy);
  const lists = readLookupLists([], []);
  const builder = new TableBuilder(policy, 'file');
  const opened = await openRowFile(files.leadsFile, '--leads');
  for await (const row of opened.rows) {
    if (row.kind === 'broken') {
      messages.push(row.message);
      continue;
    }
    const { submission } = leadOfRow(row.cells, row.line, mapping, 0);
    const email = readEmail(submission.email);
    const answers = askLists(lists, email?.domain ?? readDomain(submission.website));
    if (files.asOf !== null && submission.receivedAt > files.asOf) {
      continue;
    }
    const hasTime = !submission.problems.some(({ code }) => code === 'EDG001') && submission.receivedAt > 0;
    builder.add({
      leadKey: submission.submissionKey,
      arrivedAt: hasTime ? submission.receivedAt : null,
      facts: factsAsOf(submission, emptyCrm(), answers, prepared),
      personKey: email === null ? null : createHash('sha256').update(email.matchKey).digest('hex').slice(0, 32),
      changes: [],
      activities: directory.activitiesByLead.get(submission.submissionKey) ?? [],
      ...asSeenOn(files.asOf, outcomeOf(submission.submissionKey, row.cells)),
    });
    if (builder.count % rowsBetweenLooks === 0) {
      watch.onProgress('reading', row.bytes, opened.totalBytes, builder.count);
      if (watch.isStopped()) {
        throw new StoppedEarly();
      }
    }
  }
  return { table: builder.finish(), messages };
}

/** An outcome of a later day is not known yet: the lead is still open. */
function asSeenOn(asOf: number | null, outcome: LeadOutcome): LeadOutcome {
  return asOf !== null && outcome.closedAt !== null && outcome.closedAt > asOf ? stillOpen : outcome;
}

type OutcomeOf = (leadKey: string, cells: Map<string, string>) => LeadOutcome;

async function openOutcomes(files: HistoryFiles, mapping: Mapping, messages: RunMessage[]): Promise<OutcomeOf> {
  if (files.outcomesFile !== null) {
    const read = await readOutcomes(files.outcomesFile, files.outcomeHeaders, mapping.dateOrder);
    messages.push(...read.messages);
    return (leadKey) => read.outcomes.get(leadKey) ?? stillOpen;
  }
  const leads = await openRowFile(files.leadsFile, '--leads');
  await leads.rows.return(undefined);
  // A column that fills a field of the lead says nothing about its end.
  const free = leads.headers.filter((header) => (mapping.columns[header] ?? null) === null);
  const headers = chooseOutcomeHeaders(free, files.outcomeHeaders);
  if (!saysOutcome(headers)) {
    throw new RunError([
      {
        code: 'TRN002',
        about: files.leadsFile,
        found: `no column says how a lead ended, and no file of outcomes was named`,
        next: 'name one with --outcomes FILE (Lead ID, Outcome, Closed At), or say which column it is with --outcome-column outcome=HEADER. Nothing was trained.',
      },
    ]);
  }
  return (_, cells) => outcomeOfCells(cells, headers, mapping.dateOrder);
}
