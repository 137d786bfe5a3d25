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
  entered.push(user instanceof ApexSObject ? wholeUser(user) : null);
  users.set(running, entered);
}

/** The user as stored. One that is not yet is inserted, as on the platform; one without a profile cannot be. */
function wholeUser(user: ApexSObject): ApexSObject {
  const { org } = execution();
  if (org.rights === undefined) {
    return user;
  }
  if ((user.fields.get('id') ?? null) === null) {
    if ((user.fields.get('profileid') ?? null) === null) {
      return user;
    }
    org.change('insert', [user], { access: 'system', allOrNone: true, field: null });
  }
  const found = org.rights.findUser(String(user.fields.get('id')));
  return found instanceof ApexSObject ? found : user;
}

/** Ends the innermost System.runAs block. */
export function leaveUser(): void {
  users.get(execution())?.pop();
}

/** The User of the innermost block that names one: null outside of all of them. */
export function currentUser(): ApexSObject | null {
  return users.get(execution())?.findLast((each) => each !== null) ?? null;
}
