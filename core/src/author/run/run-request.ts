import type { Mode } from '../../decide/model/policy.ts';
import type { ReportCollector } from '../report/create-report-collector.ts';
import type { Mapping } from './mapping.ts';
import type { RunContext } from './run-context.ts';
import type { RunFolder } from './run-folder.ts';
import type { RunMessage } from './run-message.ts';
import type { SealedEnd } from './seal-run.ts';

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

export type RunPhase = 'reading' | 'deciding' | 'sealing';

/** Where a run's mapping came from. */
export type MappingOrigin = 'guessed' | 'given' | 'kept';

/** What the caller may follow while a run goes on. */
export type RunWatch = {
  onMapping: (mapping: Mapping, headers: string[], origin: MappingOrigin) => void;
  onProgress: (phase: RunPhase, done: number, total: number, rows: number) => void;
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
  /** Null when the run was stopped before its end. */
  sealed: SealedEnd | null;
  collector: ReportCollector | null;
  /** Names a lead that took a fair turn, as "explain" finds it; the first lead where none did. */
  exampleId: string | null;
  exampleTelling: number;
  /** Leads that came before the one above them in the file. */
  earlierThanAbove: number;
  /** Names of JSON fields that the mapping knows nothing of. */
  unnamedFields: string[];
};
