import { Alert, Button, ButtonRow, Flex, List, LoadingButton, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { DraftForm } from '../../../handlers/ui/ui-forms.ts';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { LongText } from '../../words/long-text.tsx';
import { useNow } from '../../words/use-now.ts';
import { useAccess, useRight } from '../access.ts';
import { ReadOnlyNotice } from '../access-gate.tsx';
import { modeOf, modes, setMode, settingOf, wholeSetting, type Mode } from '../draft/settings.ts';
import { ConflictNotice } from './save-bar.tsx';
import type { StepDesk } from './step-context.ts';

const options: Readonly<Record<Mode, readonly [label: string, description: string]>> = {
  observe: ['Observe', 'Decides and records every new lead. Changes nothing.'],
  suggest: ['Suggest', 'Writes scores, label and destination as well. Owners stay.'],
  live: ['Live', 'Gives every new lead its owner, task, promise and alert.'],
};

/** Publishes the draft in a mode, after it has said what that will do. */
export function PublishPanel({ setup, desk, onSaved }: StepDesk): ReactNode {
  const { caller } = useAccess();
  const mayPublish = useRight('publish');
  const now = useNow(60_000);
  const [picked, setPicked] = useState<Mode | null>(null);
  const [isConfirming, setConfirming] = useState(false);
  const { draft } = desk;
  if (draft === null) return null;
  const kept = modeOf(draft.rows) ?? 'observe';
  const mode = picked ?? kept;
  const isSame = draft.hash !== null && draft.hash === (draft.live?.hash ?? null) && mode === kept;
  const isModeLocked = !caller.rights.includes('edit') || !mayPublish;

  async function publish(): Promise<void> {
    const ready = mode === kept ? draft : await desk.save(setMode(mode, now));
    if (ready === null || ready.hash === null) {
      setConfirming(false);
      return;
    }
    const published = await desk.publish(ready.hash);
    setConfirming(false);
    if (published !== null) {
      setPicked(null);
      onSaved();
    }
  }

  return (
    <Flex direction="column" gap="md">
      <Text>
        Go on in this order: observe for a week, suggest, then live. Installing or going live never reassigns a lead
        that is there already.
      </Text>
      {desk.isConflict && <ConflictNotice />}
      {desk.refused !== null && <RefusedNotice refused={desk.refused} />}
      <Problems draft={draft} />
      <ToggleGroup
        toggleType="radioButtonList"
        name="mode"
        label="What Signalbox may do"
        value={mode}
        options={modes.map((each) => ({
          value: each,
          label: options[each][0],
          description: options[each][1],
          readOnly: isModeLocked,
        }))}
        onChange={(value) => {
          setConfirming(false);
          setPicked(modes.find((each) => each === value) ?? null);
        }}
      />
      {!mayPublish ? <ReadOnlyNotice right="publish" /> : isModeLocked ? <ReadOnlyNotice right="edit" /> : null}
      {isSame && (
        <Text variant="microcopy">
          Revision {draft.live?.number ?? 0} is live and the draft says the same: there is nothing to publish.
        </Text>
      )}
      {isConfirming ? (
        <Confirmation
          before={setup.mode}
          mode={mode}
          sentences={sentencesFor(mode, draft, isModeChangeAlone(draft, setup.mode))}
          isBusy={desk.isBusy}
          onPublish={() => void publish()}
          onCancel={() => setConfirming(false)}
        />
      ) : (
        <ButtonRow>
          <Button
            variant="primary"
            disabled={!mayPublish || isSame || draft.problems.length > 0 || desk.isLoading || desk.isBusy}
            onClick={() => setConfirming(true)}
          >
            See what will happen
          </Button>
        </ButtonRow>
      )}
    </Flex>
  );
}

/** Whether the draft is what is live but for the mode. */
function isModeChangeAlone(draft: DraftForm, live: Mode | null): boolean {
  return draft.hash !== null && draft.hash === draft.live?.hash && live !== null;
}

/** What publishing in this mode will do, in sentences. */
export function sentencesFor(mode: Mode, draft: DraftForm, isModeAlone: boolean): string[] {
  const rest = isModeAlone
    ? []
    : draft.live === null
      ? ['It is the first revision: from now on new leads are decided by it.']
      : [`Everything that was changed in the draft since revision ${draft.live.number} goes live with it.`];
  switch (mode) {
    case 'observe':
      return [
        'Every new lead is decided and recorded. Nothing on any contact changes, nobody is told, no promise runs.',
        'Owners, tasks and promises that are there now stay as they are.',
        ...rest,
      ];
    case 'suggest':
      return [
        'Scores, label and destination are written on every new lead, and people see them.',
        'Owners stay as they are. Nobody is told and no promise runs.',
        ...rest,
      ];
    case 'live': {
      const days = wholeSetting(draft.rows, 'auditDays') ?? 0;
      const isFirst = settingOf(draft.rows, 'launchedAt') === null && days > 0;
      return [
        'Every new lead gets the owner whom the rules choose, with a task, a promise and, where a destination says so, an alert.',
        'An owner whom a person has chosen is kept. Leads that are there already are not touched.',
        ...(isFirst ? [`For the first ${days} days nothing is closed out: would-be rejections go to a person.`] : []),
        ...rest,
      ];
    }
  }
}

function Problems({ draft }: { readonly draft: DraftForm }): ReactNode {
  if (draft.problems.length === 0) return null;
  const shown = draft.problems.slice(0, 10);
  return (
    <Alert title="The draft cannot be published yet" variant="warning">
      <Flex direction="column" gap="xs">
        {shown.map(({ code, about, found, next }, place) => (
          <LongText key={`${place} ${code} ${about}`}>{`${code} ${about}: ${found}. ${next}`}</LongText>
        ))}
        {draft.problems.length > shown.length && (
          <Text>And {draft.problems.length - shown.length} more in the settings.</Text>
        )}
      </Flex>
    </Alert>
  );
}

type ConfirmationProps = {
  readonly before: Mode | null;
  readonly mode: Mode;
  readonly sentences: readonly string[];
  readonly isBusy: boolean;
  readonly onPublish: () => void;
  readonly onCancel: () => void;
};

function Confirmation({ before, mode, sentences, isBusy, onPublish, onCancel }: ConfirmationProps): ReactNode {
  const change = before === null || before === mode ? `Publish in mode ${mode}?` : `Change from ${before} to ${mode}?`;
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Text format={{ fontWeight: 'bold' }}>{change}</Text>
        <List variant="unordered-styled">
          {sentences.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </List>
        <ButtonRow>
          <LoadingButton variant="primary" loading={isBusy} onClick={onPublish}>
            {mode === 'live' ? 'Publish and go live' : `Publish and ${mode}`}
          </LoadingButton>
          <Button disabled={isBusy} onClick={onCancel}>
            Not now
          </Button>
        </ButtonRow>
      </Flex>
    </Tile>
  );
}
