import type { HubPortal } from '../portals/hub-portal.ts';
import type { StepOutcome, StepValue, Workflow, WorkflowRun } from './workflow.ts';

/** A record on its way through a workflow, where it is now. */
export type Passage = { readonly portal: HubPortal; readonly workflow: Workflow; readonly run: WorkflowRun };

/** What a step takes; null where there is nothing to take. */
export function stepValue({ portal, workflow, run }: Passage, value: StepValue): string | null {
  if ('value' in value) return value.value;
  if ('output' in value) return run.steps[value.ofStep]?.outputs[value.output] ?? null;
  return portal.records.findRecord(workflow.objectTypeId, run.objectId)?.value(value.property) ?? null;
}

/** The inputs of a step that have a value. */
export function stepInputs(passage: Passage, inputs: Readonly<Record<string, StepValue>> = {}): Record<string, string> {
  const filled = Object.entries(inputs).map(([name, value]) => [name, stepValue(passage, value) ?? ''] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}

/** An outcome of a step that called nobody. */
export function plainOutcome(state: StepOutcome['state'], reason: string | null = null): StepOutcome {
  return { state, status: null, attempts: 0, callbackId: null, outputs: {}, reason };
}
