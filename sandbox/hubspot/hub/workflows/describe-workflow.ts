import { readFileSync } from 'node:fs';
import type { UsableAction } from './check-workflow.ts';
import type { NewWorkflow, StepValue, Workflow, WorkflowStep } from './workflow.ts';

/** Finds an action of an app by its uid; null where the app is gone. */
export type FindAction = (uid: string) => UsableAction | null;

type Described = Readonly<Record<string, unknown>>;

/** A workflow in the list of all. */
export function workflowSummary(workflow: Workflow): Described {
  return {
    id: String(workflow.workflowId),
    name: workflow.name ?? `Workflow ${workflow.workflowId}`,
    flowType: 'WORKFLOW',
    isEnabled: workflow.isEnabled,
    objectTypeId: workflow.objectTypeId,
    revisionId: String(workflow.revision),
    createdAt: new Date(workflow.createdAt).toISOString(),
    updatedAt: new Date(workflow.updatedAt).toISOString(),
  };
}

/** The whole of a workflow, with the actions as HubSpot numbers their types. */
export function describeWorkflow(workflow: Workflow, findAction: FindAction): Described {
  const { steps, objectTypeId } = workflow;
  const actions = steps.map((step, place) => ({
    actionId: idOf(place),
    ...actionOf(step, findAction),
    ...(place + 1 < steps.length && { connection: { edgeType: 'STANDARD', nextActionId: idOf(place + 1) } }),
  }));
  return {
    ...workflowSummary(workflow),
    type: objectTypeId === '0-1' ? 'CONTACT_FLOW' : 'PLATFORM_FLOW',
    ...(steps.length > 0 && { startActionId: idOf(0) }),
    nextAvailableActionId: idOf(steps.length),
    actions,
    enrollmentCriteria: enrollmentOf(workflow),
    timeWindows: [],
    blockedDates: [],
    customProperties: {},
    suppressionListIds: [],
    crmObjectCreationStatus: 'COMPLETE',
    canEnrollFromSalesforce: false,
  };
}

/** Actions count from one. */
function idOf(place: number): string {
  return String(place + 1);
}

function actionOf(step: WorkflowStep, findAction: FindAction): Described {
  if ('set' in step) {
    return single('0-5', { property_name: step.set, association: {}, value: valueOf(step.to) });
  }
  if ('rotateAmong' in step) {
    return single('0-11', {
      user_ids: step.rotateAmong.map(String),
      target_property: 'hubspot_owner_id',
      overwrite_current_owner: String(step.overwrites ?? false),
    });
  }
  if ('waitMillis' in step) {
    return single('0-1', { delta: String(Math.round(step.waitMillis / 60_000)), time_unit: 'MINUTES' });
  }
  if ('codeFile' in step) {
    return {
      type: 'CUSTOM_CODE',
      runtime: 'NODE20X',
      secretNames: step.secrets ?? [],
      sourceCode: readFileSync(step.codeFile, 'utf8'),
      inputFields: Object.entries(step.inputs ?? {}).map(([name, value]) => ({ name, value: valueOf(value) })),
      outputFields: (step.outputs ?? []).map((name) => ({ name, type: 'STRING' })),
    };
  }
  const { action } = findAction(step.action) ?? { action: null };
  const inputs = Object.entries(step.inputs ?? {}).map(([name, value]) => [name, valueOf(value)] as const);
  return single(`1-${action?.definitionId ?? 0}`, Object.fromEntries(inputs), action?.version ?? 0);
}

function single(actionTypeId: string, fields: Described, actionTypeVersion = 0): Described {
  return { type: 'SINGLE_CONNECTION', actionTypeId, actionTypeVersion, fields };
}

function valueOf(value: StepValue): Described {
  if ('value' in value) return { type: 'STATIC_VALUE', staticValue: value.value };
  if ('property' in value) return { type: 'OBJECT_PROPERTY', propertyName: value.property };
  return { type: 'FIELD_DATA', actionId: idOf(value.ofStep), dataKey: value.output };
}

const objectCreated = '4-1463224';
const propertyChanged = '4-655002';

function enrollmentOf({ enrolOn, isReenrolling }: NewWorkflow): Described {
  const shouldReEnroll = isReenrolling ?? false;
  if ('manual' in enrolOn) return { type: 'MANUAL', shouldReEnroll: true };
  if ('creation' in enrolOn) return eventBased(shouldReEnroll, objectCreated, []);
  const { property, value } = enrolOn;
  const isValue =
    value === undefined
      ? { operator: 'IS_KNOWN', operationType: 'ALL_PROPERTY' }
      : { operator: 'IS_EQUAL_TO', operationType: 'STRING', value };
  return eventBased(shouldReEnroll, propertyChanged, [
    filterOf('hs_name', { operator: 'IS_EQUAL_TO', operationType: 'STRING', value: property }),
    filterOf('hs_value', isValue),
  ]);
}

function filterOf(property: string, operation: Described): Described {
  return { property, operation: { includeObjectsWithNoValueSet: false, ...operation }, filterType: 'PROPERTY' };
}

function eventBased(shouldReEnroll: boolean, eventTypeId: string, filters: readonly Described[]): Described {
  const branch = {
    eventTypeId,
    operator: 'HAS_COMPLETED',
    filterBranchType: 'UNIFIED_EVENTS',
    filterBranchOperator: 'AND',
    filters,
    filterBranches: [],
  };
  return { type: 'EVENT_BASED', shouldReEnroll, eventFilterBranches: [branch], listMembershipFilterBranches: [] };
}
