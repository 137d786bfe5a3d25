import { Divider, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardData } from '../../handlers/card/card-data.ts';
import { LongText } from '../words/long-text.tsx';
import { useReading } from '../words/reading.tsx';
import { beginningOf } from '../words/shown-text.ts';
import { Headline } from './headline.tsx';
import { Lines } from './lines.tsx';
import { Promised } from './promise.tsx';
import { Reasons } from './reasons.tsx';
import { Scores } from './scores.tsx';
import { Story } from './story.tsx';

const mostOfName = 60;

/** Everything that is told of a decision, in the order in which a rep asks. */
export function DecidedCard({
  card,
  readerName,
  isWholeStoryComing,
  buttons,
}: {
  readonly card: CardData;
  /** As HubSpot writes it. */
  readonly readerName: string;
  readonly isWholeStoryComing: boolean;
  readonly buttons: ReactNode;
}): ReactNode {
  const words = useReading();
  return (
    <Flex direction="column" gap="sm">
      <Headline card={card} />
      <Scores axes={card.axes} confidence={card.confidence} />
      {card.clock === null ? null : <Promised clock={card.clock} />}
      {buttons}
      <Divider />
      <Lines title={whyTitle(card, readerName)} lines={card.why.map(words.line)} />
      <Reasons axes={card.axes} />
      {card.question === null ? null : <Question question={card.question} />}
      <Lines title="Would change it" lines={card.changes.map(words.line)} />
      <Lines title="Why not the others" lines={card.others.map(words.line)} />
      <Story sections={card.sections} />
      {isWholeStoryComing ? <LoadingSpinner label="Asking for the whole story" showLabel size="xs" /> : null}
      {card.decidedAt === null ? null : <Text variant="microcopy">Decided {words.instant(card.decidedAt)}</Text>}
    </Flex>
  );
}

function Question({ question }: { readonly question: string }): ReactNode {
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>Ask next</Text>
      <LongText>{question}</LongText>
    </Flex>
  );
}

/** Only live decisions give anything to anybody. */
function whyTitle({ owner, mode }: CardData, readerName: string): string {
  if (owner === null) {
    return 'Why it goes there';
  }
  const isLive = mode === 'live' || mode === null;
  if (readerName !== '' && owner.name === readerName) {
    return isLive ? 'Why it is yours' : 'Why it would be yours';
  }
  return `Why it ${isLive ? 'goes' : 'would go'} to ${beginningOf(owner.name, mostOfName)}`;
}
