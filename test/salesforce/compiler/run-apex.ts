import { compileClasses } from '../../differential/decide-in-apex.ts';
import type { ApexList } from '../../../sandbox/salesforce/apex/library/collection/apex-list.ts';

/** What a static method without parameters answers, which is a list of texts. */
export function runApex(classes: ReadonlyMap<string, string>, className: string, method: string): unknown[] {
  const found = compileClasses(classes).begin().call(className, method, []) as ApexList;
  return [...found.items];
}
