import { CrmError } from '../../handlers/crm/crm-error.ts';
import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import type { Desk } from '../desk.ts';

/**
 * Works in a portal, and ends quietly where nothing can be done in it: the app was taken away, or it was granted no place for rules,
 * of which an alert tells. What waits there waits on.
 *
 * @throws whatever the work throws otherwise
 */
export async function workInPortal(desk: Desk, portalId: number, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RuleStoreError && error.failure === 'noPlace') {
      await desk.alert(portalId, { code: error.code, about: 'rules', message: error.message, nextStep: error.next });
      return;
    }
    if (error instanceof CrmError && error.failure === 'unauthorized') {
      // What was opened while the app was installed would be refused for ever.
      desk.sessions.forget(portalId);
      await desk.mirrorPortals();
      if (!(await isInstalled(desk, portalId))) {
        return;
      }
    }
    throw error;
  }
}

async function isInstalled(desk: Desk, portalId: number): Promise<boolean> {
  const rows = await desk.database.query(`select portal_id from portal where portal_id = $1 and state = 'installed'`, [
    portalId,
  ]);
  return rows.length > 0;
}
