import {
  Alert,
  AutoGrid,
  BarChart,
  Button,
  ButtonRow,
  Divider,
  Flex,
  Link,
  LoadingButton,
  Statistics,
  StatisticsItem,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { DryRunForm } from '../../../handlers/ui/ui-forms.ts';
import { countOf } from '../../words/count-of.ts';
import { LongText } from '../../words/long-text.tsx';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { usePathOfContact } from '../use-reader.ts';
import type { DryRunDesk, StepDesk } from './step-context.ts';
import { shorten } from './user-choice.ts';

type Lead = DryRunForm['leads'][number];
type Count = DryRunForm['byDestination'][number];

export function RunButton({ dryRun }: { readonly dryRun: DryRunDesk }): ReactNode {
  const { result, refused, isRunning, run } = dryRun;
  return (
    <Flex direction="column" gap="xs" align="start">
      {refused !== null && <RefusedNotice refused={refused} />}
      <LoadingButton
        variant={result === null ? 'primary' : 'secondary'}
        loading={isRunning}
        resultIconName={refused === null ? 'success' : 'warning'}
        onClick={run}
      >
        {result === null ? 'Try the newest 100 contacts' : 'Try again'}
      </LoadingButton>
    </Flex>
  );
}

/** What the draft would do with the newest contacts. */
export function DryRunPanel({ dryRun }: StepDesk): ReactNode {
  const { result } = dryRun;
  return (
    <Flex direction="column" gap="md">
      <Text>
        The draft decides your newest contacts as if they came in now. Nothing is written and no turn is taken.
      </Text>
      <RunButton dryRun={dryRun} />
      {result !== null && (result.contacts === 0 ? <NoContacts /> : <Outcome result={result} />)}
    </Flex>
  );
}

function NoContacts(): ReactNode {
  return (
    <Alert title="There are no contacts to try">
      <Text>Make one as a form of yours would, and try again.</Text>
    </Alert>
  );
}

function Outcome({ result }: { readonly result: DryRunForm }): ReactNode {
  const against = result.liveNumber === null ? 'nothing is live' : `against revision ${result.liveNumber}`;
  return (
    <Flex direction="column" gap="md">
      <Statistics>
        <StatisticsItem label="Contacts tried" number={result.contacts} />
        <StatisticsItem label={`Go elsewhere, ${against}`} number={result.moved} />
      </Statistics>
      <BarChart
        data={chartOf(result.byDestination)}
        axes={{
          x: { field: 'Destination', fieldType: 'category' },
          y: { field: 'Contacts', fieldType: 'linear' },
        }}
        options={{ title: 'Where they would go', showDataLabels: true, showTooltips: true }}
      />
      <AutoGrid columnWidth={320} gap="md" flexible>
        <Counts title="Destination" counts={result.byDestination} isCompared={result.liveNumber !== null} />
        <Counts title="Owner" counts={result.byOwner} isCompared={result.liveNumber !== null} />
      </AutoGrid>
      <Leads leads={result.leads} />
    </Flex>
  );
}

const mostBars = 12;

function chartOf(counts: readonly Count[]): { readonly [key: string]: string | number }[] {
  return counts
    .filter(({ after }) => after > 0)
    .toSorted(byAfter)
    .slice(0, mostBars)
    .map(({ label, after }) => ({ Destination: shorten(label), Contacts: after }));
}

function byAfter(one: Count, other: Count): number {
  return other.after - one.after || (one.key < other.key ? -1 : 1);
}

type CountsProps = { readonly title: string; readonly counts: readonly Count[]; readonly isCompared: boolean };

function Counts({ title, counts, isCompared }: CountsProps): ReactNode {
  return (
    <Table density="condensed" flush>
      <TableHead>
        <TableRow>
          <TableHeader>{title}</TableHeader>
          {isCompared && <TableHeader align="right">Live</TableHeader>}
          <TableHeader align="right">Draft</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {counts.toSorted(byAfter).map(({ key, label, before, after }) => (
          <TableRow key={key}>
            <TableCell>{label === '' ? 'Nobody' : shorten(label)}</TableCell>
            {isCompared && <TableCell align="right">{before}</TableCell>}
            <TableCell align="right">{after}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const firstShown = 10;

function Leads({ leads }: { readonly leads: readonly Lead[] }): ReactNode {
  const [most, setMost] = useState(firstShown);
  const shown = leads.slice(0, most);
  return (
    <Flex direction="column" gap="sm">
      {shown.map((lead) => (
        <LeadLine key={lead.contactId} lead={lead} />
      ))}
      {leads.length > most && (
        <ButtonRow>
          <Button onClick={() => setMost(leads.length)}>Show all {countOf(leads.length, 'contact')}</Button>
        </ButtonRow>
      )}
    </Flex>
  );
}

function LeadLine({ lead }: { readonly lead: Lead }): ReactNode {
  const pathOfContact = usePathOfContact();
  const { contactId, name, isMoved, before, after } = lead;
  return (
    <Flex direction="column" gap="xs">
      <Flex direction="row" gap="sm" align="center" wrap>
        <Link href={{ url: pathOfContact(contactId), external: true }}>{shorten(name === '' ? contactId : name)}</Link>
        <Text inline>
          {shorten(after.destination)}
          {after.ownerName === '' ? '' : `, ${shorten(after.ownerName)}`}
        </Text>
        {isMoved && <StatusTag variant="warning">Goes elsewhere</StatusTag>}
      </Flex>
      {isMoved && before !== null && (
        <Text variant="microcopy">
          Now: {shorten(before.destination)}
          {before.ownerName === '' ? '' : `, ${shorten(before.ownerName)}`}
        </Text>
      )}
      <Text variant="microcopy">
        Fit {after.fit}, engagement {after.engagement}, confidence {after.confidence}, {shorten(after.bucket)}
      </Text>
      <LongText variant="microcopy">{after.why}</LongText>
      <Divider />
    </Flex>
  );
}
