import { Accordion, Alert, Divider, Flex, Heading, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { LearnedForm } from '../../handlers/learning/learning-forms.ts';
import { LongText } from '../words/long-text.tsx';
import { useWorkspace } from '../settings/workspace/workspace.ts';
import { AxisResult } from './axis-result.tsx';
import { HygieneLines } from './hygiene-lines.tsx';
import { PutIntoDraft } from './put-into-draft.tsx';
import { RecentDeals } from './recent-deals.tsx';
import { dayWords } from './words.ts';

type ResultProps = { readonly learned: LearnedForm; readonly portalId: number };

/** Everything that came out, refusals as plainly as points. */
export function LearnedResult({ learned, portalId }: ResultProps): ReactNode {
  const { reader } = useWorkspace();
  const { labels, hygiene } = learned;
  return (
    <Flex direction="column" gap="md">
      {learned.notes.map(({ code, found, next }) => (
        <Alert key={code} title={found} variant="warning">
          <Text>
            {next} ({code})
          </Text>
        </Alert>
      ))}
      <Statistics>
        <StatisticsItem label="Contacts" number={learned.leadCount} />
        <StatisticsItem label="With an answer" number={labels.count} />
        <StatisticsItem label="Won" number={labels.wonCount} />
        <StatisticsItem label="Too young to tell" number={labels.censoredCount} />
      </Statistics>
      <Text>
        {learned.leadCount === 0
          ? 'This portal has no contacts to learn from. '
          : `They came in from ${dayWords(learned.firstArrivalAt, reader.locale)} to ${dayWords(learned.lastArrivalAt, reader.locale)}. `}
        A lead counts as won when it was won within {learned.horizonDays} days; one that is younger than that counts
        neither way.
      </Text>
      <LongText variant="microcopy">{`Why ${learned.horizonDays} days: ${learned.horizonReason}.`}</LongText>
      <PutIntoDraft learned={learned} />
      <Divider />
      <Heading>What the history is worth</Heading>
      <HygieneLines lines={hygiene.lines} portalId={portalId} />
      {hygiene.excludedFields.length > 0 && (
        <Flex direction="column" gap="xs">
          <Heading>Fields that may not teach</Heading>
          {hygiene.excludedFields.map(({ fieldKey, code, reason }) => (
            <LongText key={fieldKey}>{`${fieldKey}: ${reason} (${code})`}</LongText>
          ))}
        </Flex>
      )}
      {hygiene.recentDeals.length > 0 && (
        <Accordion title={`The last ${hygiene.recentDeals.length} that were closed, to look at by hand`} size="sm">
          <RecentDeals deals={hygiene.recentDeals} portalId={portalId} locale={reader.locale} />
        </Accordion>
      )}
      {learned.axes.map((axis) => (
        <Flex key={axis.axis} direction="column" gap="md">
          <Divider />
          <AxisResult axis={axis} locale={reader.locale} />
        </Flex>
      ))}
    </Flex>
  );
}
