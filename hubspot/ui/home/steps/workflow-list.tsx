import { Alert, Divider, Flex, Link, StatusTag, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { WorkflowsForm } from '../../../handlers/ui/ui-forms.ts';
import { LongText } from '../../words/long-text.tsx';
import { AskedContent } from '../asked-content.tsx';
import type { StepDesk } from './step-context.ts';
import { shorten } from './user-choice.ts';

/** Workflows that set an owner as well, and what to do about each. */
export function WorkflowList({ workflows }: StepDesk): ReactNode {
  return (
    <AskedContent asked={workflows} what="the workflows of this portal">
      {(content) => <Workflows content={content} />}
    </AskedContent>
  );
}

function Workflows({ content }: { readonly content: WorkflowsForm }): ReactNode {
  const { portal } = useExtensionContext<'pages'>();
  if (content.state === 'unknown') {
    return (
      <Alert title="Workflows could not be looked at">
        <LongText>{content.words}</LongText>
      </Alert>
    );
  }
  const sorted = content.workflows.toSorted((one, other) => Number(other.isOn) - Number(one.isOn));
  return (
    <Flex direction="column" gap="sm">
      <LongText>{content.words}</LongText>
      {sorted.map(({ id, name, isOn, what }) => (
        <Flex key={id} direction="column" gap="xs">
          <Flex direction="row" gap="sm" align="center" wrap>
            <Link
              href={{ url: `/workflows/${portal.id}/platform/flow/${encodeURIComponent(id)}/edit`, external: true }}
            >
              {shorten(name)}
            </Link>
            <StatusTag variant={isOn ? 'warning' : 'default'}>{isOn ? 'On' : 'Off'}</StatusTag>
          </Flex>
          <LongText>{what}</LongText>
          <Text variant="microcopy">
            {isOn
              ? 'Take the step that sets the owner out, or leave contacts with a decision of Signalbox out of its enrolment. Until then whoever writes last wins.'
              : 'It is off. Look at it again before somebody switches it on.'}
          </Text>
          <Divider />
        </Flex>
      ))}
    </Flex>
  );
}
