import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Decision } from '../../decide/index.ts';
import { chooseMapping } from './choose-mapping.ts';
import { emptyDirectory, readAccounts, readActivities, readContacts, type CrmDirectory } from './crm-directory.ts';
import { LogWriter, writeEntry } from './decision-log.ts';
import { hashPersonal, hashText, newSalt } from './hash-text.ts';
import { LeadDecider } from './lead-decider.ts';
import { leadOfRow } from './lead-of-row.ts';
import { readLookupLists } from './look-up-lists.ts';
import { checkOwnFields, type Mapping } from './mapping.ts';
import { NumberSet, numberOfText } from './number-index.ts';
import { openRowFile, type FileRow } from './read-rows.ts';
import { readSpan, type Span } from './read-span.ts';
import { entryOfDecision } from './report-entry.ts';
import { loadContext } from './run-context.ts';
import { readStart, RunFolder, writeStart } from './run-folder.ts';
import { RunLock } from './run-lock.ts';
import { RunError, type RunMessage } from './run-message.ts';
import type { RunRequest, RunResult, RunWatch } from './run-request.ts';
import { sealRun } from './seal-run.ts';
import { beginRun, continueRun, hashStart, startOf, type EarlierRecords } from './start-run.ts';

export type { RunRequest, RunResult, RunWatch } from './run-request.ts';

const mostKeptMessages = 50;
const mostUnnamedFields = 20;
const dayMillis = 86_400_000;

/** Decides every lead of a file and stores the records. Started again in the same folder it goes on where it stopped. */
export async function decideFile(request: RunRequest, watch: RunWatch): Promise<RunResult> {
  // A file that can't be opened must not leave an empty folder behind.
  await (await openRowFile(request.leadsFile, '--leads')).rows.return(undefined);
  const folder = new RunFolder(request.outFolder);
  folder.open();
  const lock = RunLock.take(folder.folder);
  try {
    return await decideLocked(request, watch, folder);
  } finally {
    lock.free();
  }
}

async function decideLocked(request: RunRequest, watch: RunWatch, folder: RunFolder): Promise<RunResult> {
  const earlier = request.isFresh ? null : readStart(folder);
  const placed = await chooseMapping(request, folder, earlier === null, watch);
  const mapping = placed.mapping;
  const span = await readSpan(request.leadsFile, mapping, earlier?.startedAt ?? request.startedAt, {
    onProgress: (done, total, rows) => watch.onProgress('reading', done, total, rows),
    isStopped: watch.isStopped,
  });
  const [coversFrom, coversUntil] = [span.first - 32 * dayMillis, span.last + 400 * dayMillis];
  const run = loadContext(request.policyFile, request.rosterFile, request.mode, coversFrom, coversUntil);
  const ownFieldMessages = checkOwnFields(placed, run.policy);
  if (ownFieldMessages.length > 0) {
    throw new RunError(ownFieldMessages);
  }
  const directory = await loadDirectory(request);
  const start = startOf(request, earlier, run, mapping, span.leadsHash);
  const records = earlier === null ? beginRun(folder, start) : await continueRun(folder, earlier, start);
  folder.keepSnapshots(run.snapshots);
  const result: RunResult = {
    folder,
    run,
    decided: 0,
    continued: records.hashes.length,
    messages: [],
    messageCount: 0,
    sealed: null,
    collector: watch.collectorFor(run),
    exampleId: null,
    exampleTelling: 0,
    earlierThanAbove: span.earlierThanAbove,
    unnamedFields: [],
  };
  for (const message of [...span.messages, ...directory.messages]) {
    note(result, message);
  }
  const isWhole = await decideRows({
    request,
    watch,
    mapping,
    directory,
    result,
    records,
    span,
    seen: new NumberSet(),
  });
  if (isWhole) {
    result.sealed = await sealRun(folder, (rows) => watch.onProgress('sealing', rows, result.decided, rows));
    watch.onProgress('sealing', result.decided, result.decided, result.decided);
    writeStart(folder, { ...start, sealed: result.sealed });
  }
  return result;
}

async function loadDirectory(request: RunRequest): Promise<CrmDirectory> {
  const directory = emptyDirectory();
  if (request.accountsFile !== null) {
    await readAccounts(directory, request.accountsFile);
  }
  if (request.contactsFile !== null) {
    await readContacts(directory, request.contactsFile);
  }
  if (request.activitiesFile !== null) {
    await readActivities(directory, request.activitiesFile);
  }
  return directory;
}

type Work = {
  request: RunRequest;
  watch: RunWatch;
  mapping: Mapping;
  directory: CrmDirectory;
  result: RunResult;
  records: EarlierRecords;
  span: Span;
  /** The leads of this file so far: the same lead twice must not be given out twice. */
  seen: NumberSet;
};

