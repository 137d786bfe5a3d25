import { RecordRefusal } from '../../records/record-refusal.ts';
import { plainOutcome, stepValue, type Passage } from './step-values.ts';
import type { StepOutcome, WorkflowStep } from './workflow.ts';

type SetStep = Extract<WorkflowStep, { set: string }>;
type RotationStep = Extract<WorkflowStep, { rotateAmong: readonly number[] }>;

/** The steps that HubSpot takes by itself. */
export class OwnSteps {
  /** How many turns each rotation took. */
  private readonly turns = new Map<string, number>();

  setProperty(passage: Passage, { set, to }: SetStep): StepOutcome {
    return write(passage, set, stepValue(passage, to) ?? '');
  }

  /** Whoever is next gets the record, whether they are there or not. */
  rotate(passage: Passage, place: number, { rotateAmong, overwrites }: RotationStep): StepOutcome {
    const { portal, workflow, run } = passage;
    const record = portal.records.findRecord(workflow.objectTypeId, run.objectId);
    if (overwrites !== true && record?.has('hubspot_owner_id') === true) return plainOutcome('succeeded');
    const key = `${workflow.workflowId} ${place}`;
    const turn = this.turns.get(key) ?? 0;
    this.turns.set(key, turn + 1);
    const user = portal.findUser(rotateAmong[turn % rotateAmong.length]!);
    return write(passage, 'hubspot_owner_id', user?.ownerId ?? '');
  }
}

function write({ portal, workflow, run }: Passage, property: string, value: string): StepOutcome {
  const source = {
    sourceType: 'AUTOMATION_PLATFORM',
    sourceId: `${workflow.objectTypeId === '0-1' ? 'contact-' : ''}flow-${workflow.workflowId}`,
    userId: null,
  };
  try {
    portal.records.updateRecord(workflow.objectTypeId, run.objectId, { [property]: value }, source);
    return plainOutcome('succeeded');
  } catch (error) {
    if (!(error instanceof RecordRefusal)) throw error;
    return plainOutcome('failed', `The portal refused the value: ${error.category}.`);
  }
}
