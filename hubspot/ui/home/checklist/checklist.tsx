import { Alert, Button, ButtonRow, Flex, Heading, ProgressBar, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { SetupForm } from '../../../handlers/ui/ui-forms.ts';
import { useCall } from '../../backend/use-call.ts';
import { AskedContent, RefusedState } from '../asked-content.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { DryRunPanel } from '../steps/dry-run-panel.tsx';
import { FieldEditor } from '../steps/field-editor.tsx';
import { PromiseEditor } from '../steps/promise-editor.tsx';
import { PublishPanel } from '../steps/publish-panel.tsx';
import type { StepDesk } from '../steps/step-context.ts';
import { TeamEditor } from '../steps/team-editor.tsx';
import { ThresholdEditor } from '../steps/threshold-editor.tsx';
import { TriggerList } from '../steps/trigger-list.tsx';
import { useDryRun } from '../steps/use-dry-run.ts';
import { WorkflowList } from '../steps/workflow-list.tsx';
import { judgeSteps } from './judge-steps.ts';
import { StepLine } from './step-line.tsx';
import { progressOf, type Step, type StepKey } from './step.ts';

const editors: Readonly<Record<StepKey, (step: StepDesk) => ReactNode>> = {
  team: TeamEditor,
  promises: PromiseEditor,
  fields: FieldEditor,
  thresholds: ThresholdEditor,
  trigger: TriggerList,
  workflows: WorkflowList,
  dryRun: DryRunPanel,
  publish: PublishPanel,
};

/** What a first run asks, in its order. How it stands comes from the portal each time: the page remembers nothing. */
export function Checklist(): ReactNode {
  const asked = useCall('setup', {});
  return (
    <AskedContent asked={asked} what="how the portal is set up">
      {(setup) => <Steps setup={setup} reloadSetup={asked.reload} />}
    </AskedContent>
  );
}

function Steps({ setup, reloadSetup }: { readonly setup: SetupForm; readonly reloadSetup: () => void }): ReactNode {
  const desk = useDraft();
  const fields = useCall('fields', {});
  const workflows = useCall('workflows', {});
  const dryRun = useDryRun();
  // The one that was first to do stays open when it is done: nobody likes a page that jumps.
  const [open, setOpen] = useState<StepKey | null>(
    () => firstToDo(judgeSteps({ ...nothingKnown, setup }))?.key ?? null,
  );
  const { draft } = desk;
  const steps = judgeSteps({
    setup,
    draft,
    fields: fields.content,
    workflows: workflows.content,
    dryRun: dryRun.result,
  });
  const next = firstToDo(steps);
  const step: StepDesk = { setup, desk, fields, workflows, dryRun, onSaved: reloadSetup };
  return (
    <Flex direction="column" gap="md">
      <Progress steps={steps} />
      <Notices setup={setup} />
      {draft === null && desk.refused !== null && (
        <RefusedState refused={desk.refused} isLoading={desk.isLoading} reload={desk.reload} />
      )}
      {steps.map((each, place) => {
        const Editor = editors[each.key];
        const isOpen = each.key === open;
        return (
          <StepLine
            key={each.key}
            step={each}
            number={place + 1}
            isNext={each === next}
            isOpen={isOpen}
            onToggle={() => setOpen(isOpen ? null : each.key)}
          >
            <Editor {...step} />
            {next !== null && next !== each && each.state !== 'todo' && (
              <ButtonRow>
                <Button onClick={() => setOpen(next.key)}>Go on: {next.title}</Button>
              </ButtonRow>
            )}
          </StepLine>
        );
      })}
    </Flex>
  );
}

const nothingKnown = { draft: null, fields: null, workflows: null, dryRun: null };

function firstToDo(steps: readonly Step[]): Step | null {
  return steps.find(({ state }) => state === 'todo') ?? null;
}

function Progress({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const { done, of } = progressOf(steps);
  const toDo = steps.filter(({ state }) => state === 'todo').length;
  const toLook = steps.filter(({ state }) => state === 'look').length;
  const rest = [
    ...(toDo === 0 ? [] : [`${toDo} to do`]),
    ...(toLook === 0 ? [] : [`${toLook} to look at`]),
    ...(steps.length === of ? [] : [`${steps.length - of} not possible here`]),
  ];
  return (
    <Flex direction="column" gap="xs">
      <Heading>From nothing to the first routed lead</Heading>
      <ProgressBar
        title={`${done} of ${of} done`}
        value={done}
        maxValue={Math.max(of, 1)}
        {...(rest.length === 0 ? {} : { valueDescription: rest.join(', ') })}
        variant="success"
      />
      <Text variant="microcopy">
        Go from top to bottom. Nothing on a contact changes before the last step, and then only for new leads.
      </Text>
    </Flex>
  );
}

function Notices({ setup }: { readonly setup: SetupForm }): ReactNode {
  return (
    <>
      {!setup.isPrepared && (
        <Alert title="The portal is still being prepared" variant="info">
          <Text>Properties and object types are made in the background. It takes a few minutes; look again then.</Text>
        </Alert>
      )}
      {setup.ruleForm === 'files' && (
        <Alert title="Rules are kept in Files here">
          <Text>
            This plan has no custom objects. Everything works; each revision is a readable page in Files instead of
            records in lists.
          </Text>
        </Alert>
      )}
    </>
  );
}
