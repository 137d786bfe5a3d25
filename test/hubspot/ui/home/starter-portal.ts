import { createHash } from 'node:crypto';
import { flatten } from '../../../../core/src/decide/index.ts';
import { checkDraft } from '../../../../hubspot/handlers/rules/check-draft.ts';
import { readConfiguration, rowsOfConfiguration } from '../../../../hubspot/handlers/rules/configuration-rows.ts';
import { orderRows, type DraftRow } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { starterPolicy } from '../../../../hubspot/handlers/rules/install-starter.ts';
import { policyRowsOf } from '../../../../hubspot/handlers/rules/policy-rows.ts';
import { configurationFor } from '../../../../hubspot/handlers/rules/starter-configuration.ts';
import type {
  DraftForm,
  DraftRowForm,
  RevisionEntryForm,
  FieldsForm,
  SetupForm,
  UsersForm,
  WorkflowsForm,
} from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { rowsOfKind, textOf } from '../../../../hubspot/ui/home/draft/edit-rows.ts';
import { modeOf } from '../../../../hubspot/ui/home/draft/settings.ts';
import { refusal } from './refusal.ts';
import type { Script } from './scripted-backend.ts';

/** The rows of a portal on its first day: the policy and the configuration that come with this version. */
export function starterRows(): DraftRowForm[] {
  const policy = starterPolicy();
  return [...flatten(policy), ...rowsOfConfiguration(configurationFor(policy, 'Europe/Berlin'))].map((row) => ({
    ...row,
    cells: [...row.cells],
  }));
}

/** The users of the portal, none of whom the rules know yet. */
export const portalUsers: UsersForm['users'] = ['Ana Lopes', 'Ben Ito', 'Chiara Neri', 'Mara Holm', 'Tom Reed'].map(
  (name, place) => ({
    ownerId: String(70 + place),
    email: `${name.split(' ')[0]!.toLowerCase()}@example.com`,
    name,
  }),
);

export const noon = Date.UTC(2026, 10, 18, 11, 0);

/** A portal as far as setting it up goes: what is saved is there when it is asked for again, and rows are checked for real. */
export class StarterPortal {
  rows: DraftRowForm[];
  version = 1;
  live: { readonly entry: RevisionEntryForm; readonly rows: readonly DraftRowForm[] } | null = null;
  /** What the setup says beside people, pools, promises and mode. */
  others: Partial<SetupForm> = {};

  constructor(rows: DraftRowForm[] = starterRows()) {
    this.rows = rows;
    this.#goLive();
  }

