import type { Desk } from '../desk.ts';
import type { ClaimedSubject } from '../waiting/claim-subjects.ts';

/**
 * A contact that could not be decided again and again is put aside, so that it holds nobody up; somebody is told. It comes
 * back when something about it changes, or a person asks for it.
 */
export async function putAside(desk: Desk, portalId: number, claimed: ClaimedSubject): Promise<void> {
  await desk.database.query(
    `update subject set is_waiting = false, put_aside_at = $3, lease_until = 0, lease_by = null, problem = 'HSV010'
     where portal_id = $1 and contact_id = $2 and lease_by = $4`,
    [portalId, claimed.contactId, desk.now(), desk.worker],
  );
  await desk.alert(portalId, {
    code: 'HSV011',
    about: `contact ${claimed.contactId}`,
    message:
      'This contact could not be decided after several tries and was put aside. It has no owner and no clock of ours.',
    nextStep: 'Open the contact and give it to somebody, then ask for help with the code HSV010 from the log.',
  });
}
