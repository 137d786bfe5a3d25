import { Accordion, Alert, Flex, StatusTag, Text, Tile, type StatusTagProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { tableOf } from '../../../handlers/rules/draft-row.ts';
import type { Change } from '../../rules/difference.ts';
import { countOf } from '../../words/count-of.ts';
import { LongText } from '../../words/long-text.tsx';
import { beginningOf, breakable } from '../../words/shown-text.ts';

const colours: { readonly [What in Change['what']]: NonNullable<StatusTagProps['variant']> } = {
  added: 'success',
  removed: 'danger',
  changed: 'info',
  moved: 'default',
};

/** So many are told one by one; the rest is behind a title. */
const mostShown = 25;

/** What is different between two states of the rules, a sentence each. */
export function DifferenceView({
  changes,
  none,
}: {
  readonly changes: readonly Change[];
  readonly none: string;
}): ReactNode {
  if (changes.length === 0) return <Alert title={none} variant="info" />;
  const [first, rest] = [changes.slice(0, mostShown), changes.slice(mostShown)];
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{countWords(changes)}</Text>
      {first.map((change, place) => (
        <ChangeTile key={place} change={change} />
      ))}
      {rest.length > 0 && (
        <Accordion title={`${rest.length} more`}>
          <Flex direction="column" gap="sm">
            {rest.map((change, place) => (
              <ChangeTile key={place} change={change} />
            ))}
          </Flex>
        </Accordion>
      )}
    </Flex>
  );
}

/** "2 rules changed, 1 pool added" */
export function countWords(changes: readonly Change[]): string {
  const counts = new Map<string, { readonly change: Change; count: number }>();
  for (const change of changes) {
    const name = `${change.kind} ${change.what}`;
    const known = counts.get(name) ?? { change, count: 0 };
    counts.set(name, { change, count: known.count + 1 });
  }
  return [...counts.values()]
    .map(({ change: { kind, what }, count }) => {
      const { label, plural } = tableOf(kind);
      return `${countOf(count, label.toLowerCase(), plural.toLowerCase())} ${what}`;
    })
    .join(', ');
}

function ChangeTile({ change }: { readonly change: Change }): ReactNode {
  const { kind, what, title, before, after, details } = change;
  return (
    <Tile compact>
      <Flex direction="column" gap="xs">
        <Flex gap="sm" wrap align="center">
          <StatusTag variant={colours[what]}>
            {tableOf(kind).label} {what}
          </StatusTag>
          <Text format={{ fontWeight: 'demibold' }}>{breakable(beginningOf(title, 140))}</Text>
        </Flex>
        {before !== null && <LongText format={{ lineDecoration: 'strikethrough' }}>{before}</LongText>}
        {after !== null && what !== 'moved' && <LongText>{after}</LongText>}
        {details.slice(0, 12).map((detail, place) => (
          <Text key={place} variant="microcopy">
            {breakable(beginningOf(detail, 400))}
          </Text>
        ))}
        {details.length > 12 && <Text variant="microcopy">and {details.length - 12} more</Text>}
      </Flex>
    </Tile>
  );
}