  #goLive(): void {
    const number = (this.live?.entry.number ?? 0) + 1;
    const previousHash = this.live?.entry.hash ?? null;
    const entry = {
      number,
      hash: hashOf(this.rows),
      publishedAt: noon,
      publishedBy: 'ops@example.com',
      previousHash,
      isLive: true,
    };
    this.live = { entry, rows: this.rows };
  }

  /** Somebody else saves something. */
  changeElsewhere(rows: DraftRowForm[]): void {
    this.rows = rows;
    this.version += 1;
  }

  draft(): DraftForm {
    const rows = orderRows(this.rows as DraftRow[]);
    const configured = readConfiguration(rows);
    const { problems } = checkDraft({ rows: policyRowsOf(rows), problems: configured.problems });
    return {
      rows: this.rows,
      version: `v${this.version}`,
      problems: [...problems],
      hash: problems.length > 0 ? null : hashOf(this.rows),
      live: this.live?.entry ?? null,
    };
  }

  setup(): SetupForm {
    const people = rowsOfKind(this.rows, 'person').map((row) => ({
      repKey: textOf(row, 'repKey')!,
      name: textOf(row, 'displayName')!,
      email: textOf(row, 'ownerEmail'),
    }));
    const hasUser = (repKey: string | null): boolean =>
      people.some((person) => person.repKey === repKey && person.email !== null);
    const members = rowsOfKind(this.rows, 'member');
    const promises = rowsOfKind(this.rows, 'sla');
    return {
      isPrepared: true,
      ruleForm: 'records',
      live: this.live?.entry ?? null,
      mode: this.live === null ? null : modeOf(this.live.rows),
      people: people.map((person) => ({ ...person, problem: null })),
      pools: rowsOfKind(this.rows, 'pool').map((row) => {
        const ours = members.filter((member) => textOf(member, 'poolKey') === textOf(row, 'poolKey'));
        const membersWithUser = ours.filter((member) => hasUser(textOf(member, 'memberKey'))).length;
        return {
          poolKey: textOf(row, 'poolKey')!,
          label: textOf(row, 'label')!,
          members: ours.length,
          membersWithUser,
        };
      }),
      promises: promises.map((row) => ({
        slaKey: textOf(row, 'slaKey')!,
        label: textOf(row, 'label')!,
        ownerKey: textOf(row, 'ownerKey')!,
        hasUser: hasUser(textOf(row, 'ownerKey')),
      })),
      triggers: [
        { key: 'webhooks', state: 'on', words: 'HubSpot tells of every new contact.' },
        { key: 'workflowAction', state: 'available', words: 'Add “Decide with Signalbox” to a workflow of contacts.' },
        { key: 'customCode', state: 'unavailable', words: 'Only in the private edition.' },
        { key: 'publicEndpoint', state: 'unavailable', words: 'Only in the private edition.' },
        { key: 'cardButton', state: 'available', words: 'Add the card to the contact’s record.' },
        { key: 'bulkAction', state: 'available', words: 'In a list of contacts, choose Decide.' },
      ],
      missingScopes: [],
      decidedLeads: 0,
      ...this.others,
    };
  }

  fields(): FieldsForm {
    return {
      contacts: 100,
      fields: [
        { field: 'employees', sources: ['company.numberofemployees'], isOwn: false, filled: 9 },
        { field: 'industry', sources: ['industry', 'company.industry'], isOwn: false, filled: 64 },
        { field: 'email', sources: ['email'], isOwn: false, filled: 100 },
      ],
      properties: [
        { path: 'numemployees', label: 'Number of employees' },
        { path: 'company.numberofemployees', label: 'Number of employees' },
        { path: 'company.headcount', label: 'Head count' },
        { path: 'industry', label: 'Industry' },
      ],
    };
  }

  workflows(): WorkflowsForm {
    return {
      state: 'known',
      words: 'One of 14 workflows sets the owner of contacts.',
      workflows: [{ id: '801', name: 'Round robin inbound', isOn: true, what: 'Rotates contacts to six users.' }],
    };
  }

  /** What it answers to the calls of the pages. */
  script(): Script {
    return {
      access: {
        edition: 'marketplace',
        email: 'ops@example.com',
        rights: ['read', 'edit', 'publish', 'grant'],
        isWorker: false,
        isAdmin: true,
        isSignInNeeded: false,
      },
      setup: () => this.setup(),
      draft: () => this.draft(),
      users: { users: portalUsers },
      saveDraft: ({ rows, version }) => {
        if (version !== `v${this.version}`) return refusal('HSW021');
        this.rows = rows;
        this.version += 1;
        return this.draft();
      },
      publish: ({ draftHash }) => {
        const { hash, problems } = this.draft();
        if (hash === null) return { ...refusal('HSW020'), problems };
        if (hash !== draftHash) return refusal('HSW021');
        const isNew = hash !== this.live?.entry.hash;
        if (isNew) this.#goLive();
        return { live: this.live!.entry, isNew };
      },
      fields: () => this.fields(),
      workflows: () => this.workflows(),
    };
  }
}

function hashOf(rows: readonly DraftRowForm[]): string {
  return createHash('sha256')
    .update(JSON.stringify(policyRowsOf(orderRows(rows as readonly DraftRow[]))))
    .digest('hex');
}
