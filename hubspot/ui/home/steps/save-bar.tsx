import { Alert, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { useRight } from '../access.ts';
import { ReadOnlyNotice } from '../access-gate.tsx';
import type { DraftDesk } from '../draft/use-draft.ts';

type SaveBarProps = {
  readonly desk: DraftDesk;
  readonly label: string;
  /** Whether something was chosen that is not saved. */
  readonly isChanged: boolean;
  /** When it counts, in a sentence. */
  readonly counts: string;
  readonly onSave: () => void;
};

/** The button that saves an editor, what became of the last press of it, and why there is none. */
export function SaveBar({ desk, label, isChanged, counts, onSave }: SaveBarProps): ReactNode {
  const mayEdit = useRight('edit');
  if (!mayEdit) return <ReadOnlyNotice right="edit" />;
  return (
    <Flex direction="column" gap="xs" align="start">
      {desk.isConflict && <ConflictNotice />}
      {desk.refused !== null && <RefusedNotice refused={desk.refused} />}
      <LoadingButton
        variant="primary"
        loading={desk.isBusy}
        resultIconName={desk.isConflict || desk.refused !== null ? 'warning' : 'success'}
        disabled={!isChanged || desk.isBusy || desk.isLoading || desk.draft === null}
        onClick={onSave}
      >
        {label}
      </LoadingButton>
      <Text variant="microcopy">{counts}</Text>
    </Flex>
  );
}

export function ConflictNotice(): ReactNode {
  return (
    <Alert title="Somebody changed the rules in between. Nothing was saved." variant="warning">
      <Text>The newest rules are loaded, and what you chose is still here: look at it and save again.</Text>
    </Alert>
  );
}

/** People, fields and hours are no part of a revision. */
export const countsAtOnce = 'Counts within minutes of saving, without publishing.';
export const countsWhenPublished = 'Counts when the draft is published, in the last step.';
