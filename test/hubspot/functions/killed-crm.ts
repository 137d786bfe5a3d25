import type { Crm } from '../../../hubspot/handlers/crm/crm.ts';

/** A function was stopped: nothing after this ran. */
export class Killed extends Error {}

/**
 * A portal whose caller is stopped at one of its calls: right before it is made, or right after it was done and before anybody
 * could hear of it.
 *
 * @param at counts the calls from 1; nothing happens after it
 */
export function killedAt(
  crm: Crm,
  at: number,
  when: 'before' | 'after',
): { readonly crm: Crm; readonly calls: () => number } {
  let made = 0;
  const killing = new Proxy(crm, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function') {
        return method;
      }
      return async (...given: unknown[]): Promise<unknown> => {
        made += 1;
        const number = made;
        if (number > at || (number === at && when === 'before')) {
          throw new Killed();
        }
        const answer: unknown = await Reflect.apply(method, target, given);
        if (number === at) {
          throw new Killed();
        }
        return answer;
      };
    },
  });
  return { crm: killing, calls: () => made };
}
