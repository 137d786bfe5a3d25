import { readLookupLists } from '../../../../core/src/author/run/look-up-lists.ts';
import { flatten } from '../../../../core/src/decide/index.ts';
import { FileRuleStore } from '../../../../hubspot/handlers/rules/file-rule-store.ts';
import { starterPolicy } from '../../../../hubspot/handlers/rules/install-starter.ts';
import { publishDraft } from '../../../../hubspot/handlers/rules/publish-draft.ts';
import { configurationFor } from '../../../../hubspot/handlers/rules/starter-configuration.ts';
import {
  answerDraft,
  answerRevision,
  publishLookedAt,
  rollBackTo,
  saveDraft,
  saveLearned,
} from '../../../../hubspot/handlers/ui/answers/draft-answers.ts';
import { answerGrants, setGrants } from '../../../../hubspot/handlers/ui/answers/grants-answers.ts';
import { answerLeadPage } from '../../../../hubspot/handlers/ui/answers/learning-page.ts';
import type { UiPortal } from '../../../../hubspot/handlers/ui/answers/ui-portal.ts';
import { answered, type UiAnswer } from '../../../../hubspot/handlers/ui/ui-answer.ts';
import { uiCalls, type UiCallName, type UiContent, type UiInput } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import { refusalOf } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import type { AccessForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import type { Backend, Result } from '../../../../hubspot/ui/backend/backend.ts';
import { away, readContent, readRefusal } from '../../../../hubspot/ui/backend/read-answer.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { portalFields, portalUsers } from './portal-people.ts';

export const morning = Date.UTC(2026, 10, 20, 9);

const noLists = readLookupLists([], []);
const given = { keys: [Buffer.alloc(32, 7)], admins: ['ops@example.com'] };

type Instead = {
  readonly [Name in UiCallName]?: ((input: UiInput<Name>) => UiAnswer<UiContent<Name>>) | null;
};

/**
 * A portal of files in memory that answers the calls of the settings as both editions do: by the same code, on a real store of
 * rules. What a test says otherwise goes before.
 */
export class PortalBackend implements Backend {
  readonly edition: Backend['edition'] = 'marketplace';
  /** The contacts and deals of the portal. */
  readonly crm = new MemoryCrm({ now: morning });
  readonly store = new FileRuleStore(new MemoryCrm());
  readonly asked: { readonly name: UiCallName; readonly input: unknown }[] = [];
  session: string | null = null;
  access: AccessForm = {
    edition: 'marketplace',
    email: 'ops@example.com',
    rights: ['read', 'edit', 'publish', 'grant'],
    isWorker: false,
    isAdmin: true,
    isSignInNeeded: false,
  };
  /** Nobody answers. */
  isAway = false;
  #instead: Instead = {};
  #now = morning;
  #waiting: Promise<void> = Promise.resolve();

  /** A portal with the starter policy published as revision 1. */
  static async open(): Promise<PortalBackend> {
    const backend = new PortalBackend();
    const policy = starterPolicy();
    await backend.store.writeDraft(flatten(policy), configurationFor(policy, 'Europe/Berlin'));
    await publishDraft(backend.store, { publishedBy: 'ops@example.com', now: morning - 86_400_000 });
    return backend;
  }

  /** From now on these calls are answered so; null for the portal's own answer. */
  answerInstead(instead: Instead): void {
    this.#instead = { ...this.#instead, ...instead };
  }

  /** Answers are held back until what this returns is called. */
  hold(): () => void {
    let release = (): void => {};
    this.#waiting = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  async call<Name extends UiCallName>(name: Name, input: UiInput<Name>): Promise<Result<UiContent<Name>>> {
    const read = uiCalls[name].input.parse(JSON.parse(JSON.stringify(input))) as never;
    this.asked.push({ name, input });
    await this.#waiting;
    if (this.isAway) return away();
    const instead = this.#instead[name] as ((input: never) => UiAnswer<UiContent<Name>>) | null | undefined;
    const answer = instead === undefined || instead === null ? await this.#answer(name, read) : instead(read);
    return answer.state === 'answered'
      ? readContent(name, JSON.parse(JSON.stringify(answer.content)))
      : readRefusal(JSON.parse(JSON.stringify(refusalOf(answer))));
  }

  takeSession(session: string | null): void {
    this.session = session;
  }

  /** The inputs of all calls of this name, oldest first. */
  inputsOf<Name extends UiCallName>(name: Name): UiInput<Name>[] {
    return this.asked.flatMap((call) => (call.name === name ? [call.input as UiInput<Name>] : []));
  }

  async #answer(name: UiCallName, input: never): Promise<UiAnswer<never>> {
    const { portal } = this;
    const answers: { readonly [Name in UiCallName]?: (input: UiInput<Name>) => Promise<UiAnswer<UiContent<Name>>> } = {
      access: () => Promise.resolve(answered(this.access)),
      draft: () => answerDraft(this.store),
      saveDraft: (sent) => saveDraft(portal, sent),
      learningPage: (asked) => answerLeadPage(portal, asked, given.keys),
      draftLearned: (sent) => saveLearned(portal, sent, 'ops@example.com'),
      publish: ({ draftHash }) => publishLookedAt(portal, draftHash, 'ops@example.com', () => Promise.resolve()),
      revisions: async () => answered({ revisions: await this.store.listRevisions() }),
      revision: ({ hash }) => answerRevision(this.store, hash),
      rollBack: ({ hash }) => rollBackTo(portal, hash, () => Promise.resolve()),
      grants: () => answerGrants(portal, given),
      setGrants: ({ grants }) => setGrants(portal, grants, given),
      users: () => Promise.resolve(answered({ users: [...portalUsers] })),
      fields: () => Promise.resolve(answered(portalFields)),
      uninstall: () => Promise.resolve(answered({ isHubSpotTold: true })),
    };
    const answer = answers[name] as ((input: never) => Promise<UiAnswer<never>>) | undefined;
    return answer === undefined ? { state: 'unavailable', retryAfterSeconds: 5 } : answer(input);
  }

  get portal(): UiPortal {
    return {
      portalId: 4242,
      appId: 31,
      crm: this.crm,
      store: this.store,
      lists: noLists,
      hasLeads: false,
      people: () => Promise.reject(new Error('No call of these tests asks for people.')),
      now: () => {
        this.#now += 60_000;
        return this.#now;
      },
      rulesChanged: () => Promise.resolve(),
    };
  }
}
