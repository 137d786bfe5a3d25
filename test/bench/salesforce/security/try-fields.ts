import { OrgRefusal } from '../../../../sandbox/salesforce/org/http/org-behind-http.ts';
import type { SecuredOrg, Who } from './secured-org.ts';
import { withoutTraces } from './without-traces.ts';

/** Which of our fields the API takes from somebody in a new record of an object, in their order. */
export function writableBy({ installation, userIds }: SecuredOrg, who: Who, objectName: string): string[] {
  const user = installation.connected.findUser(userIds[who])!;
  const fields = [...installation.org.schema.demand(objectName).fields.values()].map((each) => each.name);
  return fields
    .filter((name) => name.startsWith('Sbx'))
    .filter(
      (name) =>
        withoutTraces(installation.org, () => {
          const outcomes = installation.connected.change(user, {
            operation: 'insert',
            rows: [{ objectName, id: null, fields: { [name]: null } }],
            allOrNone: true,
            externalIdField: null,
            options: { autoAssign: false, duplicateRule: null },
          });
          return outcomes[0]!.errors.every(
            ({ code, message }) => code === 'REQUIRED_FIELD_MISSING' && !message.includes(name),
          );
        }).result,
    )
    .toSorted();
}

/** Whether the API refuses a query for a field: isRefused(org, 'rep', 'SbxDecision__c.Salt__c') → true. */
export function isRefused({ installation, userIds }: SecuredOrg, who: Who, field: string): boolean {
  const [objectName, fieldName] = field.split('.');
  try {
    installation.connected.query(
      installation.connected.findUser(userIds[who])!,
      `SELECT ${fieldName} FROM ${objectName} LIMIT 1`,
      'live',
    );
    return false;
  } catch (error) {
    if (error instanceof OrgRefusal) return true;
    throw error;
  }
}
