import { AutoGrid, Alert, Flex, Heading, Input, StatisticsItem, Statistics, Text } from '@hubspot/ui-extensions';
import { useMemo, useState, type ReactNode } from 'react';
import type { Axis } from '../../../../core/src/decide/model/scorecard.ts';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { partsOf, rowsOf } from '../../rules/draft.ts';
import { choiceWords } from '../../rules/choice-words.ts';
import { typeOfField } from '../../rules/field-types.ts';
import { nameOfKey } from '../../rules/named-rows.ts';
import { binWords } from '../../rules/part-words.ts';
import { pointRange, previewFading, previewPoints } from '../../rules/point-preview.ts';
import { axisTitles } from '../../words/axis-words.ts';
import { LongText } from '../../words/long-text.tsx';
import { signedPoints } from '../../words/signed-points.ts';
import { CellInput } from '../inputs/cell-input.tsx';
import { ListSection } from '../rows/list-section.tsx';
import { ShortText } from '../rows/short-text.tsx';
import { PartList } from '../rows/part-list.tsx';
import { RowFields } from '../rows/row-fields.tsx';
import { RowNotices } from '../rows/row-notices.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { Cells } from './team-sections.tsx';

/** What the scores are about, in a line each. */
const axisHelps: { readonly [Each in Axis]: string } = {
  fit: 'How well the organisation and the role match whom we serve.',
  engagement: 'How interested they act. What they do is added by the signals and fades with time.',
  intent: 'How ready to buy their own words say they are.',
  capacity: 'Authority, budget and size of the wish.',
};

/** One of the four scores: what it begins with, and what each thing that is known adds. */
export function ScoreSection({ axis }: { readonly axis: Axis }): ReactNode {
  const { draft, checked, place } = useWorkspace();
  const rows = rowsOf(draft, 'attribute').filter((row) => cellText(row, 'axis') === axis);
  const card = rowsOf(draft, 'scorecard').find((row) => cellText(row, 'axis') === axis);
  const range = useMemo(() => pointRange(checked.policy, axis), [checked, axis]);
  const isListed = !rows.some(({ id }) => id === place.rowId);
  return (
    <Flex direction="column" gap="md">
      {isListed && (
        <>
          <Statistics>
            <StatisticsItem label="Points begin with" number={cellText(card ?? noRow, 'basePoints') ?? '0'} />
            <StatisticsItem label="They can add up to" number={`${range.least} to ${range.most}`} />
          </Statistics>
          {card !== undefined && <CardEditor row={card} />}
        </>
      )}
      <ListSection
        kind="attribute"
        intro={`${axisHelps[axis]} Each line below adds points; what is not known has points of its own. The score is kept within 0 and 100.`}
        rows={rows}
        nameOf={(row) => cellText(row, 'label') ?? cellText(row, 'attributeKey') ?? 'Without a name'}
        beginning={{ axis, fieldKey: 'industry' }}
        columns={[{ title: '', show: (row) => <LongText most={240}>{pointWords(row, partsOf(draft, row))}</LongText> }]}
        editor={(row) => <AttributeEditor row={row} axis={axis} />}
      />
    </Flex>
  );
}

const noRow: NamedRow = { id: '', kind: 'scorecard', position: 0, cells: [] };

/** "10 to 49 +6 · 50 to 199 +20 · otherwise 0 · not known +4" */
function pointWords(row: NamedRow, bins: readonly NamedRow[]): string {
  const signed = (text: string | null): string => signedPoints(Number(text ?? 0));
  return [
    ...bins.map((bin) => `${shortList(binWords(bin))} ${signed(cellText(bin, 'points'))}`),
    `otherwise ${signed(cellText(row, 'otherPoints'))}`,
    `not known ${signed(cellText(row, 'missingPoints'))}`,
  ].join(' · ');
}

function shortList(words: string): string {
  const values = words.split(', ');
  return values.length <= 3 ? words : `${values.slice(0, 2).join(', ')} and ${values.length - 2} more`;
}

function CardEditor({ row }: { readonly row: NamedRow }): ReactNode {
  const isTrained = cellText(row, 'basis') === 'trained';
  return (
    <Flex direction="column" gap="sm">
      <RowNotices ids={[row.id]} />
      <AutoGrid columnWidth={220} flexible gap="sm">
        <CellInput row={row} column="basePoints" description="Every lead begins with them." />
        <CellInput row={row} column="basis" label="Where the points come from" />
        {isTrained && <CellInput row={row} column="isCalibrated" />}
        {isTrained && <CellInput row={row} column="trainedOn" />}
      </AutoGrid>
      {isTrained && (
        <Text variant="microcopy">
          Trained points and their tables come from training. Edit them by training again, not by hand.
        </Text>
      )}
    </Flex>
  );
}

function AttributeEditor({ row, axis }: { readonly row: NamedRow; readonly axis: Axis }): ReactNode {
  const { draft } = useWorkspace();
  const fieldType = typeOfField(draft.rows, cellText(row, 'fieldKey') ?? '');
  const columns = fieldType === 'number' ? ['low', 'high', 'points'] : ['texts', 'points'];
  return (
    <Flex direction="column" gap="md">
      <RowFields row={row} only={['label', 'attributeKey', 'fieldKey', 'otherPoints', 'missingPoints']} />
      <PointTester row={row} axis={axis} />
      <PartList
        owner={row}
        kind="bin"
        word={fieldType === 'number' ? 'range' : 'line'}
        title={fieldType === 'number' ? 'Ranges' : 'Values'}
        help={
          fieldType === 'number'
            ? 'Both ends are included; an empty end is open. The first range that fits counts.'
            : 'The first line that has the value counts.'
        }
        belonging={{ axis, attributeKey: cellText(row, 'attributeKey') }}
        editor={(part) => <Cells row={part} columns={columns} />}
      />
    </Flex>
  );
}

