import { policyOfText } from '../../../../core/src/author/run/snapshot-texts.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Team } from '../../people/team.ts';
import type { Person } from '../../portal/portal-settings.ts';
import { checkDraft } from '../../rules/check-draft.ts';
import { canOwn } from '../../people/users.ts';
import { answered, type UiAnswer } from '../ui-answer.ts';
import type { SetupForm, UsersForm } from '../ui-forms.ts';
import type { SetupGiven, UiPortal } from './ui-portal.ts';
import { withoutScope } from './without-scope.ts';

/** How far the portal is set up, as it stands there: the page that shows it remembers nothing. */
export async function answerSetup(portal: UiPortal, given: SetupGiven): Promise<UiAnswer<SetupForm>> {
  const [{ configuration, team }, draft, live] = await Promise.all([
    portal.people(),
    portal.store.readDraft(),
    portal.store.findLive(),
  ]);
  const revision = live === null ? null : await portal.store.readRevision(live.hash);
  const { policy } = checkDraft(draft);
  return answered({
    isPrepared: given.isPrepared,
    ruleForm: portal.store.form,
    live,
    mode: revision === null ? null : policyOfText(revision.text).mode,
    people: configuration.people.map((person) => tellPerson(person, team)),
    pools: tellPools(policy, team),
    promises: tellPromises(policy, team),
    triggers: [...given.triggers],
    missingScopes: given.missingScopes.map((scope) => ({ scope, without: withoutScope(scope) })),
    decidedLeads: given.decidedLeads,
  });
}

/** Whoever can own records in the portal, by name. */
export async function answerUsers({ crm }: UiPortal): Promise<UiAnswer<UsersForm>> {
  const owners = (await crm.listOwners()).filter((owner) => canOwn(owner) && owner.email !== null);
  const users = owners.map(({ id, email, firstName, lastName }) => {
    const words = [firstName, lastName].filter((word) => word !== null).join(' ');
    return { ownerId: id, email: email!, name: words === '' ? email! : words };
  });
  return answered({
    users: users.sort((one, other) =>
      one.name === other.name ? (one.email < other.email ? -1 : 1) : one.name < other.name ? -1 : 1,
    ),
  });
}

function tellPerson(person: Person, team: Team): SetupForm['people'][number] {
  const problem = team.problems.find(({ about }) => about === `rep "${person.repKey}"`);
  return {
    repKey: person.repKey,
    name: person.displayName,
    email: person.ownerEmail,
    problem: problem?.found ?? null,
  };
}

function tellPools(policy: Policy, team: Team): SetupForm['pools'] {
  return policy.pools.map(({ poolKey, label }) => {
    const members = policy.members.filter((member) => member.poolKey === poolKey);
    const withUser = members.filter(({ memberKey }) => team.ownerIdOf.has(memberKey));
    return { poolKey, label, members: members.length, membersWithUser: withUser.length };
  });
}

function tellPromises({ slas }: Policy, team: Team): SetupForm['promises'] {
  return slas.map(({ slaKey, label, ownerKey }) => ({
    slaKey,
    label,
    ownerKey,
    hasUser: team.ownerIdOf.has(ownerKey),
  }));
}
