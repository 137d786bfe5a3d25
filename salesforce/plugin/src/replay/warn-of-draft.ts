import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Captured } from './captured.ts';

/** What a replay of a draft cannot tell, in plain words: names that past leads or the roster do not have. */
export function warnOfDraft(draft: Policy, decisions: readonly Captured[]): string[] {
  const latest = decisions.at(-1);
  if (latest === undefined) return [];
  const reps = new Set(latest.run.roster.reps.map(({ repKey }) => repKey));
  const members = new Set(draft.members.map(({ memberKey }) => memberKey));
  const strangers = [...members].filter((key) => !reps.has(key)).sort();
  const captured = new Set(decisions.flatMap(({ run }) => run.policy.fields.map(({ fieldKey }) => fieldKey)));
  const unknown = draft.fields.map(({ fieldKey }) => fieldKey).filter((key) => !captured.has(key));
  const warnings: string[] = [];
  if (strangers.length > 0) {
    warnings.push(`The roster does not have ${strangers.join(', ')}: the draft passes them over here.`);
  }
  if (unknown.length > 0) {
    warnings.push(`No past lead was asked for ${unknown.join(', ')}: the draft finds these fields empty here.`);
  }
  return warnings;
}
