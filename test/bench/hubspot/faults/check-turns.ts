import { readRecord } from '../../../../hubspot/handlers/card/read-record.ts';
import { emailOf } from '../../../../sandbox/hubspot/edition/sample-people.ts';
import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { Finding } from './finding.ts';
import { memberWeights, onlyPool } from './one-pool-rules.ts';

/**
 * What is wrong with the turns that the records on contacts tell of: each decision took one, none was taken twice, none is
 * missing, and nobody is a whole lead or more off their share (docs/decisions/0004-fair-turns.md). It asks no database, so that
 * it holds wherever the ledger is kept.
 */
export function findWrongTurns(portal: HubPortal): Finding[] {
  const takers = new Map<number, string>();
  const found: Finding[] = [];
  const { portalId } = portal;
  let decided = 0;
  for (const contact of contactsOf(portal)) {
    const record = readRecord(contact.value('sbx_decision_record') ?? '');
    if (record === null) {
      continue;
    }
    decided += 1;
    const sequence = record.assignment.tries.find((each) => each.pool === onlyPool)?.sequence ?? null;
    if (!record.assignment.consumedTurn || sequence === null) {
      found.push({ portalId, contactId: contact.id, what: 'took no turn' });
    } else if (takers.has(sequence)) {
      found.push({ portalId, contactId: contact.id, what: `took turn ${sequence + 1}, which was taken` });
    } else {
      takers.set(sequence, contact.value('hubspot_owner_id') ?? '');
    }
  }
  const highest = Math.max(-1, ...takers.keys()) + 1;
  if (highest !== decided) {
    found.push({ portalId, contactId: null, what: `${decided} decisions took turns up to ${highest}` });
  }
  return [...found, ...findUnfair(portal, [...takers.values()])];
}

function findUnfair(portal: HubPortal, ownerIds: readonly string[]): Finding[] {
  const all = [...memberWeights.values()].reduce((sum, weight) => sum + weight, 0);
  const most = 1 - 1 / memberWeights.size;
  return [...memberWeights].flatMap(([memberKey, weight]) => {
    const { ownerId } = portal.users.find((user) => user.email === emailOf(memberKey))!;
    const got = ownerIds.filter((each) => each === ownerId).length;
    const share = (ownerIds.length * weight) / all;
    // Sixths of a lead are not exact in floating point.
    const isFair = got - share <= most + 1e-9 && share - got < 1;
    const what = `${memberKey} got ${got} of a share of ${share.toFixed(2)}`;
    return isFair ? [] : [{ portalId: portal.portalId, contactId: null, what }];
  });
}

function* contactsOf(portal: HubPortal): Generator<ReturnType<HubPortal['records']['listRecords']>[number]> {
  for (let after: string | null = null; ;) {
    const page = portal.records.listRecords('0-1', after, 100);
    yield* page;
    if (page.length < 100) {
      return;
    }
    after = page.at(-1)!.id;
  }
}
