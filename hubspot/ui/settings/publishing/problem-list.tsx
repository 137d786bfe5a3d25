import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { tableOf } from '../../../handlers/rules/draft-row.ts';
import { titleOf } from '../../../handlers/rules/row-title.ts';
import { ownerRowOf } from '../../rules/draft.ts';
import { countOf } from '../../words/count-of.ts';
import { LongText } from '../../words/long-text.tsx';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { problemWords } from '../inputs/problem-words.ts';
import { sectionOfRow } from '../section-list.ts';
import { useWorkspace } from '../workspace/workspace.ts';

const mostRows = 20;

/** Everything that keeps the rules from being published, each with the way to where it can be mended. */
export function ProblemList(): ReactNode {
  const { draft, checked, goTo } = useWorkspace();
  if (checked.problems.length === 0) {
    return (
      <Alert title="Nothing keeps these rules from being published" variant="success">
        <Text>Every name is known, every lead ends somewhere, every promise has an owner.</Text>
      </Alert>
    );
  }
  const ids = [...checked.byRow.keys()];
  const rows = draft.rows.filter(({ id }) => ids.includes(id));
  return (
    <Alert title={`${countOf(checked.problems.length, 'problem')} to mend before publishing`} variant="error">
      <Flex direction="column" gap="sm">
        {rows.slice(0, mostRows).map((row) => {
          const owner = ownerRowOf(draft, row);
          const section = sectionOfRow(owner);
          return (
            <Flex key={row.id} direction="column" gap="flush" align="start">
              <Button variant="transparent" size="sm" onClick={() => goTo({ section, rowId: owner.id })}>
                {tableOf(owner.kind).label}: {breakable(beginningOf(titleOf(owner, null), 90))}
              </Button>
              {(checked.byRow.get(row.id) ?? []).map((problem, place) => (
                <LongText key={place}>{problemWords(problem)}</LongText>
              ))}
            </Flex>
          );
        })}
        {rows.length > mostRows && <Text>and {rows.length - mostRows} more rows with problems</Text>}
      </Flex>
    </Alert>
  );
}
