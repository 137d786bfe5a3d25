import { Alert, Button, ButtonRow, Flex, LoadingButton, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { isAway } from '../backend/backend.ts';
import { countOf } from '../words/count-of.ts';
import { RefusedNotice } from '../words/refused-notice.tsx';
import { useWorkspace } from './workspace/workspace.ts';

/** Stands above every section: how the draft is, and what can be done with it. */
export function DraftBar(): ReactNode {
  const { live, checked, isDirty, canEdit, canPublish, isBusy, history, place, save, undo, redo, goTo } =
    useWorkspace();
  const problems = checked.problems.length;
  return (
    <Flex direction="column" gap="sm">
      <Flex gap="sm" wrap align="center">
        <StatusTag variant={live === null ? 'warning' : 'success'}>
          {live === null ? 'Nothing live' : `Live: revision ${live.number}`}
        </StatusTag>
        <StatusTag variant={problems === 0 ? 'success' : 'danger'}>
          {problems === 0 ? 'No problems' : countOf(problems, 'problem')}
        </StatusTag>
        <StatusTag variant={isDirty ? 'warning' : 'default'} hollow={!isDirty}>
          {isDirty ? 'Changes not saved' : 'Draft saved'}
        </StatusTag>
        {!canEdit && <StatusTag variant="default">Read only</StatusTag>}
      </Flex>
      <ButtonRow>
        {canEdit && (
          <LoadingButton
            variant={isDirty ? 'primary' : 'secondary'}
            size="sm"
            loading={isBusy}
            disabled={!isDirty}
            onClick={() => void save()}
          >
            Save draft
          </LoadingButton>
        )}
        {canEdit && (
          <Button size="sm" disabled={history.past.length === 0} onClick={undo}>
            Undo
          </Button>
        )}
        {canEdit && (
          <Button size="sm" disabled={history.future.length === 0} onClick={redo}>
            Redo
          </Button>
        )}
        {place.section !== 'publish' && (
          <Button size="sm" onClick={() => goTo({ section: 'publish', rowId: null })}>
            {canPublish ? 'Publish…' : 'Dry run…'}
          </Button>
        )}
      </ButtonRow>
      <SavingNotice />
    </Flex>
  );
}

/** Why nothing was saved. What was edited stays in the page. */
function SavingNotice(): ReactNode {
  const { refused, isDirty } = useWorkspace();
  if (refused === null) return null;
  return (
    <Flex direction="column" gap="xs">
      <RefusedNotice refused={refused} />
      {isAway(refused) && (
        <Alert title="You see the rules as they were loaded" variant="info">
          <Text>
            {isDirty
              ? 'Your changes are safe in this page as long as it stays open. Save again in a moment.'
              : 'You can go on reading and editing. Saving waits until Signalbox answers again.'}
          </Text>
        </Alert>
      )}
      {refused.problems.map((problem, place) => (
        <Text key={place}>
          {problem.about}: {problem.found}. {problem.next} ({problem.code})
        </Text>
      ))}
    </Flex>
  );
}
