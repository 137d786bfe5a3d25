import {
  Accordion,
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  List,
  Text,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardData, CardLine } from '../../handlers/card/card-data.ts';
import { useCall } from '../backend/use-call.ts';
import { AskedContent } from '../home/asked-content.tsx';
import { useReader } from '../home/use-reader.ts';
import { axisTitles, scoreWords } from '../words/axis-words.ts';
import { LongText } from '../words/long-text.tsx';
import { textOfLine } from '../words/text-of-parts.ts';
import { useNow } from '../words/use-now.ts';

/** Why a lead went where it went, as its card tells it. */
export function Story({
  contactId,
  decisionId,
}: {
  readonly contactId: string;
  readonly decisionId: string;
}): ReactNode {
  const asked = useCall('card', { contactId });
  return (
    <AskedContent asked={asked} what="the story">
      {(card) => (
        <Flex direction="column" gap="md">
          {card.decisionId !== null && card.decisionId !== decisionId && (
            <Alert title="A newer decision was made just now" variant="warning">
              <Text>What stands below is the newer one’s story. Search again to see both.</Text>
            </Alert>
          )}
          <Told card={card} />
        </Flex>
      )}
    </AskedContent>
  );
}

function Told({ card }: { readonly card: CardData }): ReactNode {
  return (
    <Flex direction="column" gap="md">
      {card.staleness.map(({ code, text }) => (
        <Text key={code} variant="microcopy">
          {text}
        </Text>
      ))}
      <DescriptionList direction="row">
        {card.axes.map((axis) => (
          <DescriptionListItem key={axis.axis} label={axisTitles[axis.axis]}>
            <Text>{scoreWords(axis)}</Text>
          </DescriptionListItem>
        ))}
        {card.confidence !== null && (
          <DescriptionListItem label="Confidence">
            <Text>{card.confidence.value}</Text>
          </DescriptionListItem>
        )}
      </DescriptionList>
      <Lines title="Why" lines={card.why} />
      <Lines title="Why not the others" lines={card.others} />
      <Lines title="What would change it" lines={card.changes} />
      {card.question !== null && (
        <Flex direction="column" gap="xs">
          <Heading>Ask next</Heading>
          <LongText>{card.question}</LongText>
        </Flex>
      )}
      {card.sections.map(({ code, title, lines }) => (
        <Accordion key={code} title={title} size="xs">
          <Lines title={null} lines={lines} />
        </Accordion>
      ))}
    </Flex>
  );
}

function Lines({ title, lines }: { readonly title: string | null; readonly lines: readonly CardLine[] }): ReactNode {
  const reader = useReader();
  const now = useNow(60_000);
  if (lines.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      {title !== null && <Heading>{title}</Heading>}
      <List variant="unordered-styled">
        {lines.map((line, place) => (
          <LongText key={`${place} ${line.code}`}>{textOfLine(line, reader, now)}</LongText>
        ))}
      </List>
    </Flex>
  );
}
