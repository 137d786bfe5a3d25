import { ApexId } from '../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { seededUsers } from '../../../../sandbox/salesforce/org/access/standard-profiles.ts';
import { OrgRefusal } from '../../../../sandbox/salesforce/org/http/org-behind-http.ts';
import type { StoredRecord } from '../../../../sandbox/salesforce/org/records/stored-record.ts';
import type { SecuredOrg, Who } from './secured-org.ts';
import { withoutTraces } from './without-traces.ts';

/** The objects of the package whose records people could try to touch. */
export function ownObjects({ installation }: SecuredOrg): string[] {
  return installation.org
    .objectNames()
    .filter((name) => /^Sbx\w+__[ce]$/.test(name))
    .toSorted();
}

/**
 * What the API lets somebody do with an object's records, as letters: R(ead), H where they see what is about the hidden lead,
 * C(reate), E(dit), D(elete). Found by trying, on a record that the rep is nearest to.
 */
export function tryRights(org: SecuredOrg, who: Who, objectName: string): string {
  const { installation, userIds } = org;
  const user = installation.connected.findUser(userIds[who])!;
  const change = (operation: 'insert' | 'update' | 'delete'): boolean =>
    withoutTraces(installation.org, () => {
      const row = { objectName, id: operation === 'insert' ? null : nearest(org, objectName), fields: {} };
      const options = { autoAssign: false, duplicateRule: null };
      return isPermitted(() =>
        installation.connected
          .change(user, { operation, rows: [row], allOrNone: true, externalIdField: null, options })
          .flatMap((each) => each.errors),
      );
    }).result;
  const isEvent = objectName.endsWith('__e');
  const count = (where: string) => countSeen(org, who, `SELECT COUNT() FROM ${objectName}${where}`);
  const letters = [
    !isEvent && count('') !== null ? 'R' : '',
    seesHidden(org, objectName, count) ? 'H' : '',
    change('insert') ? 'C' : '',
    !isEvent && change('update') ? 'E' : '',
    !isEvent && change('delete') ? 'D' : '',
  ];
  return letters.join('');
}

/** A record of the rep's own lead, or else any, or else one that the administrator has just made. */
function nearest({ installation, leadIds }: SecuredOrg, objectName: string): string {
  const { store } = installation.org;
  const records = [...store.recordsOf(objectName)];
  const found = records.find((each) => leadOf(each) === leadIds.own) ?? records[0];
  if (found !== undefined) return found.id;
  const id = store.nextId(store.schema.demand(objectName));
  const fields = new Map([
    ['id', new ApexId(id)],
    ['ownerid', new ApexId(seededUsers.administrator)],
  ]);
  store.put({ objectName, id, fields, isDeleted: false });
  return id;
}

function leadOf({ fields }: StoredRecord): string | null {
  const lead = fields.get('lead__c');
  return lead instanceof ApexId ? lead.value : null;
}

function seesHidden(
  { installation, leadIds }: SecuredOrg,
  objectName: string,
  count: (where: string) => number | null,
): boolean {
  const hasLead = installation.org.describeObject(objectName)?.fields.has('lead__c') === true;
  return hasLead && !objectName.endsWith('__e') && (count(` WHERE Lead__c = '${leadIds.hidden}'`) ?? 0) > 0;
}

function countSeen({ installation, userIds }: SecuredOrg, who: Who, query: string): number | null {
  try {
    return installation.connected.query(installation.connected.findUser(userIds[who])!, query, 'live').totalSize;
  } catch (error) {
    if (error instanceof OrgRefusal) return null;
    throw error;
  }
}

/** A record that lacks something is refused for that, and not for who sends it. */
function isPermitted(attempt: () => readonly { readonly code: string; readonly message: string }[]): boolean {
  const refusals = new Set(['INSUFFICIENT_ACCESS_OR_READONLY', 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY']);
  try {
    return !attempt().some(({ code, message }) => refusals.has(code) || message.startsWith('entity type cannot be'));
  } catch (error) {
    if (error instanceof OrgRefusal) return false;
    throw error;
  }
}
