import { rights, rightsOnRows, unreadable, writableFields } from './rights.ts';
import { who, type SecuredOrg } from './secured-org.ts';
import type { Findings } from './try-entries.ts';
import { isRefused, writableBy } from './try-fields.ts';
import { ownObjects, tryRights } from './try-rights.ts';

/** Tries what each may do with the records of every object of ours, and with our fields, against what the table says. */
export function tryAllRights(org: SecuredOrg, rows: readonly string[]): Findings {
  const wrong: string[] = [];
  const objects = ownObjects(org);
  const compare = (place: string, expected: string, found: string): void => {
    if (found !== expected)
      wrong.push(`${place}: ${found === '' ? 'nothing' : found} instead of ${expected === '' ? 'nothing' : expected}`);
  };
  let count = 0;
  for (const objectName of objects) {
    const expected = rows.includes(objectName) ? rightsOnRows : rights[objectName];
    if (expected === undefined) wrong.push(`${objectName}: the table of rights does not name it`);
    for (const each of who) {
      compare(`${objectName} as ${each}`, expected?.[each] ?? '', tryRights(org, each, objectName));
      count += 5;
    }
  }
  for (const [objectName, byWho] of Object.entries(writableFields)) {
    for (const each of who) {
      const found = writableBy(org, each, objectName);
      compare(`fields of ${objectName} as ${each}`, (byWho[each] ?? []).toSorted().join(', '), found.join(', '));
      count += 1;
    }
  }
  for (const [field, by] of unreadable) {
    for (const each of by) {
      compare(`${field} as ${each}`, 'refused', isRefused(org, each, field) ? 'refused' : 'read');
      count += 1;
    }
  }
  return { count, wrong };
}
