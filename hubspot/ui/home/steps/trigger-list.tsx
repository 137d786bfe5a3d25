import { Divider, Flex, StatusTag, Text, type StatusTagProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { TriggerForm } from '../../../handlers/ui/ui-forms.ts';
import { LongText } from '../../words/long-text.tsx';
import type { StepDesk } from './step-context.ts';

const names: Readonly<Record<TriggerForm['key'], string>> = {
  webhooks: 'Webhooks',
  workflowAction: 'Workflow action',
  customCode: 'Custom code in a workflow',
  publicEndpoint: 'Public endpoint',
  cardButton: 'Button on the card',
  bulkAction: 'Bulk action of lists',
};

const states: Readonly<
  Record<TriggerForm['state'], readonly [words: string, variant: NonNullable<StatusTagProps['variant']>]>
> = {
  on: ['On', 'success'],
  available: ['Possible', 'info'],
  unavailable: ['Not possible here', 'default'],
  unknown: ['Not known', 'warning'],
};

/** Best first: what this portal has, could have, and cannot have. */
const order: readonly TriggerForm['state'][] = ['on', 'available', 'unknown', 'unavailable'];

/** In which ways leads reach Signalbox here, and what to do about each. */
export function TriggerList({ setup }: StepDesk): ReactNode {
  const sorted = setup.triggers.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return (
    <Flex direction="column" gap="sm">
      <Text>One way that works by itself is enough. The others are for leads that somebody picks.</Text>
      {sorted.map(({ key, state, words }) => (
        <Flex key={key} direction="column" gap="xs">
          <Flex direction="row" gap="sm" align="center" wrap>
            <Text format={{ fontWeight: 'demibold' }}>{names[key]}</Text>
            <StatusTag variant={states[state][1]}>{states[state][0]}</StatusTag>
          </Flex>
          <LongText>{words}</LongText>
          <Divider />
        </Flex>
      ))}
    </Flex>
  );
}
