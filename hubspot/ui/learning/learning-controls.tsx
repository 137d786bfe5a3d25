import { Alert, Button, ButtonRow, EmptyState, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { countOf } from '../words/count-of.ts';
import { useNow } from '../words/use-now.ts';
import { beginningOf } from '../words/shown-text.ts';
import { writeInstant } from '../words/write-instant.ts';
import { useWorkspace } from '../settings/workspace/workspace.ts';
import type { Learning } from './learning-state.ts';

type ControlsProps = { readonly learning: Learning; readonly isHere: boolean };

/** Begins, shows how far it is, and ends it. */
export function LearningControls({ learning, isHere }: ControlsProps): ReactNode {
  const { canEdit } = useWorkspace();
  switch (learning.state) {
    case 'reading':
    case 'training':
      return <UnderWay learning={learning} isHere={isHere} />;
    case 'stopped':
      return (
        <Flex direction="column" gap="sm" align="start">
          <Text>
            Reading stopped after {countOf(learning.done, 'contact')}. It goes on with the page that it had come to.
          </Text>
          <ButtonRow>
            {learning.goOn !== null && (
              <Button variant="primary" onClick={learning.goOn}>
                Go on
              </Button>
            )}
            <Button onClick={learning.cancel}>Give up</Button>
          </ButtonRow>
        </Flex>
      );
    case 'none':
    case 'cancelled':
      return (
        <EmptyState
          title={learning.state === 'none' ? 'Nothing was learned here yet' : 'It was cancelled. Nothing was changed.'}
          layout="vertical"
          imageWidth={100}
        >
          <StartButton learning={learning} words="Learn from won and lost leads" canEdit={canEdit} />
        </EmptyState>
      );
    default:
      return (
        <Flex direction="column" gap="xs" align="start">
          <StartButton learning={learning} words="Learn anew" canEdit={canEdit} />
        </Flex>
      );
  }
}

type StartProps = { readonly learning: Learning; readonly words: string; readonly canEdit: boolean };

function StartButton({ learning, words, canEdit }: StartProps): ReactNode {
  return canEdit ? (
    <Button variant={learning.state === 'none' ? 'primary' : 'secondary'} onClick={learning.start}>
      {words}
    </Button>
  ) : (
    <Text>Who may edit the rules can start it.</Text>
  );
}

function UnderWay({ learning, isHere }: ControlsProps): ReactNode {
  const { canEdit, reader } = useWorkspace();
  const now = useNow(60_000);
  const { state, done, all, phase, startedAt, startedBy } = learning;
  const words =
    state === 'reading'
      ? `${countOf(done, 'contact')} of ${all === 0 ? 'some' : new Intl.NumberFormat('en').format(all)} read`
      : phase === ''
        ? 'Learning begins'
        : all > 1
          ? `${phase}, ${done} of ${all}`
          : phase;
  return (
    <Flex direction="column" gap="sm">
      <ProgressBar
        title={state === 'reading' ? 'Reading contacts, deals and their history' : 'Learning'}
        aria-label="How far it is"
        value={done}
        maxValue={Math.max(all, done, 1)}
        showPercentage={state === 'reading' && all > 0}
        valueDescription={words}
      />
      {startedAt !== null && (
        <Text variant="microcopy">
          Started {writeInstant(startedAt, reader, now)}
          {startedBy === null ? '' : ` by ${beginningOf(startedBy, 60)}`}
        </Text>
      )}
      {isHere ? (
        <Alert title="Keep this page open" variant="info">
          <Text>It learns in this page. You can go to other parts of the settings meanwhile.</Text>
        </Alert>
      ) : (
        <Text variant="microcopy">You can leave this page: the server goes on.</Text>
      )}
      {canEdit && (
        <ButtonRow>
          <Button onClick={learning.cancel}>Cancel</Button>
        </ButtonRow>
      )}
    </Flex>
  );
}
