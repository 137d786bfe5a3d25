import { Flex, List, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { LongText } from '../words/long-text.tsx';

/** A question and its answers; nothing where there are none. */
export function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 0) {
    return null;
  }
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
      <List variant="unordered-styled">
        {lines.map((line, place) => (
          <LongText key={place}>{line}</LongText>
        ))}
      </List>
    </Flex>
  );
}
