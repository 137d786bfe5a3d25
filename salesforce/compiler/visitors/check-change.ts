import type ts from 'typescript';
import type { ModuleContext } from '../module-context.ts';

/** A constant of a module must stay what it is: checkChange is asked about whatever is pushed to, popped from, set or assigned. */
export function checkChange(changed: ts.Expression, context: ModuleContext): void {
  const constant = context.constantBehind(changed);
  if (constant !== null) context.report(changed, 'APX027', constant);
}
