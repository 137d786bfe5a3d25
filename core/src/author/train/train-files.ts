import type { Policy } from '../../decide/model/policy.ts';
import { hasProposal, proposePolicy } from '../learn/publish/propose-policy.ts';
import { writeTrainingReport } from '../learn/report/write-training-report.ts';
import type { LeadTable } from '../learn/table/lead-table.ts';
import { lookAtHistory, train, type LookedAtHistory } from '../learn/train.ts';
import type { Training, TrainingSettings } from '../learn/training.ts';
import { chooseMapping } from '../run/choose-mapping.ts';
import type { Mapping } from '../run/mapping.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { loadPolicy } from '../run/run-context.ts';
import { RunFolder } from '../run/run-folder.ts';
import { StoppedEarly, type RunMessage } from '../run/run-message.ts';
import type { MappingOrigin } from '../run/run-request.ts';
import { writeFileWhole } from '../run/write-file.ts';
import { readHistory, type HistoryFiles, type HistoryWatch, type ReadHistory } from './read-history.ts';
import { countLargeActivities, isPrepared, readPreparedHistory } from './read-large-history.ts';
import { readTrainingSettings } from './training-settings.ts';

/** What a training on files is made of. */
export type TrainingRequest = HistoryFiles & {
  mapFile: string | null;
  policyFile: string | null;
  settingsFile: string | null;
  horizonDays: number | null;
  landmarkDays: number | null;
  outFolder: string;
  now: number;
};

export type TrainingWatch = HistoryWatch & {
  onMapping: (mapping: Mapping, headers: string[], origin: MappingOrigin) => void;
};

/** A history that was read, with all that training it takes. */
export type OpenedHistory = {
  folder: RunFolder;
  policy: Policy;
  settings: TrainingSettings;
  table: LeadTable;
  messages: RunMessage[];
  asOf: number;
};

/** Reads policy, settings, mapping and history. */
export async function openHistory(request: TrainingRequest, watch: TrainingWatch): Promise<OpenedHistory> {
  const policy = loadPolicy(request.policyFile);
  const settings = readTrainingSettings(request.settingsFile, request, policy);
  const folder = new RunFolder(request.outFolder);
  folder.open();
  const { table, messages } = isPrepared(request)
    ? await readPreparedHistory(request, policy, watch)
    : await readRows(request, folder, policy, watch);
  await countLargeActivities(request, table, policy, settings.landmarkDays, watch);
  return { folder, policy, settings, table, messages, asOf: request.asOf ?? lastInstant(table, request.now) };
}

async function readRows(
  request: TrainingRequest,
  folder: RunFolder,
  policy: Policy,
  watch: TrainingWatch,
): Promise<ReadHistory> {
  const { mapping } = await chooseMapping(request, folder, true, watch);
  return readHistory(request, mapping, policy, watch);
}

/** Looks at a history without learning from it. */
export function inspectHistory({ table, settings, asOf }: OpenedHistory): LookedAtHistory {
  return lookAtHistory(table, settings, asOf);
}

/** Learns from a history that was read, and writes nothing. */
export async function trainHistory(
  history: OpenedHistory,
  request: TrainingRequest,
  watch: TrainingWatch,
): Promise<Training> {
  const { table, policy, settings, asOf } = history;
  return train(
    table,
    policy,
    settings,
    { asOf, now: request.now },
    {
      onProgress: async (phase, done, all) => {
        watch.onProgress(phase, done, all, table.rowCount);
        // A signal to stop is only heard between turns of the event loop.
        await new Promise((resolve) => setImmediate(resolve));
        if (watch.isStopped()) {
          throw new StoppedEarly();
        }
      },
    },
  );
}

/** Writes the model card, the report, and the draft where something was learned. */
export async function keepTraining(
  { folder, policy }: OpenedHistory,
  training: Training,
): Promise<{ hasDraft: boolean }> {
  writeFileWhole(folder.file('training.json'), `${JSON.stringify(training)}\n`);
  await writeTrainingReport(training, folder.file('training.html'));
  const hasDraft = hasProposal(training);
  if (hasDraft) {
    const draft = proposePolicy(policy, training);
    const { messages } = readPolicy(JSON.stringify(draft), 'the draft');
    if (messages.length > 0) {
      throw new Error(`A proposed policy does not read: ${messages.map(({ found }) => found).join('; ')}`);
    }
    writeFileWhole(folder.file('policy.json'), `${JSON.stringify(draft, null, 2)}\n`);
  }
  return { hasDraft };
}

function lastInstant(table: LeadTable, now: number): number {
  let last = 0;
  for (const instants of [table.arrivedAt, table.closedAt]) {
    for (const instant of instants) {
      last = instant <= now && instant > last ? instant : last;
    }
  }
  return last === 0 ? now : last;
}
