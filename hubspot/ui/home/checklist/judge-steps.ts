import type { DraftForm, DryRunForm, FieldsForm, SetupForm, WorkflowsForm } from '../../../handlers/ui/ui-forms.ts';
import { judgeFields } from './judge-fields.ts';
import { judgeDryRun, judgeThresholds, judgeWorkflows } from './judge-rules.ts';
import { judgePromises, judgePublishing, judgeTeam, judgeTrigger } from './judge-setup.ts';
import { stepOf, type Standing, type Step } from './step.ts';

/** What is known so far; null where it is asked for still, or nobody answered. */
export type KnownSetup = {
  readonly setup: SetupForm;
  readonly draft: DraftForm | null;
  readonly fields: FieldsForm | null;
  readonly workflows: WorkflowsForm | null;
  readonly dryRun: DryRunForm | null;
};

const notKnown: Standing = { state: 'unknown', found: 'This is not known yet.' };

/** All steps in their order, each as it stands in the portal. */
export function judgeSteps({ setup, draft, fields, workflows, dryRun }: KnownSetup): Step[] {
  const isDraftOther = draft !== null && draft.hash !== (draft.live?.hash ?? null);
  return [
    stepOf('team', judgeTeam(setup)),
    stepOf('promises', judgePromises(setup)),
    stepOf('fields', fields === null || draft === null ? notKnown : judgeFields(fields, draft.rows)),
    stepOf('thresholds', draft === null ? notKnown : judgeThresholds(draft.rows, dryRun)),
    stepOf('trigger', judgeTrigger(setup)),
    stepOf('workflows', workflows === null ? notKnown : judgeWorkflows(workflows, setup.missingScopes)),
    stepOf('dryRun', judgeDryRun(setup, dryRun)),
    stepOf('publish', judgePublishing(setup, isDraftOther)),
  ];
}
