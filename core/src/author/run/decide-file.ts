import { createHash } from 'node:crypto';
import { appendFileSync, createReadStream, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Decision } from '../../decide/index.ts';
import type { Mode } from '../../decide/model/policy.ts';
import type { Submission } from '../../decide/model/submission.ts';
import type { ReportEntry } from '../report/report-data.ts';
import type { ReportCollector } from '../report/create-report-collector.ts';
import { emptyDirectory, readAccounts, readActivities, readContacts, type CrmDirectory } from './crm-directory.ts';
import { LogWriter, mendLog, readLog, writeEntry } from './decision-log.ts';
import { hashPersonal, hashText, newSalt } from './hash-text.ts';
import { LeadDecider } from './lead-decider.ts';
import { leadOfRow } from './lead-of-row.ts';
import { readLookupLists } from './look-up-lists.ts';
import { checkMapping, guessMapping, readMapping, type Mapping } from './mapping.ts';
import { openLeadFile } from './read-rows.ts';
import { recordOfText } from './read-record.ts';
import { loadContext, type RunContext } from './run-context.ts';
import { readStart, RunFolder, writeStart, type RunStart } from './run-folder.ts';
import { RunError, type RunMessage } from './run-message.ts';

/** What a run is made of. Everything but the leads has a default. */
export type RunRequest = {
  leadsFile: string;
  mapFile: string | null;
  policyFile: string | null;
  rosterFile: string | null;
  accountsFile: string | null;
  contactsFile: string | null;
  activitiesFile: string | null;
  outFolder: string;
  mode: Mode | null;
  /** Drops what an earlier run left in the folder. */
  isFresh: boolean;
  startedAt: number;
};

/** What the caller may follow while a run goes on. */
export type RunWatch = {
  onMapping: (mapping: Mapping, isGuessed: boolean) => void;
  onProgress: (phase: 'reading' | 'deciding', bytes: number, totalBytes: number, rows: number) => void;
  collectorFor: (run: RunContext) => ReportCollector | null;
  isStopped: () => boolean;
};

export type RunResult = {
  folder: RunFolder;
  run: RunContext;
  decided: number;
  /** How many of them an earlier start had decided already. */
  continued: number;
  messages: RunMessage[];
  messageCount: number;
  isStopped: boolean;
  collector: ReportCollector | null;
};

const mostKeptMessages = 50;
const dayMillis = 86_400_000;

/** Decides every lead of a file and stores the records. Started again in the same folder it goes on where it stopped. */
export async function decideFile(request: RunRequest, watch: RunWatch): Promise<RunResult> {
  const folder = new RunFolder(request.outFolder);
  const opened = await openLeadFile(request.leadsFile);
  const mapping = chooseMapping(request, opened.headers, folder, watch);
  const span = await readSpan(request, mapping, watch);
  const run = loadContext(request.policyFile, request.rosterFile, request.mode, span.first - 32 * dayMillis, span.last + 400 * dayMillis);
  const directory = await loadDirectory(request);
  const start = startFor(request, run, span.leadsHash);
  const continued = await continueOrStart(folder, start, request.isFresh);
  folder.keepSnapshots(run.snapshots);
  const collector = watch.collectorFor(run);
  const result: RunResult = {
    folder,
    run,
    decided: 0,
    continued: continued.length,
    messages: [],
    messageCount: 0,
    isStopped: false,
    collector,
  };
  for (const message of directory.messages) {
    note(result, message);
  }
  await decideRows({ request, watch, mapping, run, directory, result, continued, span });
  if (!result.isStopped) {
    writeStart(folder, { ...start, isFinished: true });
  }
  return result;
}

function chooseMapping(request: RunRequest, headers: string[], folder: RunFolder, watch: RunWatch): Mapping {
  const isGuessed = request.mapFile === null;
  const mapping = isGuessed ? guessMapping(headers) : readMapping(request.mapFile!);
  const messages = checkMapping(mapping, headers, request.leadsFile);
  if (isGuessed) {
    folder.open();
    writeFileSync(folder.file('mapping.json'), `${JSON.stringify(mapping, null, 2)}\n`);
  }
  watch.onMapping(mapping, isGuessed);
  if (messages.length > 0) {
    throw new RunError(messages);
  }
  folder.open();
  return mapping;
}

type Span = { first: number; last: number; leadsHash: string };

/** Reads the file once for the time it spans and for its hash: the calendars must reach from the first lead to the last. */
async function readSpan(request: RunRequest, mapping: Mapping, watch: RunWatch): Promise<Span> {
  const opened = await openLeadFile(request.leadsFile);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let rows = 0;
  for await (const row of opened.rows) {
    rows += 1;
    if (row.kind === 'row') {
      const receivedAt = leadOfRow(row.cells, row.line, mapping, Number.NaN).submission.receivedAt;
      if (!Number.isNaN(receivedAt)) {
        first = Math.min(first, receivedAt);
        last = Math.max(last, receivedAt);
      }
    }
    if (rows % 500 === 0) {
      watch.onProgress('reading', row.bytes, opened.totalBytes, rows);
    }
  }
  if (!Number.isFinite(first)) {
    first = last = request.startedAt;
  }
  return { first, last, leadsHash: await hashFile(request.leadsFile) };
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(file)) {
    hash.update(block as Buffer);
  }
  return hash.digest('hex');
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

