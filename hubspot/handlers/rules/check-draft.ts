import { contentMessages } from '../../../core/src/author/policy/content-messages.ts';
import { formMessages } from '../../../core/src/author/policy/form-messages.ts';
import { policySchema } from '../../../core/src/author/policy/policy-schema.ts';
import { assemble } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { isRowCode, rowProblem } from './row-advice.ts';
import type { DraftRows, RuleProblem } from './rule-store.ts';

/** The policy that rows say, with everything that keeps it from being published. */
export type CheckedDraft = { readonly policy: Policy; readonly problems: readonly RuleProblem[] };

/**
 * What core says of the rows: what cannot be read out of them, what does not fit the form of a policy, and what contradicts
 * itself, each with its place, the nearest known name and the next step. All of it at once. It needs nothing of Node, so that
 * the page on which somebody types checks with it too.
 */
export function checkDraft({ rows, problems }: Pick<DraftRows, 'rows' | 'problems'>): CheckedDraft {
  const assembled = assemble([...rows]);
  const ofRows = assembled.problems.filter(({ code }) => isRowCode(code)).map((problem) => rowProblem(problem, rows));
  // A row that could not be read has defaults, of which the form would only say the same in other words.
  const ofForm = ofRows.length > 0 ? [] : formProblems(assembled.policy);
  const ofContent = contentProblems(assembled.policy).filter(
    ({ code }) => ofForm.length === 0 || !saidByForm.includes(code),
  );
  return { policy: assembled.policy, problems: [...problems, ...ofRows, ...ofForm, ...ofContent] };
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