/** Decides row by row; false when it was stopped before the last. */
async function decideRows(work: Work): Promise<boolean> {
  const { result, watch } = work;
  const { rosterFile, context } = result.run;
  const lists = readLookupLists(rosterFile.employeeDomains, rosterFile.competitorDomains);
  const decider = new LeadDecider(context, lists, work.directory);
  const opened = await openRowFile(work.request.leadsFile, '--leads');
  const writer = new LogWriter(result.folder.file('decisions.jsonl'));
  let instant = work.span.first;
  let rows = 0;
  try {
    for await (const row of opened.rows) {
      if (watch.isStopped()) {
        return false;
      }
      rows += 1;
      instant = decideRow(work, writer, decider, row, instant);
      if (rows % 100 === 0) {
        watch.onProgress('deciding', row.bytes, opened.totalBytes, result.decided);
      }
    }
    if (result.decided < work.records.hashes.length) {
      throw new RunError([moreRecordsThanLeads(result, work.records.hashes.length)]);
    }
    watch.onProgress('deciding', opened.totalBytes, opened.totalBytes, result.decided);
    return true;
  } finally {
    writer.close();
  }
}

/** Decides and stores one row; returns the time at which the next one stands when it names none. */
function decideRow(work: Work, writer: LogWriter, decider: LeadDecider, row: FileRow, instant: number): number {
  const { result, records } = work;
  if (row.kind === 'broken') {
    note(result, row.message);
    return instant;
  }
  noteUnnamed(result, work.mapping, row.cells);
  const lead = leadOfRow(row.cells, row.line, work.mapping, instant);
  if (!work.seen.add(numberOfText(lead.submission.submissionKey))) {
    note(result, repeatedLead(row.line, work.request.leadsFile));
    return instant;
  }
  const decision = decider.decide(lead);
  const place = result.decided;
  const decisionHash = store(records, writer, place, decision);
  const isErased = records.erased.has(place);
  result.collector?.add(entryOfDecision(place + 1, decision, decisionHash, isErased));
  const telling = isErased ? 0 : tellingTurn(decision);
  if (place === 0 || telling > result.exampleTelling) {
    result.exampleId = exampleId(place + 1, decision, isErased);
    result.exampleTelling = telling;
  }
  result.decided += 1;
  return lead.submission.receivedAt;
}

/** How well a decision shows what a fair turn is: best one within working hours, in the first pool that was asked. */
function tellingTurn({ assignment }: Decision): number {
  if (!assignment.consumedTurn) {
    return 0;
  }
  const isPlain = assignment.basis === 'turn' && assignment.tries.every((one) => !one.isHoursIgnored);
  return isPlain ? 2 : 1;
}

/** The lead's id, or its row where the id could be an address, would need quotes, or was erased. */
function exampleId(row: number, decision: Decision, isErased: boolean): string {
  const id = decision.assessment.input.submission.submissionKey;
  return !isErased && /^[\w.:-]{1,60}$/.test(id) ? id : `#${row}`;
}

/** Writes a new record; of one that an earlier start wrote it only checks that it came out the same again. */
function store(records: EarlierRecords, writer: LogWriter, place: number, decision: Decision): string {
  const decisionHash = hashText(decision.decisionText);
  const known = records.hashes[place];
  if (known === undefined) {
    const salt = newSalt();
    writer.add(
      writeEntry({
        row: place + 1,
        decisionText: decision.decisionText,
        decisionHash,
        personalText: decision.personalText,
        personalHash: hashPersonal(salt, decision.personalText),
        salt,
      }),
    );
  } else if (known !== hashStart(decisionHash)) {
    throw new RunError([
      {
        code: 'RUN107',
        about: `row ${place + 1}`,
        found: 'decides otherwise than the record that is already there',
        next: 'use the version of Signalbox that began the run, or begin anew with --fresh. No record was changed.',
      },
    ]);
  }
  return decisionHash;
}

function moreRecordsThanLeads(result: RunResult, records: number): RunMessage {
  return {
    code: 'RUN107',
    about: result.folder.file('decisions.jsonl'),
    found: `holds ${records} records, where the file has ${result.decided} leads`,
    next: 'restore the log, or begin anew with --fresh. No record was changed.',
  };
}

/** In JSON a name can come up after the lines that were looked at for the mapping. */
function noteUnnamed(result: RunResult, mapping: Mapping, cells: Map<string, string>): void {
  for (const name of cells.keys()) {
    if (!Object.hasOwn(mapping.columns, name) && result.unnamedFields.length < mostUnnamedFields) {
      if (!result.unnamedFields.includes(name)) {
        result.unnamedFields.push(name);
      }
    }
  }
}

function note(result: RunResult, message: RunMessage): void {
  result.messageCount += 1;
  if (result.messages.length < mostKeptMessages) {
    result.messages.push(message);
  }
  appendFileSync(result.folder.file('problems.jsonl'), `${JSON.stringify(message)}\n`);
}

function repeatedLead(line: number, leadsFile: string): RunMessage {
  return {
    code: 'EDG005',
    about: `${path.basename(leadsFile)}, row that ends on line ${line}`,
    found: 'a lead with an id that was there before',
    next: 'give every lead an id of its own. The first of them was decided, once; this row was left out.',
  };
}
