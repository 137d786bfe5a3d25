import type { SearchFilter } from '../../handlers/crm/crm.ts';
import type { AlertForm, StatusForm } from '../../handlers/ui/ui-forms.ts';
import { readAlert } from '../deciding/note-alert.ts';
import { entryProperty, type EntryKind } from '../log/entry-type.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

const mostAlerts = 200;

/** How the portal is doing, in numbers that search knows: some seconds old. */
export async function tellStatus(portal: PrivatePortal): Promise<StatusForm> {
  const { log } = portal;
  const open = filtersOf('claim', 'open');
  const decisions = filtersOf('decision');
  const [waitingLeads, [oldest], due, repeatsDue, [last], openAlerts, live] = await Promise.all([
    log.count(open),
    log.search({ filters: open, texts: [], most: 1, isOldestFirst: true }),
    log.count(filtersOf('decision', 'due')),
    log.count(filtersOf('repeat', 'due')),
    log.search({ filters: decisions, texts: [], most: 1 }),
    log.count(filtersOf('alert', 'open')),
    portal.store.findLive(),
  ]);
  return {
    isPrepared: true,
    mode: last?.columns.mode ?? null,
    live,
    waitingLeads,
    oldestWaitingSince: oldest?.at ?? null,
    dueEffects: due + repeatsDue,
    lastDecidedAt: last?.at ?? null,
    openAlerts,
    // An app with a token of its own has all scopes that it asks for, or is not installed.
    missingScopes: [],
  };
}

export async function listAlerts({ log }: PrivatePortal): Promise<AlertForm[]> {
  const entries = await log.search({ filters: filtersOf('alert', 'open'), texts: ['body'], most: mostAlerts });
  return entries
    .flatMap((entry) => {
      const alert = readAlert(entry);
      return alert === null ? [] : [{ ...alert, lastAt: entry.at }];
    })
    .sort((one, other) => other.lastAt - one.lastAt || (one.about < other.about ? -1 : 1));
}

export function filtersOf(kind: EntryKind, state?: string): SearchFilter[] {
  return [
    { property: entryProperty.kind, operator: 'EQ', values: [kind] },
    ...(state === undefined ? [] : [{ property: entryProperty.state, operator: 'EQ' as const, values: [state] }]),
  ];
}
