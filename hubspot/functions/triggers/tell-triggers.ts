import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { TriggerForm } from '../../handlers/ui/ui-forms.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { seenTriggers } from './seen-triggers.ts';

/**
 * Which ways leads can reach Signalbox in this portal. HubSpot does not tell an app what the portal's plan has, so that most is known
 * only once it was used; until then it is said what it takes.
 */
export async function tellTriggers(portal: PrivatePortal): Promise<TriggerForm[]> {
  const [seen, hasWorkflows] = await Promise.all([seenTriggers(portal.log), canReadWorkflows(portal)]);
  return [
    {
      key: 'workflowAction',
      state: seen.has('workflowAction') ? 'on' : hasWorkflows === false ? 'unavailable' : 'unknown',
      words:
        hasWorkflows === false
          ? 'The app may not see workflows, or the plan has none. They come with Professional plans.'
          : 'Put “Score and route” into a workflow that enrols new contacts, and again where anything else should decide.',
    },
    {
      key: 'customCode',
      state: seen.has('customCode') ? 'on' : hasWorkflows === false ? 'unavailable' : 'unknown',
      words:
        'Needs Data Hub Professional. Paste the generated file into a custom code step of a workflow that enrols new contacts.',
    },
    {
      key: 'publicEndpoint',
      state: seen.has('publicEndpoint') ? 'on' : 'unknown',
      words:
        'Needs Content Hub Enterprise, which serves the endpoint on your own domain. Only signed calls are answered.',
    },
    { key: 'cardButton', state: 'on', words: 'The score card has a button that decides, and decides again.' },
    { key: 'bulkAction', state: 'on', words: 'Choose contacts in a list and “Score and route” them together.' },
  ];
}

/** Null where HubSpot did not say. */
async function canReadWorkflows({ crm }: PrivatePortal): Promise<boolean | null> {
  try {
    await crm.listWorkflows();
    return true;
  } catch (error) {
    if (error instanceof CrmError) {
      return error.failure === 'forbidden' || error.failure === 'notFound' ? false : null;
    }
    throw error;
  }
}
