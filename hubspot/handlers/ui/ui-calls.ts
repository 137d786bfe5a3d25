import * as z from 'zod';
import { cardDataSchema } from '../card/card-data.ts';
import { leadPageForm, learningForm } from '../learning/learning-forms.ts';
import { rights, type NeededRight } from './right.ts';
import {
  accessForm,
  alertsForm,
  decidedForm,
  decisionsForm,
  doneForm,
  draftForm,
  draftRowForm,
  dryRunForm,
  fieldsForm,
  grantsForm,
  publishedForm,
  revisionForm,
  revisionsForm,
  setupForm,
  signInForm,
  statusForm,
  uninstalledForm,
  usersForm,
  workflowsForm,
} from './ui-forms.ts';

/** One thing that cards, settings and pages can ask a backend for. */
export type UiCall<Input extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> = {
  readonly path: string;
  /**
   * `read` changes nothing: its input is a query. `work` changes nothing either, and its input is a body. `write` is done once:
   * the very same call again is refused.
   */
  readonly kind: 'read' | 'work' | 'write';
  readonly needs: NeededRight;
  /** Which editions answer it. */
  readonly editions: readonly ('marketplace' | 'private')[];
  readonly input: Input;
  readonly answer: Answer;
};

/** An id of HubSpot. */
export const idText = z.string().regex(/^\d{1,20}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const key = z.string().min(1).max(100);
const email = z.string().min(3).max(320);
const words = z.string().max(2_000);
const instantText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const nothing = z.object({});

/** A contact, or the lead record that stands for one. */
const subject = z.union([z.object({ contactId: idText }), z.object({ leadId: idText })]);

const decisionQuery = z.object({
  contactId: idText.optional(),
  /** An e-mail address, a first name, a last name or a company as it is written in the portal. */
  words: z.string().min(1).max(320).optional(),
  destinationKey: key.optional(),
  givenTo: key.optional(),
  /** UTC milliseconds in digits, both included. */
  from: instantText.optional(),
  until: instantText.optional(),
  /** What the answer before said under `after`. */
  after: z.string().min(1).max(200).optional(),
  most: z.coerce.number().int().min(1).max(100).default(25),
});

/** So many rows come from the largest policy, with people, hours and options beside it. */
const rows = z.array(draftRowForm).max(5_000);

const both = ['marketplace', 'private'] as const;

function call<Input extends z.ZodType, Answer extends z.ZodType>(
  kind: UiCall['kind'],
  path: string,
  needs: NeededRight,
  input: Input,
  answer: Answer,
  editions: UiCall['editions'] = both,
): UiCall<Input, Answer> {
  return { path, kind, needs, editions, input, answer };
}

/** Everything that can be asked, by name: what both backends answer and both transports carry. */
export const uiCalls = {
  access: call('read', '/ui/access', 'anybody', nothing, accessForm),
  card: call('read', '/ui/card', 'anybody', subject, cardDataSchema),
  decide: call('write', '/ui/decide', 'worker', z.strictObject({ contactId: idText }), decidedForm),
  handBack: call('write', '/ui/hand-back', 'worker', z.strictObject({ contactId: idText, words }), decidedForm),
  report: call(
    'write',
    '/ui/report',
    'worker',
    z.strictObject({ contactId: idText, about: z.enum(['score', 'owner', 'outcome']), words }),
    doneForm,
  ),
  status: call('read', '/ui/status', 'read', nothing, statusForm),
  setup: call('read', '/ui/setup', 'read', nothing, setupForm),
  fields: call('read', '/ui/fields', 'read', nothing, fieldsForm),
  workflows: call('read', '/ui/workflows', 'read', nothing, workflowsForm),
  users: call('read', '/ui/users', 'read', nothing, usersForm),
  alerts: call('read', '/ui/alerts', 'read', nothing, alertsForm),
  decisions: call('read', '/ui/decisions', 'read', decisionQuery, decisionsForm),
  draft: call('read', '/ui/rules/draft', 'read', nothing, draftForm),
  saveDraft: call(
    'write',
    '/ui/rules/save',
    'edit',
    z.strictObject({ rows, version: z.string().min(1).max(100) }),
    draftForm,
  ),
  /** Of the rows that are sent, or of the draft as it stands. */
  dryRun: call(
    'work',
    '/ui/rules/dry-run',
    'read',
    z.strictObject({ rows: rows.nullable(), most: z.int().min(1).max(100) }),
    dryRunForm,
  ),
  /** How the learning of points from won and lost leads stands. */
  learning: call('read', '/ui/learning', 'read', nothing, learningForm, ['marketplace']),
  startLearning: call('write', '/ui/learning/start', 'edit', z.strictObject({}), learningForm, ['marketplace']),
  cancelLearning: call('write', '/ui/learning/cancel', 'edit', z.strictObject({}), learningForm, ['marketplace']),
  /** Past leads, as a revision sees them: the page that asks learns from them itself. */
  learningPage: call(
    'work',
    '/ui/learning/page',
    'edit',
    z.strictObject({ hash, after: idText.nullable() }),
    leadPageForm,
    ['private'],
  ),
  /** Rows with points that were learned; `words` says of what. */
  draftLearned: call(
    'write',
    '/ui/rules/save-learned',
    'edit',
    z.strictObject({ rows, version: z.string().min(1).max(100), words: z.string().min(1).max(300) }),
    draftForm,
  ),
  publish: call('write', '/ui/rules/publish', 'publish', z.strictObject({ draftHash: hash }), publishedForm),
  revisions: call('read', '/ui/rules/revisions', 'read', nothing, revisionsForm),
  revision: call('read', '/ui/rules/revision', 'read', z.object({ hash }), revisionForm),
  rollBack: call('write', '/ui/rules/roll-back', 'publish', z.strictObject({ hash }), publishedForm),
  grants: call('read', '/ui/grants', 'grant', nothing, grantsForm),
  /** Replaces all grants. */
  setGrants: call(
    'write',
    '/ui/grants/set',
    'grant',
    z.strictObject({ grants: z.array(z.strictObject({ email, rights: z.array(z.enum(rights)) })).max(200) }),
    grantsForm,
  ),
  /** Named once more in the body: no call does this by mistake. */
  uninstall: call('write', '/ui/uninstall', 'grant', z.strictObject({ uninstall: z.literal(true) }), uninstalledForm, [
    'marketplace',
  ]),
  /** `email` is who they say they are; `code` comes back once they wrote it into the record. */
  signIn: call(
    'write',
    '/ui/sign-in',
    'anybody',
    z.strictObject({ email, code: z.string().max(300).nullable() }),
    signInForm,
    ['private'],
  ),
} as const;

export type UiCallName = keyof typeof uiCalls;
/** As a caller writes it. */
export type UiInput<Name extends UiCallName> = z.input<(typeof uiCalls)[Name]['input']>;
/** As a backend reads it. */
export type UiRead<Name extends UiCallName> = z.output<(typeof uiCalls)[Name]['input']>;
export type UiContent<Name extends UiCallName> = z.output<(typeof uiCalls)[Name]['answer']>;
