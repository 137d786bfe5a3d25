import { Alert, Button, ButtonRow, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useMemo, type ReactNode } from 'react';
import { adoptRows } from '../../rules/adopt-rows.ts';
import { tellDifference } from '../../rules/difference.ts';
import { putOnTop } from '../../rules/put-on-top.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { DifferenceView } from './difference-view.tsx';

/** Somebody else saved other rules meanwhile: what they changed, what I did, and what to do with both. */
export function ConflictView(): ReactNode {
  const { conflict, base, draft, settle } = useWorkspace();
  const told = useMemo(() => {
    if (conflict === null) return null;
    const theirs = adoptRows(base, conflict.theirs.rows);
    return {
      theirs: tellDifference(base.rows, theirs.rows),
      mine: tellDifference(base.rows, draft.rows),
      replaced: putOnTop(base, draft, theirs).replaced,
    };
  }, [conflict, base, draft]);
  if (told === null) return null;
  return (
    <Flex direction="column" gap="md">
      <Alert title="Somebody changed the rules since you loaded them" variant="warning">
        <Text>Nothing of yours is lost, and nothing was saved yet. Look at both and choose.</Text>
      </Alert>
      <Heading>What they changed</Heading>
      <DifferenceView changes={told.theirs} none="Nothing that the rules say" />
      <Heading>What you changed</Heading>
      <DifferenceView changes={told.mine} none="Nothing that the rules say" />
      {told.replaced.length > 0 && (
        <Alert title="You both changed the same" variant="info">
          <Text>With yours on top, yours counts in: {told.replaced.slice(0, 12).join(' · ')}</Text>
        </Alert>
      )}
      <ButtonRow>
        <Button variant="primary" onClick={() => settle('mine')}>
          Put my changes on top
        </Button>
        <Button onClick={() => settle('theirs')}>Take theirs</Button>
      </ButtonRow>
      <Text variant="microcopy">Both can be undone. Nothing is saved before you press Save.</Text>
    </Flex>
  );
}
