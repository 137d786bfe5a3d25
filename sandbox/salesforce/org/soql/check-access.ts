import { makeException } from '../../apex/library/exception/exceptions.ts';
import { messageOfNoColumn, messageOfNoObject, raiseQuery, throwApex } from './query-problems.ts';
import type { QueryRun, Use } from './query-run.ts';

/**
 * Refuses a query for what the user may not read. In user mode whatever the query names counts, and the exception knows all
 * that is inaccessible; with SECURITY_ENFORCED only SELECT and FROM count.
 */
export function checkAccess(run: QueryRun): void {
  if (run.mode === 'system') {
    return;
  }
  const { canReadObject } = run.options;
  const isEnforced = run.mode === 'enforced';
  const hidden = [...run.usedObjects].find((name) => canReadObject?.(name) === false);
  const inaccessible = run.uses.filter(
    ({ objectName, fieldName, isSelected }) => (isSelected || !isEnforced) && !run.mayRead(objectName, fieldName),
  );
  const [first] = inaccessible;
  if (isEnforced && (hidden !== undefined || first !== undefined)) {
    raiseQuery('Insufficient permissions: secure query included inaccessible field');
  }
  if (hidden !== undefined) {
    raiseQuery(messageOfNoObject(hidden));
  }
  if (first !== undefined) {
    const exception = makeException('System.QueryException', messageOfNoColumn(first.fieldName, first.objectName));
    exception.inaccessibleFields = namesByObject(inaccessible);
    throwApex(exception);
  }
}

function namesByObject(uses: readonly Use[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { objectName, fieldName } of uses) {
    const known = names.get(objectName) ?? [];
    names.set(objectName, known.includes(fieldName) ? known : [...known, fieldName]);
  }
  return names;
}
