import type { RecordChange } from '../../records/record-change.ts';
import { RecordRefusal } from '../../records/record-refusal.ts';
import type { FunctionOutcome } from '../functions/function-run.ts';
import type { Execution } from '../functions/function-runner.ts';
import type { PendingWork } from '../http/pending-work.ts';
import type { Timers } from '../http/timers.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { BlockedActions } from './blocked-actions.ts';
import { callAction, usualActionOptions, type ActionOptions } from './call-action.ts';
import { checkWorkflow, type UsableAction } from './check-workflow.ts';
import { runCode } from './run-code.ts';
import type { CodeStep, NewWorkflow, StepOutcome, StepValue, Workflow, WorkflowRun, WorkflowStep } from './workflow.ts';
import { WorkflowError } from './workflow-error.ts';

export type RunnerParts = {
  readonly now: () => number;
  readonly newNumber: () => number;
  readonly timers: Timers;
  readonly pending: PendingWork;
  findPortal(portalId: number): HubPortal | null;
  /** An action by its uid, where the portal has its app. */
  findAction(portalId: number, uid: string): UsableAction | null;
  /** Executes code of a step. */
  readonly execute: (execution: Execution) => Promise<FunctionOutcome>;
  /** Where the API is that code is to call. */
  apiUrl(): string;
};

const mostCallsAtOnce = 20;

/** Runs records through the workflows of all portals. */
export class WorkflowRunner {
  options: ActionOptions = usualActionOptions;
  readonly runs: WorkflowRun[] = [];
  readonly blocked: BlockedActions;
  private readonly parts: RunnerParts;
  private readonly workflows: Workflow[] = [];
  /** The last run of a record through a workflow. */
  private readonly enrolled = new Map<string, WorkflowRun>();
  private readonly outputNames = new Map<string, readonly string[]>();
  private calls = 0;
  private queue: (() => void)[] = [];

  constructor(parts: RunnerParts) {
    this.parts = parts;
    this.blocked = new BlockedActions(parts.timers);
  }

  /** Changes what is named and leaves the rest as it is. */
  set(options: Partial<ActionOptions>): void {
    this.options = { ...this.options, ...options };
  }

  /** @throws WorkflowError where the portal cannot have it */
  add(portal: HubPortal, workflow: NewWorkflow): Workflow {
    const { portalId } = portal;
    const objectTypeId = checkWorkflow(portal, workflow, (uid) => this.parts.findAction(portalId, uid));
    const added = { ...workflow, workflowId: this.parts.newNumber(), portalId, objectTypeId };
    this.workflows.push(added);
    return added;
  }

  /** Enrols whatever a change of the portal meets. */
  notice(portalId: number, change: RecordChange): void {
    for (const workflow of this.workflows) {
      if (workflow.portalId !== portalId || workflow.objectTypeId !== change.objectTypeId) continue;
      if (isTrigger(workflow, change)) void this.enrol(workflow, change.objectId, false);
    }
  }

  /** Enrols a record by hand, also one that was in it before. */
  run(portalId: number, workflowId: number, objectId: string): Promise<WorkflowRun> {
    const workflow = this.workflows.find((each) => each.portalId === portalId && each.workflowId === workflowId);
    if (workflow === undefined) {
      throw new WorkflowError('WFL002', `Portal ${portalId} has no workflow ${workflowId}.`);
    }
    return this.enrol(workflow, objectId, true)!;
  }

  outputNamesOf(callbackId: string): readonly string[] {
    return this.outputNames.get(callbackId) ?? [];
  }

  private enrol(workflow: Workflow, objectId: string, isByHand: boolean): Promise<WorkflowRun> | null {
    const { workflowId, portalId } = workflow;
    const key = `${workflowId} ${objectId}`;
    const before = this.enrolled.get(key);
    // HubSpot does not enrol a record that is on its way through.
    const isIn = before !== undefined && before.state !== 'done';
    if (!isByHand && (isIn || (before !== undefined && workflow.isReenrolling !== true))) return null;
    const run: WorkflowRun = {
      runId: this.parts.newNumber(),
      workflowId,
      portalId,
      objectId,
      begunAt: this.parts.now(),
      state: 'running',
      steps: [],
    };
    this.runs.push(run);
    this.enrolled.set(key, run);
    this.parts.pending.begin();
    return this.walk(workflow, run).finally(() => this.parts.pending.end());
  }

  private async walk(workflow: Workflow, run: WorkflowRun): Promise<WorkflowRun> {
    // A workflow begins when what triggered it is over.
    await Promise.resolve();
    for (const [place, step] of workflow.steps.entries()) {
      const portal = this.parts.findPortal(run.portalId);
      if (portal === null || portal.records.findRecord(workflow.objectTypeId, run.objectId) === null) break;
      if ('waitMillis' in step) {
        await this.parts.timers.sleep(step.waitMillis);
        run.steps.push(done('succeeded'));
      } else if ('set' in step) {
        run.steps.push(this.setProperty(portal, workflow, run, step));
      } else if ('codeFile' in step) {
        run.steps.push(await this.executeCode(portal, workflow, run, place, step));
      } else {
        run.steps.push(await this.execute(portal, workflow, run, place, step));
      }
    }
    run.state = 'done';
    return run;
  }

