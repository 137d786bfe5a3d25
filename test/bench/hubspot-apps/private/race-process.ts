/**
 * The program of one of several processes that decide the same contacts at once: `CONTACTS AT_ONCE`. Each invocation opens the portal
 * by itself, as functions do; a contact is asked for until it is decided.
 */
import { decideContacts } from '../../../../hubspot/functions/deciding/decide-contacts.ts';
import { FunctionCrm } from '../../../../hubspot/functions/entries/function-crm.ts';
import { beginInvocation } from '../../../../hubspot/functions/entries/invocation.ts';
import { unpackLists } from '../../../../hubspot/functions/lists/packed-lists.ts';
import { readView } from '../../../../hubspot/functions/portal/deciding-view.ts';
import { openPortal } from '../../../../hubspot/functions/portal/open-portal.ts';

const mostInvocations = 60;
const contactIds = process.argv[2]!.split(',');
const atOnce = Number(process.argv[3]);
const lists = unpackLists();
let invocations = 0;

async function untilDecided(contactId: string): Promise<void> {
  for (let number = 1; number <= mostInvocations; number += 1) {
    invocations += 1;
    const { moment, deadline } = beginInvocation();
    try {
      const portal = await openPortal(new FunctionCrm(process.env), lists, moment);
      const [answer] = await decideContacts(
        portal,
        await readView(portal),
        [{ contactId, reason: 'keep', call: null }],
        deadline,
      );
      if (answer?.state === 'decided' || answer?.state === 'repeated') {
        return;
      }
    } catch {
      // As a function that was stopped: whoever comes next goes on.
    }
  }
  throw new Error(`Contact ${contactId} was not decided after ${mostInvocations} invocations.`);
}

const waiting = contactIds.values();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (const contactId of waiting) {
      await untilDecided(contactId);
    }
  }),
);
process.stdout.write(String(invocations));
