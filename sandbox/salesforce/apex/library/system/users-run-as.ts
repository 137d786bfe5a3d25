import { ApexSObject } from '../record/apex-sobject.ts';
import { raise } from '../raise.ts';
import { execution } from '../../run/execution.ts';

/** The users of the System.runAs blocks that each program is in, innermost last; null for a block with a Version. */
const users = new WeakMap<object, (ApexSObject | null)[]>();

/** Begins a System.runAs block: enterUser(user); currentUser() → user. */
export function enterUser(user: unknown): void {
  if (user === null) {
    raise('System.NullPointerException', 'Argument cannot be null.');
  }
  const running = execution();
  const entered = users.get(running) ?? [];
  entered.push(user instanceof ApexSObject ? user : null);
  users.set(running, entered);
}

/** Ends the innermost System.runAs block. */
export function leaveUser(): void {
  users.get(execution())?.pop();
}

/** The User of the innermost block that names one: null outside of all of them. */
export function currentUser(): ApexSObject | null {
  return users.get(execution())?.findLast((each) => each !== null) ?? null;
}
