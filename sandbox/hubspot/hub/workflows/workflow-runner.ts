import type { RecordChange } from '../../records/record-change.ts';
import type { FunctionOutcome } from '../functions/function-run.ts';
import type { Execution } from '../functions/function-runner.ts';
import type { PendingWork } from '../http/pending-work.ts';
import type { Timers } from '../http/timers.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { BlockedActions } from './blocked-actions.ts';
import { callAction, usualActionOptions, type ActionOptions } from './call-action.ts';
import { checkWorkflow, type UsableAction } from './check-workflow.ts';
import { OwnSteps } from './own-steps.ts';
import { runCode } from './run-code.ts';
import { plainOutcome, stepInputs, type Passage } from './step-values.ts';
import type { CodeStep, NewWorkflow, StepOutcome, Workflow, WorkflowRun, WorkflowStep } from './workflow.ts';
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
  readonly apiUrl: () => string;
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
  private readonly ownSteps = new OwnSteps();
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
    const at = this.parts.now();
    const added = {
      ...workflow,
      workflowId: this.parts.newNumber(),
      portalId,
      objectTypeId,
      isEnabled: workflow.isEnabled ?? true,
      revision: 1,
      createdAt: at,
      updatedAt: at,
    };
    this.workflows.push(added);
    return added;
  }

  /** Those of a portal, in the order in which they came. */
  list(portalId: number): Workflow[] {
    return this.workflows.filter((each) => each.portalId === portalId);
  }

  /** Switches a workflow on or off. Records that are in it go on. */
  setEnabled(portalId: number, workflowId: number, isEnabled: boolean): void {
    const place = this.workflows.indexOf(this.find(portalId, workflowId));
    const before = this.workflows[place]!;
    this.workflows[place] = { ...before, isEnabled, revision: before.revision + 1, updatedAt: this.parts.now() };
  }

  /** Enrols whatever a change of the portal meets. */
  notice(portalId: number, change: RecordChange): void {
    for (const workflow of this.workflows) {
      if (workflow.portalId !== portalId || workflow.objectTypeId !== change.objectTypeId) continue;
      if (!workflow.isEnabled) continue;
      if (isTrigger(workflow, change)) void this.enrol(workflow, change.objectId, false);
    }
  }

  /** Enrols a record by hand, also one that was in it before. */
  run(portalId: number, workflowId: number, objectId: string): Promise<WorkflowRun> {
    return this.enrol(this.find(portalId, workflowId), objectId, true)!;
  }

  outputNamesOf(callbackId: string): readonly string[] {
    return this.outputNames.get(callbackId) ?? [];
  }

  private find(portalId: number, workflowId: number): Workflow {
    const found = this.list(portalId).find((each) => each.workflowId === workflowId);
    if (found === undefined) throw new WorkflowError('WFL002', `Portal ${portalId} has no workflow ${workflowId}.`);
    return found;
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
      run.steps.push(await this.take({ portal, workflow, run }, place, step));
    }
    run.state = 'done';
    return run;
  }

  private async take(passage: Passage, place: number, step: WorkflowStep): Promise<StepOutcome> {
    if ('set' in step) return this.ownSteps.setProperty(passage, step);
    if ('rotateAmong' in step) return this.ownSteps.rotate(passage, place, step);
    if ('codeFile' in step) return this.executeCode(passage, place, step);
    if ('action' in step) return this.execute(passage, place, step);
    await this.parts.timers.sleep(step.waitMillis);
    return plainOutcome('succeeded');
  }

  private async execute(
    passage: Passage,
    place: number,
    step: Extract<WorkflowStep, { action: string }>,
  ): Promise<StepOutcome> {
    const { portal, workflow, run } = passage;
    const usable = this.parts.findAction(run.portalId, step.action);
    if (usable === null) return plainOutcome('failed', 'The app was uninstalled.');
    const { app, action } = usable;
    const inputs = stepInputs(passage, step.inputs);
    const missing = action.inputs.find(({ name, isRequired }) => isRequired && inputs[name] === undefined);
    if (missing !== undefined) return plainOutcome('failed', `The required input "${missing.name}" is empty.`);
    const callbackId = callbackIdOf(run, place);
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
    if (result.state !== 'blocked') return { ...plainOutcome(result.state), ...outcome, outputs: result.outputs };
    return this.block(run, app.appId, result.expiresInMillis, outcome);
  }

  private async executeCode(passage: Passage, place: number, step: CodeStep): Promise<StepOutcome> {
    const { portal, workflow, run } = passage;
    const objectType = portal.records.schema.type(workflow.objectTypeId).name.toUpperCase();
    const event = {
      origin: { portalId: run.portalId, actionDefinitionId: workflow.workflowId },
      object: { objectType, objectId: Number(run.objectId) },
      inputFields: stepInputs(passage, step.inputs),
      callbackId: callbackIdOf(run, place),
    };
    const { timers, execute, apiUrl } = this.parts;
    const parts = { timers, execute, retryScale: this.options.retryScale, apiUrl: apiUrl() };
    await this.enter();
    return runCode({ portal, step, event }, parts).finally(() => this.leave());
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
    if (result === 'expired') return { ...plainOutcome('failed', 'Nobody completed it in time.'), ...outcome };
    return { ...plainOutcome(result.state), ...outcome, outputs: result.state === 'blocked' ? {} : result.outputs };
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

function callbackIdOf({ portalId, runId }: WorkflowRun, place: number): string {
  return `ap-${portalId}-${runId}-${place}-0`;
}
