import { Accordion, Flex } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardData } from '../../handlers/card/card-data.ts';
import { useReading } from '../words/reading.tsx';
import { Lines } from './lines.tsx';

/** Everything else that is known of the decision, for whoever wants to know. */
export function Story({ sections }: Pick<CardData, 'sections'>): ReactNode {
  const words = useReading();
  if (sections.length === 0) {
    return null;
  }
  return (
    <Accordion title="The whole story" size="small">
      <Flex direction="column" gap="sm">
        {sections.map(({ code, title, lines }) => (
          <Lines key={code} title={title} lines={lines.map(words.line)} />
        ))}
      </Flex>
    </Accordion>
  );
}
