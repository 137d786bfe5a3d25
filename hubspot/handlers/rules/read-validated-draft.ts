import { contentMessages } from '../../../core/src/author/policy/content-messages.ts';
import { formMessages } from '../../../core/src/author/policy/form-messages.ts';
import { policySchema } from '../../../core/src/author/policy/policy-schema.ts';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { assemble, writePolicy } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { PortalConfiguration } from '../portal/portal-settings.ts';
import { isRowCode, rowProblem } from './row-advice.ts';
import type { DraftRows, RuleProblem, RuleStore } from './rule-store.ts';

/** A draft that can be published as it is, or everything that is wrong with it. */
export type ValidatedDraft =
  | {
      readonly policy: Policy;
      /** The canonical text, and its SHA-256. */
      readonly text: string;
      readonly hash: string;
      readonly problems: readonly [];
      readonly configuration: PortalConfiguration;
    }
  | {
      readonly policy: null;
      readonly text: null;
      readonly hash: null;
      readonly problems: readonly RuleProblem[];
      readonly configuration: PortalConfiguration;
    };

/** Reads the draft and checks it as every edition does. */
export async function readValidatedDraft(store: RuleStore): Promise<ValidatedDraft> {
  return validateDraft(await store.readDraft());
}

/**
 * What core says of the rows: what cannot be read out of them, what does not fit the form of a policy, and what contradicts
 * itself, each with its place, the nearest known name and the next step. All of it at once.
 */
export function validateDraft({ rows, configuration, problems }: DraftRows): ValidatedDraft {
  const assembled = assemble([...rows]);
  const ofRows = assembled.problems.filter(({ code }) => isRowCode(code)).map((problem) => rowProblem(problem, rows));
  // A row that could not be read has defaults, of which the form would only say the same in other words.
  const ofForm = ofRows.length > 0 ? [] : formProblems(assembled.policy);
  const ofContent = contentProblems(assembled.policy).filter(
    ({ code }) => ofForm.length === 0 || !saidByForm.includes(code),
  );
  const all = [...problems, ...ofRows, ...ofForm, ...ofContent];
  if (all.length > 0) {
    return { policy: null, text: null, hash: null, problems: all, configuration };
  }
  const text = writePolicy(assembled.policy);
  return { policy: assembled.policy, text, hash: hashText(text), problems: [], configuration };
}

/** Checks of the content that the form makes too, at the same places. */
const saidByForm: readonly string[] = ['POL100', 'POL104', 'POL120', 'POL122', 'POL127', 'POL128', 'POL129'];

function formProblems(policy: Policy): RuleProblem[] {
  const read = policySchema.safeParse(policy);
  if (read.success) return [];
  return read.error.issues
    .flatMap((issue) => formMessages(issue, policy))
    .map(({ code, about, found, next }) => ({ code, about, found, next }));
}

function contentProblems(policy: Policy): RuleProblem[] {
  return contentMessages(policy, 'draft').map(({ code, about, found, next }) => ({ code, about, found, next }));
}
