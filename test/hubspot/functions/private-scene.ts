import { flatten } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';
import type { Crm, PropertyValues } from '../../../hubspot/handlers/crm/crm.ts';
import { publishDraft } from '../../../hubspot/handlers/rules/publish-draft.ts';
import { RecordRuleStore } from '../../../hubspot/handlers/rules/record-rule-store.ts';
import { decideContacts } from '../../../hubspot/functions/deciding/decide-contacts.ts';
import type { DecideAnswer, DecideAsk } from '../../../hubspot/functions/deciding/decide-ask.ts';
import { readView } from '../../../hubspot/functions/portal/deciding-view.ts';
import { openPortal } from '../../../hubspot/functions/portal/open-portal.ts';
import { preparePrivatePortal } from '../../../hubspot/functions/portal/prepare-private-portal.ts';
import type { Moment } from '../../../hubspot/functions/portal/private-portal.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { everybodyWorks, fewPools, mailOf } from './few-pools.ts';

export const begin = Date.UTC(2026, 10, 20, 9);
export const appId = 77;
const lists = readLookupLists([], []);

/** A portal of the private edition, prepared, with live rules. Its clock moves when a test moves it. */
export type PrivateScene = {
  readonly crm: MemoryCrm;
  readonly moment: Moment;
  /** Moves the clock of portal and functions. */
  readonly wait: (millis: number) => void;
  readonly addContact: (properties?: PropertyValues) => string;
};

let names = 0;

export async function privateScene(change?: (policy: Policy) => Policy): Promise<PrivateScene> {
  const crm = new MemoryCrm({ now: begin, appId });
  const policy = fewPools(change);
  for (const [place, repKey] of [...new Set(policy.members.map(({ memberKey }) => memberKey))].entries()) {
    const id = String(1001 + place);
    crm.owners.push({
      id,
      userId: String(2001 + place),
      email: mailOf(repKey),
      firstName: repKey,
      lastName: 'Northlight',
      isArchived: false,
    });
  }
  let chance = 1;
  const moment: Moment = {
    now: () => crm.now,
    chance: () => {
      chance = (chance * 16_807) % 2_147_483_647;
      return chance / 2_147_483_647;
    },
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
    newName: () => `invocation ${(names += 1)}`,
  };
  await preparePrivatePortal(crm, moment);
  await publish(crm, policy);
  crm.calls.length = 0;
  return {
    crm,
    moment,
    wait: (millis) => {
      crm.now += millis;
    },
    addContact: (properties = {}) =>
      crm.seed('contacts', { email: `lead-${crm.idsOf('contacts').length}@customer.example`, ...properties }),
  };
}

export async function publish(crm: Crm, policy: Policy): Promise<void> {
  const store = new RecordRuleStore(crm);
  await store.writeDraft(flatten(policy), everybodyWorks(policy));
  const outcome = await publishDraft(store, { publishedBy: 'a test', now: begin });
  if (outcome.kind === 'refused') {
    throw new Error(JSON.stringify(outcome.problems));
  }
}

/** One invocation: opens the portal, reads what decides, decides. */
export async function decideOnce(
  { moment }: Pick<PrivateScene, 'moment'>,
  crm: Crm,
  asks: readonly DecideAsk[],
  millis: number = 8_000,
): Promise<DecideAnswer[]> {
  const deadline = moment.now() + millis;
  const portal = await openPortal(crm, lists, moment);
  return decideContacts(portal, await readView(portal), asks, deadline);
}

export const asked = (contactId: string, call: string | null = null): DecideAsk => ({
  contactId,
  reason: 'asked',
  call,
});
