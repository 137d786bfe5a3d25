import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadFailure, ThreadJob, ThreadMessage } from './thread-messages.ts';

const program = path.join(import.meta.dirname, 'function-thread.ts');
/** How much longer than its own time a thread may take before it is ended from outside: a busy loop does not end itself. */
const graceMillis = 200;

/** What a thread is made with. */
export type ThreadSettings = {
  /** All that `process.env` holds there. */
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
};

export type ThreadResult = {
  readonly outcome: Extract<ThreadMessage, { kind: 'returned' | 'failed' }>;
  readonly tookMillis: number;
  readonly log: string;
  /** Whether the thread can be given another job. */
  readonly isAlive: boolean;
};

/** A thread of its own memory and environment. It executes one job at a time. */
export function startThread({ environment, memoryMegabytes }: ThreadSettings): Worker {
  const thread = new Worker(program, {
    env: { ...environment },
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    stdout: true,
    stderr: true,
  });
  thread.unref();
  // Whatever goes wrong in it between jobs is nobody's concern.
  thread.on('error', () => undefined);
  return thread;
}

/** Executes a job in a thread, and ends the thread where the job does not come to an end. */
export function runInThread(thread: Worker, job: ThreadJob): Promise<ThreadResult> {
  return new Promise((resolve) => {
    let begunAt = performance.now();
    let log = '';
    let watch: NodeJS.Timeout | undefined;
    const hear = (message: ThreadMessage): void => {
      if (message.kind === 'log') log += message.text;
      else if (message.kind === 'begun') {
        begunAt = performance.now();
        watch = setTimeout(() => end(timeout(job), false), job.timeoutMillis + graceMillis);
      } else end(message, true);
    };
    const fail = (error: Error & { code?: string }): void => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(isMemory ? failure('OUT_OF_MEMORY', 'Out of memory') : failure('UNCAUGHT_ERROR', String(error)), false);
    };
    // It ends by itself when nothing is left that it could wait for: then it has returned nothing.
    const exit = (code: number): void => {
      end(code === 0 ? { kind: 'returned', value: null } : failure('ENDED', `Process exited with ${code}`), false);
    };
    const end = (outcome: ThreadResult['outcome'], isAlive: boolean): void => {
      clearTimeout(watch);
      thread.off('message', hear).off('error', fail).off('exit', exit);
      resolve({ outcome, tookMillis: performance.now() - begunAt, log, isAlive });
    };
    thread.on('message', hear).on('error', fail).on('exit', exit);
    thread.postMessage(job);
  });
}

function timeout({ timeoutMillis }: ThreadJob): ThreadFailure {
  return failure('TIMEOUT', `Task timed out after ${(timeoutMillis / 1000).toFixed(2)} seconds`);
}

function failure(reason: ThreadFailure['reason'], exception: string): ThreadFailure {
  return { kind: 'failed', reason, exception, status: null };
}
