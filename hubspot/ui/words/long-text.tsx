import { Button, Flex, Text, type TextProps } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { beginningOf, breakable } from './shown-text.ts';

const mostCharacters = 300;

type LongTextProps = Pick<TextProps, 'variant' | 'format'> & {
  readonly children: string;
  readonly most?: number;
};

/** A text of any length, whoever wrote it: its beginning, and the rest of it on demand. */
export function LongText({ children, most = mostCharacters, ...look }: LongTextProps): ReactNode {
  const [isWhole, setWhole] = useState(false);
  if (children.length <= most) {
    return <Text {...look}>{breakable(children)}</Text>;
  }
  return (
    <Flex direction="column" align="start" gap="flush">
      <Text {...look}>{breakable(isWhole ? children : beginningOf(children, most))}</Text>
      <Button variant="transparent" size="xs" onClick={() => setWhole(!isWhole)}>
        {isWhole ? 'Show less' : 'Show all of it'}
      </Button>
    </Flex>
  );
}
