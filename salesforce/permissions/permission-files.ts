import path from 'node:path';
import { callableClasses, permissionSets } from './access-table.ts';
import { readPackage } from './read-package.ts';
import { writePermissionSet } from './write-permission-set.ts';

/** Where the written permission sets stand, from the root of the repository. */
export const permissionsFolder = 'salesforce/app/setup/permissionsets';

/** The permission sets by file name, written from the access table and the package's own metadata. */
export function permissionFiles(root: string): Map<string, string> {
  const parts = readPackage(path.join(root, 'salesforce', 'app'));
  return new Map(
    permissionSets(parts.rules).map((set) => {
      const classes = Object.keys(callableClasses)
        .filter((name) => callableClasses[name]?.includes(set.role))
        .sort();
      return [`${set.name}.permissionset-meta.xml`, writePermissionSet(set, parts, classes)];
    }),
  );
}
