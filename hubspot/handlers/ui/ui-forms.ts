import * as z from 'zod';
import { rights } from './right.ts';

/**
 * What cards, settings and pages get, as it comes over the wire in both editions. Every instant is UTC milliseconds. Whoever
 * shows it reads it with these schemas, so that an old card before a new backend fails with words and not with a blank.
 */

const instant = z.int();
const right = z.enum(rights);

/** Something that is wrong with the rules, as ops read it. */
export const ruleProblemForm = z.object({ code: z.string(), about: z.string(), found: z.string(), next: z.string() });

export const revisionEntryForm = z.object({
  number: z.int(),
  hash: z.string(),
  publishedAt: instant,
  publishedBy: z.string(),
  previousHash: z.string().nullable(),
  isLive: z.boolean(),
});

/** A row of the draft: of the policy, or of people, business hours and options. */
export const draftRowForm = z.object({
  kind: z.string(),
  position: z.int(),
  cells: z.array(z.object({ column: z.string(), text: z.string().nullable() })),
});

/** What the caller may do. */
export const accessForm = z.object({
  edition: z.enum(['marketplace', 'private']),
  email: z.string().nullable(),
  rights: z.array(right),
  isWorker: z.boolean(),
  /** Whether they have all rights whatever is granted: they installed the app, or its secrets name them. */
  isAdmin: z.boolean(),
  /** Whether HubSpot must first confirm who they are: nothing but reading cards works until then. */
  isSignInNeeded: z.boolean(),
});

export const draftForm = z.object({
  rows: z.array(draftRowForm),
  /** Names this state of the rows; saving with another one is refused. */
  version: z.string(),
  problems: z.array(ruleProblemForm),
  /** SHA-256 of what would be published; null while it cannot be. */
  hash: z.string().nullable(),
  live: revisionEntryForm.nullable(),
});

export const publishedForm = z.object({ live: revisionEntryForm, isNew: z.boolean() });

export const revisionsForm = z.object({ revisions: z.array(revisionEntryForm) });

export const revisionForm = z.object({ entry: revisionEntryForm, rows: z.array(draftRowForm) });

export const decisionForm = z.object({
  decisionId: z.string(),
  contactId: z.string(),
  decidedAt: instant,
  mode: z.string(),
  destinationKey: z.string(),
  band: z.string(),
  slaKey: z.string(),
  givenTo: z.string(),
  basis: z.string(),
  headline: z.string(),
  policyHash: z.string(),
  isCurrent: z.boolean(),
});

export const decisionsForm = z.object({ decisions: z.array(decisionForm), after: z.string().nullable() });

export const alertForm = z.object({
  code: z.string(),
  about: z.string(),
  message: z.string(),
  nextStep: z.string(),
  firstAt: instant,
  lastAt: instant,
  occurrences: z.int(),
});

export const alertsForm = z.object({ alerts: z.array(alertForm) });

export const statusForm = z.object({
  isPrepared: z.boolean(),
  mode: z.string().nullable(),
  live: revisionEntryForm.nullable(),
  waitingLeads: z.int(),
  oldestWaitingSince: instant.nullable(),
  dueEffects: z.int(),
  lastDecidedAt: instant.nullable(),
  openAlerts: z.int(),
  missingScopes: z.array(z.string()),
});

/** Somebody who can own records in the portal. */
export const portalUserForm = z.object({ ownerId: z.string(), email: z.string(), name: z.string() });

export const usersForm = z.object({ users: z.array(portalUserForm) });

/** One way in which leads reach Signalbox, and whether this portal can have it. */
export const triggerForm = z.object({
  key: z.enum(['webhooks', 'workflowAction', 'customCode', 'publicEndpoint', 'cardButton', 'bulkAction']),
  state: z.enum(['on', 'available', 'unavailable', 'unknown']),
  /** Why, and what to do where there is something to do. */
  words: z.string(),
});

export const setupForm = z.object({
  isPrepared: z.boolean(),
  ruleForm: z.enum(['records', 'files']),
  live: revisionEntryForm.nullable(),
  /** Of the live revision; null where none is published. */
  mode: z.enum(['observe', 'suggest', 'live']).nullable(),
  /** People whom the rules name, and what keeps them from getting leads. */
  people: z.array(
    z.object({ repKey: z.string(), name: z.string(), email: z.string().nullable(), problem: z.string().nullable() }),
  ),
  pools: z.array(z.object({ poolKey: z.string(), label: z.string(), members: z.int(), membersWithUser: z.int() })),
  promises: z.array(z.object({ slaKey: z.string(), label: z.string(), ownerKey: z.string(), hasUser: z.boolean() })),
  triggers: z.array(triggerForm),
  /** Optional scopes that were not granted, each with what is done less without it. */
  missingScopes: z.array(z.object({ scope: z.string(), without: z.string() })),
  decidedLeads: z.int(),
});