/** What a value would be worth, by the engine itself. */
function PointTester({ row, axis }: { readonly row: NamedRow; readonly axis: Axis }): ReactNode {
  const { checked } = useWorkspace();
  const [typed, setTyped] = useState('');
  const key = cellText(row, 'attributeKey') ?? '';
  const preview = useMemo(
    () => (checked.problems.length > 0 ? null : previewPoints(checked.policy, axis, key, typed)),
    [checked, axis, key, typed],
  );
  return (
    <Flex direction="column" gap="xs">
      <Input
        name={`${row.id}-try`}
        label="Try a value"
        description="Empty stands for a value that is not known."
        value={typed}
        onInput={setTyped}
        onChange={setTyped}
      />
      <Text format={{ fontWeight: 'demibold' }}>
        {preview === null
          ? 'Points can be tried once the problems of the rules are mended.'
          : `${typed.trim() === '' ? 'Not known' : `“${typed.trim().slice(0, 60)}”`} adds ${signedPoints(preview.points)} to ${axisTitles[axis].toLowerCase()}${whyWords(preview)}.`}
      </Text>
    </Flex>
  );
}

function whyWords({ why, bin }: { readonly why: 'bin' | 'other' | 'missing'; readonly bin: number | null }): string {
  switch (why) {
    case 'bin':
      return `: number ${(bin ?? 0) + 1} below fits`;
    case 'other':
      return ': nothing below fits';
    case 'missing':
      return '';
  }
}

const fadingDays = [0, 14, 30, 60, 90];

/** What somebody does, what it is worth and how it fades. */
export function SignalsSection(): ReactNode {
  return (
    <ListSection
      kind="signal"
      intro="What people do adds to engagement. It fades: after one half-life half of it is left. All deeds of one kind together never count more than the most."
      columns={[
        { title: 'Points', show: (row) => <ShortText>{signedPoints(Number(cellText(row, 'points') ?? 0))}</ShortText> },
        { title: 'Half-life', show: (row) => <ShortText>{`${cellText(row, 'halfLifeDays') ?? '?'} days`}</ShortText> },
        { title: 'Most', show: (row) => <ShortText>{cellText(row, 'capPoints') ?? '?'}</ShortText> },
      ]}
      editor={(row) => <SignalEditor row={row} />}
    />
  );
}

function SignalEditor({ row }: { readonly row: NamedRow }): ReactNode {
  const { checked } = useWorkspace();
  const key = cellText(row, 'signalKey') ?? '';
  const left = useMemo(
    () => (checked.problems.length > 0 ? null : previewFading(checked.policy, key, fadingDays)),
    [checked, key],
  );
  return (
    <Flex direction="column" gap="md">
      <RowFields row={row} />
      {left !== null && (
        <Flex direction="column" gap="xs">
          <Heading>What one of it still counts</Heading>
          <Statistics>
            {fadingDays.map((days, place) => (
              <StatisticsItem
                key={days}
                label={days === 0 ? 'today' : `after ${days} days`}
                number={signedPoints(left[place] ?? 0)}
              />
            ))}
          </Statistics>
        </Flex>
      )}
    </Flex>
  );
}

/** Words that hint at what somebody wants. */
export function PhrasesSection(): ReactNode {
  return (
    <ListSection
      kind="phraseList"
      intro="Words in a message hint at what somebody wants. Lower case, without accents, single blanks. A # begins a channel or a seniority."
      nameOf={(row) =>
        `${choiceWords('hintsAt', cellText(row, 'hintsAt') ?? '')}, ${cellText(row, 'points') ?? '?'} points (${cellText(row, 'listKey') ?? ''})`
      }
      columns={[
        {
          title: 'Phrases',
          show: (row) => <LongText most={140}>{(cellText(row, 'phrases') ?? '').split(';').join(', ')}</LongText>,
        },
      ]}
    />
  );
}

/** Tables of numbers that training writes. */
export function TablesSection(): ReactNode {
  return (
    <Flex direction="column" gap="sm">
      <Alert title="For those who train scores" variant="info">
        <Text>These numbers come from training. Nobody has to look at them to change a rule or a point.</Text>
      </Alert>
      <ListSection
        kind="table"
        isFixed
        isOrdered={false}
        nameOf={(row) => cellText(row, 'tableKey') ?? ''}
        columns={[
          {
            title: 'Numbers',
            show: (row) => (
              <ShortText>
                {String((cellText(row, 'amounts') ?? '').split(';').filter((text) => text !== '').length)}
              </ShortText>
            ),
          },
        ]}
      />
    </Flex>
  );
}

export function QuestionsSection(): ReactNode {
  const { draft } = useWorkspace();
  return (
    <ListSection
      kind="question"
      intro="What to ask when a field is missing and would help most."
      beginning={{ fieldKey: 'employees', question: 'What should we know?' }}
      nameOf={(row) => cellText(row, 'question') ?? 'A question without words'}
      columns={[
        {
          title: 'Asks for',
          show: (row) => <ShortText>{nameOfKey(draft.rows, 'field', cellText(row, 'fieldKey'))}</ShortText>,
        },
      ]}
    />
  );
}
