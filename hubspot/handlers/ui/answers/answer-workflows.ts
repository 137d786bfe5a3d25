import { CrmError } from '../../crm/crm-error.ts';
import type { PortalWorkflow } from '../../crm/crm.ts';
import { answered, type UiAnswer } from '../ui-answer.ts';
import type { WorkflowsForm } from '../ui-forms.ts';
import type { UiPortal } from './ui-portal.ts';

const ownerProperty = 'hubspot_owner_id';
/** HubSpot's own action that gives a record to the next of some users. */
const rotateActionTypeId = '0-11';

/** Workflows that set owners as well: two who do the same undo each other's work. */
export async function answerWorkflows({ crm }: UiPortal): Promise<UiAnswer<WorkflowsForm>> {
  let all: PortalWorkflow[];
  try {
    all = await crm.listWorkflows();
  } catch (error) {
    if (!(error instanceof CrmError) || !['forbidden', 'notFound'].includes(error.failure)) {
      throw error;
    }
    return answered({
      state: 'unknown',
      words: 'The app may not read workflows, or the plan has none. Look through them for actions that set an owner.',
      workflows: [],
    });
  }
  const workflows = all.flatMap((workflow) => {
    const what = whatItSets(workflow);
    return what === null ? [] : [{ id: workflow.id, name: workflow.name, isOn: workflow.isOn, what }];
  });
  return answered({
    state: 'known',
    words:
      workflows.length === 0 ? 'No workflow of this portal sets an owner.' : 'These workflows set an owner as well.',
    workflows,
  });
}

function whatItSets({ actions }: PortalWorkflow): string | null {
  if (actions.some(({ actionTypeId }) => actionTypeId === rotateActionTypeId)) {
    return 'rotates records among users';
  }
  return actions.some(({ propertyName }) => propertyName === ownerProperty) ? 'sets the owner' : null;
}
