import { Button, ButtonRow, DescriptionList, DescriptionListItem, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useMemo, type ReactNode } from 'react';
import { cellText, tableOf } from '../../../handlers/rules/draft-row.ts';
import { titleOf } from '../../../handlers/rules/row-title.ts';
import { ownerRowOf, rowsOf } from '../../rules/draft.ts';
import { tellDifference } from '../../rules/difference.ts';
import { countOf } from '../../words/count-of.ts';
import { LongText } from '../../words/long-text.tsx';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { useNow } from '../../words/use-now.ts';
import { writeInstant } from '../../words/write-instant.ts';
import { DifferenceView } from '../publishing/difference-view.tsx';
import { ProblemList } from '../publishing/problem-list.tsx';
import { problemWords } from '../inputs/problem-words.ts';
import { sectionOfRow } from '../section-list.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { modeHelps, modeOf } from './mode-words.ts';

/** Where the rules stand: what is live, what is wrong, what is not saved yet. */
export function OverviewSection(): ReactNode {
  const { draft, base, live, reader, isDirty, canEdit, canPublish, goTo, reload, isBusy } = useWorkspace();
  const now = useNow(60_000);
  const unsaved = useMemo(() => (isDirty ? tellDifference(base.rows, draft.rows) : []), [base, draft, isDirty]);
  const mode = modeOf(draft.rows);
  return (
    <Flex direction="column" gap="md">
      <DescriptionList direction="row">
        <DescriptionListItem label="Live">
          <Text>
            {live === null
              ? 'Nothing is published yet'
              : `Revision ${live.number}, ${writeInstant(live.publishedAt, reader, now)}, by ${beginningOf(live.publishedBy, 60)}`}
          </Text>
        </DescriptionListItem>
        <DescriptionListItem label="Mode of the draft">
          <Text>{mode === null ? 'not readable' : `${modeHelps[mode].title}: ${modeHelps[mode].lines.join(' ')}`}</Text>
        </DescriptionListItem>
        <DescriptionListItem label="Rules">
          <Text>
            {ruleWords(draft.rows.filter(({ kind }) => kind === 'rule').map((row) => cellText(row, 'isActive')))}
          </Text>
        </DescriptionListItem>
        <DescriptionListItem label="People">
          <Text>{peopleWords(rowsOf(draft, 'person').map((row) => cellText(row, 'ownerEmail')))}</Text>
        </DescriptionListItem>
      </DescriptionList>
      <ProblemList />
      <DoubtList />
      {isDirty && (
        <>
          <Heading>Not saved yet</Heading>
          <DifferenceView changes={unsaved} none="Only the order of rows that nobody sees" />
        </>
      )}
      <ButtonRow>
        <Button onClick={() => goTo({ section: 'publish', rowId: null })}>
          {canPublish ? 'Dry run and publish…' : 'Difference and dry run…'}
        </Button>
        <Button onClick={() => goTo({ section: 'mode', rowId: null })}>
          {canEdit ? 'Change the mode…' : 'The modes'}
        </Button>
        <Button disabled={isBusy} onClick={() => void reload()}>
          Look for changes of others
        </Button>
      </ButtonRow>
    </Flex>
  );
}

function ruleWords(actives: readonly (string | null)[]): string {
  const active = actives.filter((each) => each === 'yes').length;
  return `${countOf(actives.length, 'rule')}, ${active} active`;
}

function peopleWords(emails: readonly (string | null)[]): string {
  const without = emails.filter((email) => email === null).length;
  return `${countOf(emails.length, 'name')}, ${without === 0 ? 'all with a user' : `${without} without a user`}`;
}

const mostDoubts = 8;

/** What can be published and should be looked at. */
function DoubtList(): ReactNode {
  const { draft, checked, goTo } = useWorkspace();
  const rows = draft.rows.filter(({ id }) => checked.doubts.has(id));
  if (rows.length === 0) return null;
  return (
    <Flex direction="column" gap="xs" align="start">
      <Heading>Worth a look</Heading>
      {rows.slice(0, mostDoubts).map((row) => {
        const owner = ownerRowOf(draft, row);
        return (
          <Flex key={row.id} direction="column" align="start" gap="flush">
            <Button
              variant="transparent"
              size="sm"
              onClick={() => goTo({ section: sectionOfRow(owner), rowId: owner.id })}
            >
              {tableOf(owner.kind).label}: {breakable(beginningOf(titleOf(owner, null), 90))}
            </Button>
            {(checked.doubts.get(row.id) ?? []).map((doubt, place) => (
              <LongText key={place}>{problemWords(doubt)}</LongText>
            ))}
          </Flex>
        );
      })}
      {rows.length > mostDoubts && <Text>and {rows.length - mostDoubts} more</Text>}
    </Flex>
  );
}
