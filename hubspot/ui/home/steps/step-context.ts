import type { DryRunForm, FieldsForm, SetupForm, WorkflowsForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import type { Asked } from '../../backend/use-call.ts';
import type { DraftDesk } from '../draft/use-draft.ts';

/** A dry run as far as it is. Nothing keeps it: whoever comes back runs it anew. */
export type DryRunDesk = {
  readonly result: DryRunForm | null;
  readonly refused: Refused | null;
  readonly isRunning: boolean;
  readonly run: () => void;
};

/** Everything that a step's editor works with. */
export type StepDesk = {
  readonly setup: SetupForm;
  readonly desk: DraftDesk;
  readonly fields: Asked<FieldsForm>;
  readonly workflows: Asked<WorkflowsForm>;
  readonly dryRun: DryRunDesk;
  /** After something was saved or published: the state comes from the portal anew. */
  readonly onSaved: () => void;
};
