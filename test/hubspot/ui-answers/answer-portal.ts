import { readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';
import { takeTeam } from '../../../hubspot/handlers/people/take-team.ts';
import { installStarter } from '../../../hubspot/handlers/rules/install-starter.ts';
import { openRuleStore } from '../../../hubspot/handlers/rules/open-rule-store.ts';
import type { UiPortal } from '../../../hubspot/handlers/ui/answers/ui-portal.ts';
import type { UiAnswer } from '../../../hubspot/handlers/ui/ui-answer.ts';
import { MemoryCrm } from '../memory-crm.ts';

export type AnswerPortal = { readonly crm: MemoryCrm; readonly portal: UiPortal; changes: number };

/** A portal in memory with the starter policy published, and two of its names with users. */
export async function startAnswerPortal(): Promise<AnswerPortal> {
  const crm = new MemoryCrm();
  for (const [id, email] of [
    ['11', 'ana@signalbox.example'],
    ['12', 'ben@signalbox.example'],
  ] as const) {
    crm.owners.push({ id, userId: id, email, firstName: email.slice(0, 3), lastName: null, isArchived: false });
  }
  const store = await openRuleStore(crm);
  await installStarter(store, { timeZone: 'Europe/Berlin', publishedBy: 'Signalbox', now: crm.now });
  const started: AnswerPortal = {
    crm,
    changes: 0,
    portal: {
      portalId: 1,
      appId: crm.appId,
      crm,
      store,
      lists: readLookupLists([], []),
      hasLeads: false,
      people: async () => {
        const { configuration } = await store.readDraft();
        return { configuration, team: await takeTeam(crm, configuration, crm.now) };
      },
      now: () => crm.now,
      rulesChanged: () => {
        started.changes += 1;
        return Promise.resolve();
      },
    },
  };
  return started;
}

/** The content of an answer that must be one. */
export function contentOf<Content>(answer: UiAnswer<Content>): Content {
  if (answer.state !== 'answered') throw new Error(`answered ${JSON.stringify(answer)}`);
  return answer.content;
}