  private setProperty(
    portal: HubPortal,
    workflow: Workflow,
    run: WorkflowRun,
    step: Extract<WorkflowStep, { set: string }>,
  ): StepOutcome {
    const source = {
      sourceType: 'AUTOMATION_PLATFORM',
      sourceId: `${workflow.objectTypeId === '0-1' ? 'contact-' : ''}flow-${workflow.workflowId}`,
      userId: null,
    };
    const value = this.valueOf(portal, workflow, run, step.to) ?? '';
    try {
      portal.records.updateRecord(workflow.objectTypeId, run.objectId, { [step.set]: value }, source);
      return done('succeeded');
    } catch (error) {
      if (!(error instanceof RecordRefusal)) throw error;
      return { ...done('failed'), reason: `The portal refused the value: ${error.category}.` };
    }
  }

  private async execute(
    portal: HubPortal,
    workflow: Workflow,
    run: WorkflowRun,
    place: number,
    step: Extract<WorkflowStep, { action: string }>,
  ): Promise<StepOutcome> {
    const usable = this.parts.findAction(run.portalId, step.action);
    if (usable === null) return { ...done('failed'), reason: 'The app was uninstalled.' };
    const { app, action } = usable;
    const inputs = this.inputsOf(portal, workflow, run, step.inputs ?? {});
    const missing = action.inputs.find(({ name, isRequired }) => isRequired && inputs[name] === undefined);
    if (missing !== undefined) return { ...done('failed'), reason: `The required input "${missing.name}" is empty.` };
    const callbackId = `ap-${run.portalId}-${run.runId}-${place}-0`;
    this.outputNames.set(callbackId, action.outputs);
    const record = portal.records.findRecord(workflow.objectTypeId, run.objectId);
    const properties = Object.fromEntries(
      action.requestedProperties.map((name) => [name, record?.value(name) ?? null]),
    );
    await this.enter();
    const { result, status, attempts } = await callAction(
      {
        app,
        action,
        callbackId,
        portalId: run.portalId,
        workflowId: workflow.workflowId,
        objectId: run.objectId,
        objectType: portal.records.schema.type(workflow.objectTypeId).name.toUpperCase(),
        properties,
        inputs,
      },
      this.options,
      this.parts,
    ).finally(() => this.leave());
    const outcome = { status, attempts, callbackId };
    if (result.state !== 'blocked') return { ...done(result.state), ...outcome, outputs: result.outputs };
    return this.block(run, app.appId, result.expiresInMillis, outcome);
  }

  private async executeCode(
    portal: HubPortal,
    workflow: Workflow,
    run: WorkflowRun,
    place: number,
    step: CodeStep,
  ): Promise<StepOutcome> {
    const event = {
      origin: { portalId: run.portalId, actionDefinitionId: workflow.workflowId },
      object: {
        objectType: portal.records.schema.type(workflow.objectTypeId).name.toUpperCase(),
        objectId: Number(run.objectId),
      },
      inputFields: this.inputsOf(portal, workflow, run, step.inputs ?? {}),
      callbackId: `ap-${run.portalId}-${run.runId}-${place}-0`,
    };
    await this.enter();
    const { timers, execute } = this.parts;
    const parts = { timers, execute, retryScale: this.options.retryScale, apiUrl: this.parts.apiUrl() };
    return runCode({ portal, step, event }, parts).finally(() => this.leave());
  }

  private inputsOf(
    portal: HubPortal,
    workflow: Workflow,
    run: WorkflowRun,
    inputs: Readonly<Record<string, StepValue>>,
  ): Record<string, string> {
    const filled = Object.entries(inputs).map(
      ([name, value]) => [name, this.valueOf(portal, workflow, run, value) ?? ''] as const,
    );
    return Object.fromEntries(filled.filter(([, text]) => text !== ''));
  }

  // While it waits for the app nothing is under way: whoever waits for the hub does not wait for it.
  private async block(
    run: WorkflowRun,
    appId: number,
    millis: number,
    outcome: { status: number | null; attempts: number; callbackId: string },
  ): Promise<StepOutcome> {
    run.state = 'blocked';
    this.parts.pending.end();
    const wait = millis * this.options.retryScale;
    const result = await this.blocked.wait(outcome.callbackId, run.portalId, appId, wait);
    this.parts.pending.begin();
    run.state = 'running';
    if (result === 'expired') return { ...done('failed'), ...outcome, reason: 'Nobody completed it in time.' };
    return { ...done(result.state), ...outcome, outputs: result.state === 'blocked' ? {} : result.outputs };
  }

  private valueOf(portal: HubPortal, workflow: Workflow, run: WorkflowRun, value: StepValue): string | null {
    if ('value' in value) return value.value;
    if ('output' in value) return run.steps[value.ofStep]?.outputs[value.output] ?? null;
    return portal.records.findRecord(workflow.objectTypeId, run.objectId)?.value(value.property) ?? null;
  }

  private async enter(): Promise<void> {
    if (this.calls < mostCallsAtOnce) this.calls += 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  private leave(): void {
    const next = this.queue.shift();
    // The place is handed on, so that nobody who comes in between takes it.
    if (next === undefined) this.calls -= 1;
    else next();
  }
}

function isTrigger({ enrolOn }: Workflow, change: RecordChange): boolean {
  if ('creation' in enrolOn) return change.kind === 'creation';
  if (!('property' in enrolOn) || change.kind !== 'propertyChange' || change.property !== enrolOn.property)
    return false;
  return enrolOn.value === undefined || enrolOn.value === change.value;
}

function done(state: StepOutcome['state']): StepOutcome {
  return { state, status: null, attempts: 0, callbackId: null, outputs: {}, reason: null };
}
