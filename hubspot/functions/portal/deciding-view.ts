import { prepare } from '../../../core/src/decide/index.ts';
import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import { decisionContextOf } from '../../handlers/people/decision-context.ts';
import { takeTeam } from '../../handlers/people/take-team.ts';
import type { Team } from '../../handlers/people/team.ts';
import type { PortalConfiguration } from '../../handlers/portal/portal-settings.ts';
import { confirmLiveRules, type LiveRules } from '../../handlers/rules/live-rules.ts';
import type { EntryLog } from '../log/entry-log.ts';
import { snapshotKey } from '../log/keys.ts';
import type { PrivatePortal } from './private-portal.ts';

/** The portal's people and settings as they stand now. */
export type PortalPeople = { readonly configuration: PortalConfiguration; readonly team: Team };

/** Everything that decides in a portal. */
export type DecidingView = PortalPeople & { readonly rules: LiveRules; readonly context: DecisionContext };

export async function readPeople(portal: PrivatePortal): Promise<PortalPeople> {
  const { configuration } = await portal.store.readDraft();
  return { configuration, team: await takeTeam(portal.crm, configuration, portal.now()) };
}

/**
 * Reads everything that decides, and sees to it that the portal keeps people and hours as the decisions will name them.
 *
 * @throws RulesNotHeldError where no rules may decide, CrmError
 */
export async function readView(portal: PrivatePortal): Promise<DecidingView> {
  const [{ rules }, people] = await Promise.all([
    confirmLiveRules(portal.store, null, () => Promise.resolve(portal.self.lastLive), portal.now()),
    readPeople(portal),
  ]);
  const { context, rosterText, calendarsText } = decisionContextOf(prepare(rules.policy), rules.hash, people.team);
  await Promise.all([
    keepSnapshots(
      portal.log,
      [
        { hash: context.rosterHash, text: rosterText },
        { hash: context.calendarsHash, text: calendarsText },
      ],
      portal.now(),
    ),
    noteLive(portal, rules),
  ]);
  return { rules, ...people, context };
}

async function keepSnapshots(
  log: EntryLog,
  snapshots: readonly { readonly hash: string; readonly text: string }[],
  at: number,
): Promise<void> {
  const there = await log.findByKeys(snapshots.map(({ hash }) => snapshotKey(hash)));
  await log.createAll(
    snapshots
      .filter(({ hash }) => !there.has(snapshotKey(hash)))
      .map(({ hash, text }) => ({
        key: snapshotKey(hash),
        turnKey: null,
        kind: 'snapshot' as const,
        state: 'kept',
        contactId: null,
        at,
        columns: {},
        texts: { body: text.trimEnd() },
      })),
  );
}

/** Which revision decided last: if it is deleted, the one before it must not decide in its place. */
async function noteLive(portal: PrivatePortal, rules: LiveRules): Promise<void> {
  const { self, log } = portal;
  if (self.lastLive?.hash !== rules.hash) {
    await log.change([
      { id: self.id, change: { state: String(rules.number), at: portal.now(), columns: { policyHash: rules.hash } } },
    ]);
  }
}
