import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import type { DecidingView } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

const openStates = ['running', 'reminded', 'missed'];
const mostCounted = 2_000;
/** What HubSpot's search takes in one list. */
const mostKeys = 100;

/**
 * Open work of the members whose cap counts it: contacts that they were given and whose promise is still open. Turns count up what
 * is given; only this knows what was finished. It is as old as HubSpot's search, some seconds, so that a cap may be overrun
 * by what was decided in these.
 *
 * @returns puts these counts into ledgers; leaves them alone where no cap counts open work
 */
export async function countOpenWork(
  portal: PrivatePortal,
  view: DecidingView,
): Promise<(ledgers: readonly TurnLedger[]) => TurnLedger[]> {
  const { members, mode } = view.rules.policy;
  const keys = [...new Set(members.filter(({ openWorkCap }) => openWorkCap !== null).map((each) => each.memberKey))];
  // Only a live policy gives anybody work.
  if (keys.length === 0 || mode !== 'live') {
    return (ledgers) => [...ledgers];
  }
  const found = await portal.crm.searchObjects({
    objectType: 'contacts',
    groups: [
      [
        { property: decided.givenTo, operator: 'IN', values: keys.slice(0, mostKeys).map((key) => key.toLowerCase()) },
        { property: decided.slaState, operator: 'IN', values: openStates },
      ],
    ],
    properties: [decided.givenTo],
    most: mostCounted,
  });
  const open = new Map<string, number>();
  for (const { properties } of found) {
    const key = properties[decided.givenTo] ?? '';
    open.set(key, (open.get(key) ?? 0) + 1);
  }
  return (ledgers) =>
    ledgers.map((ledger) => ({
      ...ledger,
      entries: ledger.entries.map((entry) =>
        keys.includes(entry.memberKey) ? { ...entry, openCount: open.get(entry.memberKey) ?? 0 } : entry,
      ),
    }));
}
