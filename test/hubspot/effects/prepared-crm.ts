import { preparePortal } from '../../../hubspot/handlers/portal/prepare-portal.ts';
import type { Source } from '../memory/record-table.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { now } from './scene.ts';

export const appId = 77;

export const byHand: Source = { sourceType: 'CRM_UI', sourceId: 'userId:9', updatedByUserId: 9 };
export const byWorkflow: Source = { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'enrollmentId:3' };
export const byOtherApp: Source = { sourceType: 'INTEGRATION', sourceId: '12345' };

/** A portal that Signalbox was set up in, at the instant of the scene's decision. */
export async function preparedCrm(): Promise<MemoryCrm> {
  const crm = new MemoryCrm({ now, appId });
  const { refused } = await preparePortal(crm);
  if (refused.length > 0) {
    throw new Error(`the portal refused ${JSON.stringify(refused)}`);
  }
  crm.calls.length = 0;
  return crm;
}
