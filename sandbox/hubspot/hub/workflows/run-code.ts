import path from 'node:path';
import type { FunctionOutcome } from '../functions/function-run.ts';
import type { Execution } from '../functions/function-runner.ts';
import type { Timers } from '../http/timers.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { isRetried, waitAfterFailure } from './retry-waits.ts';
import type { CodeStep, StepOutcome } from './workflow.ts';

/** The code of a step, to be executed for a record. */
export type CodeExecution = {
  readonly portal: HubPortal;
  readonly step: CodeStep;
  /** As HubSpot gives it to `exports.main`. */
  readonly event: {
    readonly origin: { readonly portalId: number; readonly actionDefinitionId: number };
    readonly object: { readonly objectType: string; readonly objectId: number };
    readonly inputFields: Readonly<Record<string, string>>;
    readonly callbackId: string;
  };
};

export type CodeParts = {
  readonly timers: Timers;
  readonly retryScale: number;
  readonly apiUrl: string;
  readonly execute: (execution: Execution) => Promise<FunctionOutcome>;
};

const mostOutputLength = 65_000;

/**
 * Executes the code of a step until it ends for good. What it throws because the portal was asked too much or failed (429, 5xx)
 * is tried again with growing waits for three days; any other failure is one at once.
 */
export async function runCode({ portal, step, event }: CodeExecution, parts: CodeParts): Promise<StepOutcome> {
  let waited = 0;
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await parts.execute({
      job: {
        kind: 'workflowCode',
        name: step.name ?? path.basename(step.codeFile),
        codeFile: step.codeFile,
        portalId: portal.portalId,
        parameters: null,
        context: { isWhole: true, content: event },
      },
      appId: null,
      calledBy: 'workflow',
      environment: { ...portal.secretsOf(step.secrets ?? []), HUBSPOT_API_URL: parts.apiUrl },
    });
    const { callbackId } = event;
    const status = outcome.state === 'failed' ? outcome.status : outcome.state === 'limited' ? 429 : null;
    const common = { status, attempts, callbackId };
    if (outcome.state === 'returned') {
      return { state: 'succeeded', ...common, outputs: outputsOf(outcome.value, step), reason: null };
    }
    const { wait, isLast } = waitAfterFailure(attempts, waited);
    waited += wait;
    if (isLast || status === null || !isRetried(status)) {
      const reason = outcome.state === 'failed' ? outcome.exception : 'The execution time of this minute is used up.';
      return { state: 'failed', ...common, outputs: {}, reason };
    }
    await parts.timers.sleep(wait * parts.retryScale);
  }
}

/** What the callback said of the outputs that the step has. */
function outputsOf(value: unknown, { outputs = [] }: CodeStep): Record<string, string> {
  const fields =
    typeof value === 'object' && value !== null && 'outputFields' in value ? (value.outputFields ?? {}) : {};
  const known = Object.entries(fields).filter(([name, each]) => outputs.includes(name) && each !== null);
  return Object.fromEntries(known.map(([name, each]) => [name, textOf(each).slice(0, mostOutputLength)]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
