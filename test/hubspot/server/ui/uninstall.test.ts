import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { CrmError } from '../../../../hubspot/handlers/crm/crm-error.ts';
import { answerUiCall } from '../../../../hubspot/handlers/ui/answer-ui-call.ts';
import type { Uninstalled } from '../../../../hubspot/server/installing/uninstall-portal.ts';
import { serveUi } from '../../../../hubspot/server/ui/serve-ui.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { deskOfTables } from '../desk-of-tables.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
}, 60_000);

afterAll(closeTables);

test.each([
  ['uninstalled', true],
  ['uninstalledHereOnly', false],
] as const)('A portal that cannot even be opened is %s, and what was opened of it is closed', async (state, isTold) => {
  const crm = new MemoryCrm();
  crm.beforeCall = () => {
    throw new CrmError('forbidden', 'nothing is granted');
  };
  const { desk, forgotten } = deskOfTables(tables, new Map([[7, crm]]));
  const asked: number[] = [];
  const { ports, accessOf } = serveUi(desk, {
    keys: [Buffer.alloc(32, 7)],
    installedBy: () => Promise.resolve('ana@signalbox.example'),
    uninstall: (portalId): Promise<Uninstalled> => {
      asked.push(portalId);
      return Promise.resolve({ state });
    },
  });
  const caller = { portalId: 7, userId: '1', userEmail: 'Ana@signalbox.example' };
  expect(await answerUiCall('uninstall', caller, { uninstall: true }, { ports, accessOf })).toEqual({
    state: 'answered',
    content: { isHubSpotTold: isTold },
  });
  expect([asked, forgotten]).toEqual([[7], [7]]);
});