function startFor(request: RunRequest, run: RunContext, leadsHash: string): RunStart {
  return {
    runFormat: 1,
    leadsFile: path.basename(request.leadsFile),
    leadsHash,
    startedAt: request.startedAt,
    policyHash: run.context.policyHash,
    rosterHash: run.context.rosterHash,
    calendarsHash: run.context.calendarsHash,
    isFinished: false,
  };
}

/** The decision hashes that an earlier start of the same run left behind; none for a new one. */
async function continueOrStart(folder: RunFolder, start: RunStart, isFresh: boolean): Promise<number[]> {
  const earlier = readStart(folder);
  if (earlier !== null && !isFresh) {
    const differing = (['leadsHash', 'policyHash', 'rosterHash', 'calendarsHash'] as const).filter(
      (name) => earlier[name] !== start[name],
    );
    if (differing.length > 0) {
      throw new RunError([
        {
          code: 'RUN105',
          about: folder.folder,
          found: `holds a run that began otherwise (${differing.map((name) => name.replace('Hash', '')).join(', ')} changed)`,
          next: 'choose another folder with --out, or begin anew there with --fresh. Its records are untouched.',
        },
      ]);
    }
    mendLog(folder.file('decisions.jsonl'));
    rmSync(folder.file('problems.jsonl'), { force: true });
    return decidedHashes(folder);
  }
  for (const name of ['decisions.jsonl', 'seals.jsonl', 'problems.jsonl', 'report.html'] as const) {
    rmSync(folder.file(name), { force: true });
  }
  writeStart(folder, start);
  return [];
}

async function decidedHashes(folder: RunFolder): Promise<number[]> {
  const hashes: number[] = [];
  for await (const { line, entry } of readLog(folder.file('decisions.jsonl'))) {
    if (entry === null) {
      throw new RunError([
        {
          code: 'RUN106',
          about: `${folder.file('decisions.jsonl')}, line ${line}`,
          found: 'is not a record',
          next: 'restore the file, or begin anew with --fresh.',
        },
      ]);
    }
    hashes.push(hashStart(entry.decisionHash));
  }
  return hashes;
}

type Work = {
  request: RunRequest;
  watch: RunWatch;
  mapping: Mapping;
  run: RunContext;
  directory: CrmDirectory;
  result: RunResult;
  continued: number[];
  span: Span;
};

async function decideRows(work: Work): Promise<void> {
  const { result, run } = work;
  const lists = readLookupLists(run.rosterFile.employeeDomains, run.rosterFile.competitorDomains);
  const decider = new LeadDecider(run.context, lists, work.directory);
  const opened = await openLeadFile(work.request.leadsFile);
  const writer = new LogWriter(result.folder.file('decisions.jsonl'));
  let instant = work.span.first;
  let rows = 0;
  try {
    for await (const row of opened.rows) {
      rows += 1;
      if (row.kind === 'broken') {
        note(result, row.message);
        continue;
      }
      const lead = leadOfRow(row.cells, row.line, work.mapping, instant);
      instant = lead.submission.receivedAt;
      const decision = decider.decide(lead);
      const decisionHash = store(work, writer, result.decided, decision);
      result.collector?.add(reportEntry(decision, decisionHash, row.line, lead.submission));
      result.decided += 1;
      if (rows % 100 === 0) {
        work.watch.onProgress('deciding', row.bytes, opened.totalBytes, result.decided);
        if (work.watch.isStopped()) {
          result.isStopped = true;
          return;
        }
      }
    }
    work.watch.onProgress('deciding', opened.totalBytes, opened.totalBytes, result.decided);
  } finally {
    writer.close();
  }
}

/** Writes a new record; of one that an earlier start wrote it only checks that it came out the same again. */
function store(work: Work, writer: LogWriter, place: number, decision: Decision): string {
  const decisionHash = hashText(decision.decisionText);
  const known = work.continued[place];
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
        next: 'give the same accounts, contacts and activities as before, or begin anew with --fresh. No record was changed.',
      },
    ]);
  }
  return decisionHash;
}

/** Enough of a hash to tell whether a record came out the same, small enough to hold a million of them. */
function hashStart(hash: string): number {
  return Number.parseInt(hash.slice(0, 13), 16);
}

function reportEntry(decision: Decision, decisionHash: string, rowNumber: number, submission: Submission): ReportEntry {
  const { name, company } = decision.assessment.known.inbound;
  return {
    rowNumber,
    record: recordOfText(decision.decisionText),
    decisionHash,
    arrivedFrom: submission.channel,
    lead: {
      submissionKey: submission.submissionKey,
      personName: [name.firstName, name.lastName].filter((part) => part !== null).join(' '),
      email: submission.email,
      company,
      message: [submission.subject, submission.message].filter((part) => part !== null).join('\n\n') || null,
      receivedAt: submission.receivedAt,
    },
  };
}

function note(result: RunResult, message: RunMessage): void {
  result.messageCount += 1;
  if (result.messages.length < mostKeptMessages) {
    result.messages.push(message);
  }
  appendFileSync(result.folder.file('problems.jsonl'), `${JSON.stringify(message)}\n`);
}

