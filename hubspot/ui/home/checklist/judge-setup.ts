import type { SetupForm } from '../../../handlers/ui/ui-forms.ts';
import { countOf } from '../../words/count-of.ts';
import { plainLine } from '../../../handlers/effects/plain-line.ts';
import type { Standing } from './step.ts';

const longestName = 60;

/** Names in a sentence, as many as one reads: "East, West and 3 more". */
export function nameSome(names: readonly string[], most = 3): string {
  const shown = names.slice(0, names.length === most + 1 ? most + 1 : most).map((name) => plainLine(name, longestName));
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`;
}

/** Whether everybody whom the rules name can get leads. */
export function judgeTeam({ people, pools }: SetupForm): Standing {
  const empty = pools.filter(({ membersWithUser }) => membersWithUser === 0);
  const partial = pools.filter(({ members, membersWithUser }) => membersWithUser < members);
  const stuck = people.filter(({ problem }) => problem !== null);
  if (people.length === 0) {
    return { state: 'look', found: 'The rules name nobody.' };
  }
  if (pools.length > 0 && empty.length === pools.length) {
    return { state: 'todo', found: 'No pool has anybody yet who can get leads. Say which user each name is.' };
  }
  if (empty.length > 0) {
    const verb = empty.length === 1 ? 'has' : 'have';
    return { state: 'todo', found: `${nameSome(empty.map(({ label }) => label))} ${verb} nobody who can get leads.` };
  }
  if (stuck.length > 0) {
    const verb = stuck.length === 1 ? 'does' : 'do';
    return { state: 'look', found: `${nameSome(stuck.map(({ name }) => name))} ${verb} not get leads as they should.` };
  }
  if (partial.length > 0) {
    const [{ label, members, membersWithUser }] = partial as [SetupForm['pools'][number]];
    const rest = partial.length === 1 ? '' : ` So it is in ${countOf(partial.length - 1, 'other pool')}.`;
    const found = `Only ${membersWithUser} of ${countOf(members, 'member')} of ${plainLine(label, longestName)} can get leads.${rest}`;
    return { state: 'look', found };
  }
  return { state: 'done', found: 'Everybody who takes turns has a user and can get leads.' };
}

/** Whether each promise has somebody who is told of every miss. */
export function judgePromises({ promises }: SetupForm): Standing {
  const without = promises.filter(({ hasUser }) => !hasUser);
  if (promises.length === 0) {
    return { state: 'look', found: 'The rules promise no first touch.' };
  }
  return without.length === 0
    ? { state: 'done', found: `Each of ${countOf(promises.length, 'promise')} has somebody who is told of every miss.` }
    : {
        state: 'todo',
        found: `${without.length} of ${countOf(promises.length, 'promise')} have nobody with a user who answers for a miss.`,
      };
}

/** Whether leads come in by themselves. */
export function judgeTrigger({ triggers }: SetupForm): Standing {
  const on = triggers.filter(({ state }) => state === 'on');
  const available = triggers.filter(({ state }) => state === 'available');
  if (on.length > 0) {
    return {
      state: 'done',
      found: `Leads come in by ${nameSome(
        on.map(({ key }) => triggerNames[key]),
        6,
      )}.`,
    };
  }
  if (available.length > 0) {
    return {
      state: 'todo',
      found: `Nothing is on. This portal can have ${nameSome(
        available.map(({ key }) => triggerNames[key]),
        6,
      )}.`,
    };
  }
  return triggers.some(({ state }) => state === 'unknown')
    ? { state: 'look', found: 'What this portal can have could not be found out.' }
    : { state: 'impossible', found: 'This portal can have none of the ways in which leads come in.' };
}

/** The ways as a sentence names them. */
export const triggerNames: Readonly<Record<SetupForm['triggers'][number]['key'], string>> = {
  webhooks: 'webhooks',
  workflowAction: 'a workflow action',
  customCode: 'custom code in a workflow',
  publicEndpoint: 'the public endpoint',
  cardButton: 'the button on the card',
  bulkAction: 'the bulk action of lists',
};

/** Whether something is published, and what it may do. */
export function judgePublishing({ live, mode }: SetupForm, isDraftOther: boolean): Standing {
  if (live === null) {
    return { state: 'todo', found: 'Nothing is published yet, so no lead is decided.' };
  }
  if (mode === 'observe' || mode === null) {
    return {
      state: 'todo',
      found: `Revision ${live.number} observes: it decides and records, and changes nothing. Suggest is next.`,
    };
  }
  const doing = mode === 'live' ? 'is live' : 'suggests: scores are written, owners stay';
  return isDraftOther
    ? { state: 'look', found: `Revision ${live.number} ${doing}. The draft has changes that are not published.` }
    : { state: 'done', found: `Revision ${live.number} ${doing}.` };
}

/** Whether the setup alone says that nothing is left to do: the page then begins with the status. */
export function isFirstRunFinished(setup: SetupForm): boolean {
  return (
    setup.decidedLeads > 0 &&
    [judgeTeam(setup), judgePromises(setup), judgeTrigger(setup), judgePublishing(setup, false)].every(
      ({ state }) => state !== 'todo',
    )
  );
}
