import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Flex,
  Heading,
  Statistics,
  StatisticsItem,
  Text,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { AlertForm, SetupForm, StatusForm } from '../../handlers/ui/ui-forms.ts';
import { useCall } from '../backend/use-call.ts';
import { countOf } from '../words/count-of.ts';
import { LongText } from '../words/long-text.tsx';
import { modeWarning } from '../words/mode-words.ts';
import { useNow } from '../words/use-now.ts';
import { writeDuration } from '../words/write-duration.ts';
import { writeInstant } from '../words/write-instant.ts';
import { useAccess, whomToAsk } from './access.ts';
import { AskedContent } from './asked-content.tsx';
import { modes } from './draft/settings.ts';
import { Page } from './page.tsx';
import { shorten } from './steps/user-choice.ts';
import { useReader } from './use-reader.ts';

export function StatusPage(): ReactNode {
  const setup = useCall('setup', {});
  return <StatusOf setup={setup.content} />;
}

/** @param setup null while nobody knows what is done less without some scopes */
export function StatusOf({ setup }: { readonly setup: SetupForm | null }): ReactNode {
  const status = useCall('status', {});
  const alerts = useCall('alerts', {});
  return (
    <Page title="Signalbox">
      <AskedContent asked={status} what="the status">
        {(content) => (
          <Flex direction="column" gap="md">
            <Numbers status={content} />
            <Rules status={content} />
            <Text>
              Points can be learned from your own won and lost leads: in the settings of the app, under Points, Learn.
            </Text>
            <Divider />
            <Heading>Alerts</Heading>
            <AskedContent asked={alerts} what="the alerts">
              {(known) => <Alerts alerts={known.alerts} />}
            </AskedContent>
            <Divider />
            <Heading>What is done less</Heading>
            <Scopes missing={content.missingScopes} setup={setup} />
            <Divider />
            <Heading>Your rights</Heading>
            <Rights />
          </Flex>
        )}
      </AskedContent>
    </Page>
  );
}

function Numbers({ status }: { readonly status: StatusForm }): ReactNode {
  const now = useNow(60_000);
  const { waitingLeads, oldestWaitingSince, dueEffects, openAlerts } = status;
  return (
    <Flex direction="column" gap="sm">
      {!status.isPrepared && (
        <Alert title="The portal is still being prepared">
          <Text>Properties and object types are made in the background. New leads wait until that is done.</Text>
        </Alert>
      )}
      <Statistics>
        <StatisticsItem label="Leads that wait" number={waitingLeads}>
          {waitingLeads > 0 && oldestWaitingSince !== null && (
            <Text variant="microcopy">The oldest for {writeDuration(Math.max(0, now - oldestWaitingSince))}</Text>
          )}
        </StatisticsItem>
        <StatisticsItem label="Changes still to be written" number={dueEffects} />
        <StatisticsItem label="Open alerts" number={openAlerts} />
      </Statistics>
    </Flex>
  );
}

function Rules({ status }: { readonly status: StatusForm }): ReactNode {
  const reader = useReader();
  const now = useNow(60_000);
  const { live, mode, lastDecidedAt } = status;
  const known = modes.find((each) => each === mode);
  return (
    <DescriptionList direction="column">
      <DescriptionListItem label="Live revision">
        {live === null ? (
          <Text>None: no lead is decided.</Text>
        ) : (
          <Text>
            {live.number}, published {writeInstant(live.publishedAt, reader, now)} by {shorten(live.publishedBy)}
          </Text>
        )}
      </DescriptionListItem>
      <DescriptionListItem label="Mode">
        <Text>{known === undefined ? (mode ?? 'None') : modeWarning(known)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label="Last decided">
        <Text>{lastDecidedAt === null ? 'No lead yet' : writeInstant(lastDecidedAt, reader, now)}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

function Alerts({ alerts }: { readonly alerts: readonly AlertForm[] }): ReactNode {
  const reader = useReader();
  const now = useNow(60_000);
  if (alerts.length === 0) return <Text>Nothing needs you.</Text>;
  return (
    <Flex direction="column" gap="sm">
      {alerts.map(({ code, about, message, nextStep, firstAt, lastAt, occurrences }) => (
        <Alert key={`${code} ${about} ${firstAt}`} title={shorten(`${code} ${about}`)} variant="warning">
          <Flex direction="column" gap="xs">
            <LongText>{message}</LongText>
            <LongText format={{ fontWeight: 'demibold' }}>{nextStep}</LongText>
            <Text variant="microcopy">
              {occurrences === 1
                ? `Once, ${writeInstant(lastAt, reader, now)}`
                : `${countOf(occurrences, 'time')} since ${writeInstant(firstAt, reader, now)}, last ${writeInstant(lastAt, reader, now)}`}
            </Text>
          </Flex>
        </Alert>
      ))}
    </Flex>
  );
}

function Scopes({
  missing,
  setup,
}: {
  readonly missing: readonly string[];
  readonly setup: SetupForm | null;
}): ReactNode {
  if (missing.length === 0) return <Text>Nothing: every optional scope is granted.</Text>;
  const without = new Map(setup?.missingScopes.map((each) => [each.scope, each.without]));
  return (
    <Flex direction="column" gap="xs">
      <Text>These scopes were not granted. To grant one, connect the app anew and choose it.</Text>
      <DescriptionList direction="column">
        {missing.map((scope) => (
          <DescriptionListItem key={scope} label={shorten(scope)}>
            <LongText>{without.get(scope) ?? 'What it is for stands in the documentation.'}</LongText>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}

const rightWords = {
  read: 'read rules, decisions and status',
  edit: 'edit the draft',
  publish: 'publish it',
  grant: 'give and take rights',
} as const;

function Rights(): ReactNode {
  const { caller } = useAccess();
  const has = caller.rights.map((right) => rightWords[right]);
  const who = caller.email === null ? 'You' : `You (${shorten(caller.email)})`;
  return (
    <Text>
      {who} may {has.join(', ')}.{' '}
      {caller.rights.length < 4 ? `For more: ${whomToAsk.charAt(0).toLowerCase()}${whomToAsk.slice(1)}` : ''}
    </Text>
  );
}
