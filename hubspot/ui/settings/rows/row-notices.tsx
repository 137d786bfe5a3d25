import { Alert, Flex, StatusTag } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { PlacedProblem } from '../../rules/check-rows.ts';
import { problemWords } from '../inputs/problem-words.ts';
import { LongText } from '../../words/long-text.tsx';
import { useWorkspace } from '../workspace/workspace.ts';

/** What is wrong with a row as a whole; what is wrong with a cell stands below its input. */
export function RowNotices({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { checked } = useWorkspace();
  const problems = ids.flatMap((id) => checked.byRow.get(id) ?? []).filter(({ column }) => column === null);
  if (problems.length === 0) return null;
  return (
    <Alert title="This keeps the rules from being published" variant="error">
      <Flex direction="column" gap="xs">
        {unique(problems).map((problem) => (
          <LongText key={`${problem.code} ${problem.about} ${problem.found}`}>{problemWords(problem)}</LongText>
        ))}
      </Flex>
    </Alert>
  );
}

function unique(problems: readonly PlacedProblem[]): PlacedProblem[] {
  return [...new Map(problems.map((problem) => [problemWords(problem), problem])).values()];
}

/** How many problems and doubts a row has, in a word for a list. */
export function RowState({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { checked } = useWorkspace();
  const problems = ids.reduce((count, id) => count + (checked.byRow.get(id)?.length ?? 0), 0);
  const doubts = ids.reduce((count, id) => count + (checked.doubts.get(id)?.length ?? 0), 0);
  if (problems > 0) return <StatusTag variant="danger">Problem</StatusTag>;
  return doubts > 0 ? <StatusTag variant="warning">Look again</StatusTag> : null;
}
