import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { startHubSpot, type StandInHubSpot } from '../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import type { PortalRecord } from '../../../sandbox/hubspot/records/portal-record.ts';
import type { ChangeSource } from '../../../sandbox/hubspot/records/record-change.ts';

const app: ChangeSource = { sourceType: 'INTEGRATION', sourceId: '1', userId: null };

/** A portal with the properties that the app writes and without the app, in a HubSpot whose clock moves by hand. */
export type StartPortal = {
  readonly hubSpot: StandInHubSpot;
  readonly portal: HubPortal;
  readonly wait: (millis: number) => void;
  /** Somebody sends the form in; their contact's id. */
  readonly sendForm: (email: string) => string;
  /** What the app does when it decided. */
  readonly decide: (contactId: string, number: number, record?: string) => void;
  readonly contact: (contactId: string) => PortalRecord;
};

export async function startPortal(): Promise<StartPortal> {
  let now = Date.UTC(2026, 10, 20, 9);
  const hubSpot = await startHubSpot({ now: () => now, seed: 3 });
  const users = [{ firstName: 'Ana', lastName: 'Ruiz', email: 'ana@northlight.example' }];
  const portal = hubSpot.addPortal({ tier: 'pro', users });
  const { formGuid } = hubSpot.addForm(portal.portalId, { name: 'Contact us', fields: ['email', 'firstname'] });
  const text = { type: 'string', fieldType: 'text', groupName: 'contactinformation' } as const;
  portal.records.defineProperties('contacts', [
    { ...text, name: 'sbx_decision_id', label: 'Decision' },
    { ...text, name: 'sbx_decision_record', label: 'Record' },
    { ...text, name: 'sbx_decided_at', label: 'Decided at', type: 'datetime', fieldType: 'date' },
  ]);
  return {
    hubSpot,
    portal,
    wait: (millis) => void (now += millis),
    sendForm: (email) => hubSpot.submitForm(portal.portalId, formGuid, { email, firstname: '<i>Lena</i>' }),
    decide: (contactId, number, record = '') => {
      const values = {
        sbx_decision_id: `${contactId}/${number}`,
        sbx_decided_at: new Date(now).toISOString(),
        sbx_decision_record: record,
      };
      portal.records.updateRecord('0-1', contactId, values, app);
    },
    contact: (contactId) => portal.records.findRecord('0-1', contactId)!,
  };
}