/** How well the fields are filled on the newest contacts. */
export const fieldsForm = z.object({
  contacts: z.int(),
  fields: z.array(
    z.object({
      field: z.string(),
      /** Properties it is read from, in the order in which they are asked; `company.` before those of the company. */
      sources: z.array(z.string()),
      /** Whether the portal's own settings say so, instead of the usual ones. */
      isOwn: z.boolean(),
      filled: z.int(),
    }),
  ),
  /** Properties that could be sources, for whoever maps them. */
  properties: z.array(z.object({ path: z.string(), label: z.string() })),
});

/** Workflows of the portal that set an owner as well. */
export const workflowsForm = z.object({
  /** `unknown` where the app may not read workflows, or the plan has none. */
  state: z.enum(['known', 'unknown']),
  words: z.string(),
  workflows: z.array(z.object({ id: z.string(), name: z.string(), isOn: z.boolean(), what: z.string() })),
});

const outcomeForm = z.object({
  destinationKey: z.string(),
  destination: z.string(),
  ownerKey: z.string(),
  ownerName: z.string(),
  bucket: z.string(),
  fit: z.int(),
  engagement: z.int(),
  confidence: z.int(),
  /** What decided, in one line. */
  why: z.string(),
});

const countForm = z.object({ key: z.string(), label: z.string(), before: z.int(), after: z.int() });

/** The newest contacts decided by the draft beside the live revision. Nothing is written and no turn is taken. */
export const dryRunForm = z.object({
  contacts: z.int(),
  liveNumber: z.int().nullable(),
  moved: z.int(),
  byDestination: z.array(countForm),
  byOwner: z.array(countForm),
  /** Those that go elsewhere first, then the newest. `before` is null where no revision is live. */
  leads: z.array(
    z.object({
      contactId: z.string(),
      /** What the portal shows of the contact: its name, else its address, else its id. */
      name: z.string(),
      isMoved: z.boolean(),
      before: outcomeForm.nullable(),
      after: outcomeForm,
    }),
  ),
  milliseconds: z.int(),
});

export const decidedForm = z.object({
  /** `waiting`: it will be decided in a moment. */
  state: z.enum(['decided', 'repeated', 'waiting']),
  headline: z.string(),
});

export const doneForm = z.object({ words: z.string() });

export const grantForm = z.object({ email: z.string(), rights: z.array(right) });

export const grantsForm = z.object({
  grants: z.array(grantForm),
  admins: z.array(z.string()),
  /** The text that holds the grants was changed by somebody else than Signalbox, so that it grants nothing. */
  isTampered: z.boolean(),
});

export const uninstalledForm = z.object({ isHubSpotTold: z.boolean() });

/** How somebody proves to a backend without users of its own who they are. */
export const signInForm = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('asked'),
    /** What to write into the field of the record. */
    code: z.string(),
    /** Path of the record in the portal, such as /contacts/1/record/2-5/77. */
    recordPath: z.string(),
    fieldLabel: z.string(),
    until: instant,
  }),
  /** `session` goes with every call from now on. */
  z.object({ state: z.literal('signedIn'), session: z.string(), until: instant }),
]);

export type AccessForm = z.infer<typeof accessForm>;
export type DraftRowForm = z.infer<typeof draftRowForm>;
export type DraftForm = z.infer<typeof draftForm>;
export type PublishedForm = z.infer<typeof publishedForm>;
export type RevisionEntryForm = z.infer<typeof revisionEntryForm>;
export type RevisionsForm = z.infer<typeof revisionsForm>;
export type RevisionForm = z.infer<typeof revisionForm>;
export type DecisionForm = z.infer<typeof decisionForm>;
export type DecisionsForm = z.infer<typeof decisionsForm>;
export type AlertForm = z.infer<typeof alertForm>;
export type AlertsForm = z.infer<typeof alertsForm>;
export type StatusForm = z.infer<typeof statusForm>;
export type UsersForm = z.infer<typeof usersForm>;
export type SetupForm = z.infer<typeof setupForm>;
export type TriggerForm = z.infer<typeof triggerForm>;
export type FieldsForm = z.infer<typeof fieldsForm>;
export type WorkflowsForm = z.infer<typeof workflowsForm>;
export type OutcomeForm = z.infer<typeof outcomeForm>;
export type DryRunForm = z.infer<typeof dryRunForm>;
export type DecidedForm = z.infer<typeof decidedForm>;
export type DoneForm = z.infer<typeof doneForm>;
export type GrantForm = z.infer<typeof grantForm>;
export type GrantsForm = z.infer<typeof grantsForm>;
export type UninstalledForm = z.infer<typeof uninstalledForm>;
export type SignInForm = z.infer<typeof signInForm>;
export type RuleProblemForm = z.infer<typeof ruleProblemForm>;
