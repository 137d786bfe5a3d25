import { existsSync } from 'node:fs';
import type { HubPortal } from '../portals/hub-portal.ts';
import { isAtLeast } from '../oauth/scopes-by-tier.ts';
import type { ActionDefinition, HubSpotApp } from '../apps/hubspot-app.ts';
import type { CodeStep, NewWorkflow, StepValue, WorkflowStep } from './workflow.ts';
import { WorkflowError } from './workflow-error.ts';

const mostInputs = 50;

/** An action that a portal's workflows can use, with its app. */
export type UsableAction = { readonly app: HubSpotApp; readonly action: ActionDefinition };

/**
 * Checks a workflow as HubSpot's editor does.
 *
 * @param findAction by uid, among the apps that the portal has
 * @returns the type id of the records that go through it
 * @throws WorkflowError
 */
export function checkWorkflow(
  portal: HubPortal,
  workflow: NewWorkflow,
  findAction: (uid: string) => UsableAction | null,
): string {
  if (!isAtLeast(portal.tier, 'pro')) {
    throw new WorkflowError(
      'WFL001',
      `Portal ${portal.portalId} is on ${portal.tier}; workflows need pro or enterprise.`,
    );
  }
  const type = portal.records.schema.findType(workflow.objectType);
  if (type === null) {
    throw new WorkflowError('WFL002', `Portal ${portal.portalId} has no object type "${workflow.objectType}".`);
  }
  const refuseUnknown = (property: string): void => {
    if (type.definitions.has(property)) return;
    throw new WorkflowError('WFL004', `Records of type "${workflow.objectType}" have no property "${property}".`);
  };
  if ('property' in workflow.enrolOn) refuseUnknown(workflow.enrolOn.property);
  for (const [place, step] of workflow.steps.entries()) {
    for (const value of valuesOf(step)) {
      if ('property' in value) refuseUnknown(value.property);
      if ('ofStep' in value && !isActionBefore(workflow.steps, value.ofStep, place)) {
        throw new WorkflowError(
          'WFL005',
          `Step ${place} takes an output of step ${value.ofStep}, which is no earlier action.`,
        );
      }
    }
    if ('set' in step) refuseUnknown(step.set);
    if ('action' in step) checkAction(step, type.name, findAction(step.action));
    if ('codeFile' in step) checkCode(portal, step);
    if ('rotateAmong' in step) checkRotation(portal, step.rotateAmong, () => refuseUnknown('hubspot_owner_id'));
  }
  return type.objectTypeId;
}

function checkAction(
  step: Extract<WorkflowStep, { action: string }>,
  typeName: string,
  usable: UsableAction | null,
): void {
  if (usable === null) {
    throw new WorkflowError('WFL003', `No app of the portal has a published action "${step.action}" for workflows.`);
  }
  const { objectTypes, inputs } = usable.action;
  if (objectTypes.length > 0 && !objectTypes.includes(typeName.toUpperCase())) {
    throw new WorkflowError('WFL003', `The action "${step.action}" is for ${objectTypes.join(', ')} only.`);
  }
  const given = Object.keys(step.inputs ?? {});
  const unknown = given.filter((name) => !inputs.some((input) => input.name === name));
  const missing = inputs.filter(({ name, isRequired }) => isRequired && !given.includes(name)).map(({ name }) => name);
  if (unknown.length > 0 || missing.length > 0) {
    const parts = [
      ...unknown.map((name) => `has no input "${name}"`),
      ...missing.map((name) => `requires the input "${name}"`),
    ];
    throw new WorkflowError('WFL005', `The action "${step.action}" ${parts.join(' and ')}.`);
  }
}

function checkRotation(portal: HubPortal, userIds: readonly number[], checkOwner: () => void): void {
  checkOwner();
  const unknown = userIds.find((userId) => portal.findUser(userId) === null);
  if (unknown === undefined && userIds.length > 0) return;
  const what = unknown === undefined ? 'nobody' : `user ${unknown}, whom the portal does not have`;
  throw new WorkflowError('WFL005', `A rotation gives records to ${what}.`);
}

function checkCode(portal: HubPortal, { codeFile, inputs = {} }: CodeStep): void {
  if (!isAtLeast(portal.hubs.data, 'pro')) {
    const has = `it has ${portal.hubs.data}`;
    throw new WorkflowError(
      'WFL001',
      `Custom code needs Data Hub pro or enterprise in portal ${portal.portalId}; ${has}.`,
    );
  }
  if (!existsSync(codeFile)) throw new WorkflowError('WFL003', `There is no file ${codeFile} with code.`);
  const taken = Object.keys(inputs).length;
  if (taken > mostInputs) throw new WorkflowError('WFL005', `Code takes at most ${mostInputs} inputs, not ${taken}.`);
}

function valuesOf(step: WorkflowStep): readonly StepValue[] {
  if ('set' in step) return [step.to];
  return 'inputs' in step ? Object.values(step.inputs ?? {}) : [];
}

function isActionBefore(steps: readonly WorkflowStep[], ofStep: number, place: number): boolean {
  const step = steps[ofStep];
  return ofStep < place && step !== undefined && ('action' in step || 'codeFile' in step);
}
