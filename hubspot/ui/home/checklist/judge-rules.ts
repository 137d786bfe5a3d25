import type { DraftRowForm, DryRunForm, SetupForm, WorkflowsForm } from '../../../handlers/ui/ui-forms.ts';
import { countOf } from '../../words/count-of.ts';
import { wholeSetting } from '../draft/settings.ts';
import { nameSome } from './judge-setup.ts';
import type { Standing } from './step.ts';

/** Where high begins, and under which confidence a person looks. */
export type Limits = { readonly fitHigh: number; readonly engagementHigh: number; readonly lowConfidence: number };

export const limitKeys = ['fitHigh', 'engagementHigh', 'lowConfidence'] as const;

/** Null where a number is missing. */
export function limitsOf(rows: readonly DraftRowForm[]): Limits | null {
  const fitHigh = wholeSetting(rows, 'fitHigh');
  const engagementHigh = wholeSetting(rows, 'engagementHigh');
  const lowConfidence = wholeSetting(rows, 'lowConfidence');
  return fitHigh === null || engagementHigh === null || lowConfidence === null
    ? null
    : { fitHigh, engagementHigh, lowConfidence };
}

/** How many leads of a dry run fall on the upper side of each limit. */
export function countAbove(limits: Limits, leads: DryRunForm['leads']): Limits {
  const count = (isAbove: (lead: DryRunForm['leads'][number]['after']) => boolean): number =>
    leads.filter(({ after }) => isAbove(after)).length;
  return {
    fitHigh: count(({ fit }) => fit >= limits.fitHigh),
    engagementHigh: count(({ engagement }) => engagement >= limits.engagementHigh),
    lowConfidence: count(({ confidence }) => confidence >= limits.lowConfidence),
  };
}

/** Fewer leads than this say nothing about a limit. */
const fewest = 10;

/** Whether the limits tell leads apart. */
export function judgeThresholds(rows: readonly DraftRowForm[], dryRun: DryRunForm | null): Standing {
  const limits = limitsOf(rows);
  if (limits === null) {
    return { state: 'todo', found: 'A threshold is missing, so the rules cannot be published.' };
  }
  const words = `High fit begins at ${limits.fitHigh}, high engagement at ${limits.engagementHigh}; confidence under ${limits.lowConfidence} is low.`;
  if (dryRun === null || dryRun.leads.length < fewest) {
    return { state: 'done', found: words };
  }
  const above = countAbove(limits, dryRun.leads);
  const isOneSided = [above.fitHigh, above.engagementHigh].some(
    (count) => count === 0 || count === dryRun.leads.length,
  );
  const share = `Of ${countOf(dryRun.leads.length, 'contact')} ${above.fitHigh} are high in fit and ${above.engagementHigh} in engagement.`;
  return { state: isOneSided ? 'look' : 'done', found: `${words} ${share}` };
}

/** Whether something else gives leads to people too. */
export function judgeWorkflows(
  { state, words, workflows }: WorkflowsForm,
  missingScopes: SetupForm['missingScopes'],
): Standing {
  if (state === 'unknown') {
    const isScopeMissing = missingScopes.some(({ scope }) => scope.startsWith('automation'));
    return { state: isScopeMissing ? 'look' : 'impossible', found: words };
  }
  const on = workflows.filter(({ isOn }) => isOn);
  return on.length === 0
    ? { state: 'done', found: 'No workflow that is on sets an owner.' }
    : {
        state: 'look',
        found: `${nameSome(on.map(({ name }) => name))} also ${on.length === 1 ? 'sets' : 'set'} owners.`,
      };
}

/** Whether somebody has seen what the rules would do. */
export function judgeDryRun({ decidedLeads }: SetupForm, dryRun: DryRunForm | null): Standing {
  if (dryRun !== null) {
    return {
      state: 'done',
      found: `The newest ${countOf(dryRun.contacts, 'contact')} were tried: ${dryRun.moved} would go elsewhere.`,
    };
  }
  return decidedLeads > 0
    ? {
        state: 'done',
        found: `The rules have decided ${countOf(decidedLeads, 'lead')}. A dry run shows what the draft would change.`,
      }
    : { state: 'todo', found: 'See what the rules would do with your newest contacts. Nothing is written.' };
}
