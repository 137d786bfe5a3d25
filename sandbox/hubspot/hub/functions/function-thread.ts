/** The program of a thread that executes code of apps and workflows, one job after the other. */
import { Console } from 'node:console';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { FailureReason, ThreadJob, ThreadMessage } from './thread-messages.ts';

type Executor = {
  readonly executeFunction: (
    config: object,
    name: string,
    inputs: { readonly parameters: unknown },
    callback: (value: unknown) => void,
  ) => Promise<void>;
};
type ExecutorErrors = {
  readonly ExecutionError: new (...given: never[]) => Error & { reason: FailureReason; cause?: unknown };
  readonly buildBadRequestBody: (error: Error) => {
    readonly errors: readonly { readonly context: { readonly exception: readonly string[] } }[];
  };
};

const port = parentPort!;
const require = createRequire(import.meta.url);
const tell = (message: ThreadMessage): void => port.postMessage(message);
const job = Symbol.for('standIn.job');
const platformVersion = '2026.09';
const adapter = path.join(import.meta.dirname, 'call-module.cjs');

// The package names no way to its executor, so it is taken from its folder.
const serverless = path.join(path.dirname(require.resolve('@hubspot/ui-extensions-dev-server')), 'lib', 'serverless');
const load = (file: string): Promise<unknown> => import(pathToFileURL(path.join(serverless, file)).href);
const { executeFunction } = (await load('executor.js')) as Executor;
// It loads these at its first call; that is no part of the time that the code takes.
const ownRequire = createRequire(path.join(serverless, 'executor.js'));
for (const name of ['@hubspot/local-dev-lib/config', '@hubspot/local-dev-lib/constants/config']) {
  await import(pathToFileURL(ownRequire.resolve(name)).href);
}
const { ExecutionError, buildBadRequestBody } = (await load('errors.js')) as ExecutorErrors;

const toLog = new Writable({
  write(chunk: Buffer, _encoding, done) {
    tell({ kind: 'log', text: chunk.toString('utf8') });
    done();
  },
});
globalThis.console = new Console({ stdout: toLog, stderr: toLog });
const nobody = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

port.on('message', (given: ThreadJob) => void execute(given));

async function execute(given: ThreadJob): Promise<void> {
  // A thread in which nothing is left to do ends, as HubSpot's does; between jobs it waits.
  port.unref();
  Object.defineProperty(globalThis, job, { value: given, configurable: true });
  tell({ kind: 'begun' });
  try {
    const value = given.kind === 'function' ? await executeAsHubSpotDoes(given) : await executeCode(given);
    tell({ kind: 'returned', value });
  } catch (error) {
    tell(failureOf(error));
  }
  port.ref();
}

function executeAsHubSpotDoes({ name, portalId, timeoutMillis, parameters }: ThreadJob): Promise<unknown> {
  const config = {
    accountId: portalId,
    app: { path: import.meta.dirname },
    functionTimeoutMs: timeoutMillis,
    logger: nobody,
    platformVersion,
    // A folder without a file of secrets: those of the account are in the environment already.
    appFunctions: { [name]: { resolvedPath: adapter, secrets: [], componentRoot: import.meta.dirname } },
  };
  return new Promise((resolve, reject) => {
    executeFunction(config, name, { parameters }, resolve).catch(reject);
  });
}

/** The code of a workflow's step says what came of it by its callback. */
function executeCode({ codeFile, context }: ThreadJob): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const load = async (): Promise<void> => {
      const { main } = require(codeFile) as { main?: unknown };
      if (typeof main !== 'function') throw new TypeError('customerPayload.main is not a function');
      await (main as (event: object, callback: (output: unknown) => void) => unknown)(context.content, (output) =>
        resolve(output === undefined ? null : JSON.parse(JSON.stringify(output))),
      );
    };
    load().catch(reject);
  });
}

function failureOf(error: unknown): ThreadMessage {
  if (error instanceof ExecutionError) {
    const exception = buildBadRequestBody(error).errors[0]?.context.exception[0] ?? '';
    return { kind: 'failed', reason: error.reason, exception, status: statusOf(error.cause) };
  }
  return { kind: 'failed', reason: 'UNCAUGHT_ERROR', exception: String(error), status: statusOf(error) };
}

/** The clients that HubSpot names each have a place of their own for it. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const { response, statusCode, code, status } = error as {
    readonly [key: string]: unknown;
    readonly response?: { readonly status?: unknown } | null;
  };
  return [response?.status, statusCode, code, status].find((each) => typeof each === 'number') ?? null;
}
