import { Button, Divider, Flex, StatusTag, Text, Tile, type StatusTagProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { LongText } from '../../words/long-text.tsx';
import type { Step, StepState } from './step.ts';

const states: Readonly<Record<StepState, readonly [words: string, variant: NonNullable<StatusTagProps['variant']>]>> = {
  done: ['Done', 'success'],
  todo: ['To do', 'info'],
  look: ['Needs a look', 'warning'],
  impossible: ['Not possible here', 'default'],
  unknown: ['Not known yet', 'default'],
};

type StepLineProps = {
  readonly step: Step;
  readonly number: number;
  /** Whether it is the first thing to do. */
  readonly isNext: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Shown while it is open. */
  readonly children: ReactNode;
};

/** One step: how it stands, and its editor when it is open. */
export function StepLine({ step, number, isNext, isOpen, onToggle, children }: StepLineProps): ReactNode {
  const [words, variant] = states[step.state];
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Flex direction="row" justify="between" align="center" gap="sm" wrap>
          <Flex direction="row" gap="sm" align="center" wrap>
            <Text format={{ fontWeight: 'bold' }}>
              {number}. {step.title}
            </Text>
            <StatusTag variant={variant}>{words}</StatusTag>
          </Flex>
          <Button size="sm" variant={isNext && !isOpen ? 'primary' : 'secondary'} onClick={onToggle}>
            {isOpen ? 'Close' : step.verb}
          </Button>
        </Flex>
        <LongText>{step.found}</LongText>
        {isOpen && (
          <Flex direction="column" gap="sm">
            <Divider />
            {children}
          </Flex>
        )}
      </Flex>
    </Tile>
  );
}
