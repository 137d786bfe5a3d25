import type { BuiltinType } from '../define.ts';
import { raise } from '../raise.ts';
import { runningJob } from './running-job.ts';

function queueable() {
  const job = runningJob();
  return job?.kind === 'Queueable'
    ? job
    : raise('System.AsyncException', 'System.AsyncInfo tells of a running queueable job, and none is running.');
}

/** Statics of System.AsyncInfo: how the running queueable stands in its chain. */
export const asyncInfoType: BuiltinType = {
  name: 'System.AsyncInfo',
  kind: 'class',
  statics: {
    'Integer getCurrentQueueableStackDepth()': () => queueable().depth,
    'Integer getMaximumQueueableStackDepth()': () =>
      queueable().greatestDepth ??
      raise('System.AsyncException', 'The running queueable job has no greatest stack depth.'),
    'Boolean hasMaxStackDepth()': () => queueable().greatestDepth !== null,
  },
};
