import {
  Alert,
  Flex,
  Heading,
  Link,
  LoadingButton,
  Select,
  Statistics,
  StatisticsItem,
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
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import { rowsToSend, type Draft } from '../../rules/draft.ts';
import { countOf } from '../../words/count-of.ts';
import { LongText } from '../../words/long-text.tsx';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { beginningOf, breakable } from '../../words/shown-text.ts';
import { Loading } from '../loading.tsx';
import { useWorkspace } from '../workspace/workspace.ts';

const amounts = [25, 50, 100];

type Ran = { readonly draft: Draft; readonly content: DryRunForm | null; readonly refused: Refused | null };

/** The newest contacts decided by the draft beside the live rules. Nothing is written and nobody gets a lead. */
export function DryRunView({ portalId }: { readonly portalId: number }): ReactNode {
  const backend = useBackend();
  const { draft, checked } = useWorkspace();
  const [most, setMost] = useState(50);
  const [isRunning, setRunning] = useState(false);
  const [ran, setRan] = useState<Ran | null>(null);
  async function run(): Promise<void> {
    setRunning(true);
    const result = await backend.call('dryRun', { rows: rowsToSend(draft), most });
    setRunning(false);
    setRan(
      result.state === 'answered'
        ? { draft, content: result.content, refused: null }
        : { draft, content: null, refused: result },
    );
  }
  return (
    <Flex direction="column" gap="sm">
      <Heading>Dry run</Heading>
      <Text>
        Decides the newest contacts by these rules and by the live ones, and shows who would go elsewhere. Nothing is
        written, and nobody loses a turn.
      </Text>
      <Flex gap="sm" align="end" wrap>
        <Select
          name="dry-run-most"
          label="Contacts"
          value={most}
          options={amounts.map((amount) => ({ label: String(amount), value: amount }))}
          onChange={(chosen) => setMost(Number(chosen))}
        />
        <LoadingButton loading={isRunning} disabled={checked.problems.length > 0} onClick={() => void run()}>
          {ran === null ? 'Dry run' : 'Run again'}
        </LoadingButton>
      </Flex>
      {checked.problems.length > 0 && (
        <Text variant="microcopy">Mend the problems first: rules with problems decide nothing.</Text>
      )}
      {isRunning && <Loading what={`${most} contacts and their decisions`} />}
      {ran !== null && ran.draft !== draft && !isRunning && (
        <Alert title="The rules were edited since this run" variant="warning">
          <Text>Run again to see what they do now.</Text>
        </Alert>
      )}
      {ran !== null && ran.refused !== null && <RefusedNotice refused={ran.refused} />}
      {ran !== null && ran.content !== null && <DryRunResult result={ran.content} portalId={portalId} />}
    </Flex>
  );
}

function DryRunResult({ result, portalId }: { readonly result: DryRunForm; readonly portalId: number }): ReactNode {
  const beside = result.liveNumber === null ? 'no rules are live yet' : `beside live revision ${result.liveNumber}`;
  return (
    <Flex direction="column" gap="sm">
      <Statistics>
        <StatisticsItem label={`Contacts decided, ${beside}`} number={result.contacts} />
        <StatisticsItem label="Would go elsewhere" number={result.moved} />
      </Statistics>
      {result.leads.length === 0 ? (
        <Alert title="There are no contacts to decide yet" variant="info" />
      ) : (
        <LeadTable leads={result.leads} portalId={portalId} />
      )}
      <CountTable title="By destination" counts={result.byDestination} />
      <CountTable title="By owner" counts={result.byOwner} />
      <Text variant="microcopy">Took {(result.milliseconds / 1000).toFixed(1)} seconds.</Text>
    </Flex>
  );
}

function LeadTable({ leads, portalId }: { readonly leads: DryRunForm['leads']; readonly portalId: number }): ReactNode {
  const moved = leads.filter(({ isMoved }) => isMoved);
  const shown = moved.length === 0 ? leads.slice(0, 10) : moved;
  return (
    <Flex direction="column" gap="xs">
      <Heading>
        {moved.length === 0 ? 'Nobody would go elsewhere' : `${countOf(moved.length, 'lead')} would go elsewhere`}
      </Heading>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Lead</TableHeader>
            <TableHeader>Now</TableHeader>
            <TableHeader>With these rules</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(({ contactId, name, before, after }) => (
            <TableRow key={contactId}>
              <TableCell>
                <Link href={{ url: `/contacts/${portalId}/record/0-1/${contactId}`, external: true }}>
                  {breakable(beginningOf(name === '' ? contactId : name, 80))}
                </Link>
              </TableCell>
              <TableCell>
                <Text>{before === null ? 'not decided' : placeWords(before)}</Text>
              </TableCell>
              <TableCell>
                <Text>{placeWords(after)}</Text>
                <LongText variant="microcopy" most={160}>
                  {after.why}
                </LongText>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

function placeWords({ destination, ownerName }: { readonly destination: string; readonly ownerName: string }): string {
  const where = beginningOf(destination, 80);
  return breakable(ownerName === '' ? where : `${where}, ${beginningOf(ownerName, 60)}`);
}

function CountTable({ title, counts }: { readonly title: string; readonly counts: DryRunForm['byOwner'] }): ReactNode {
  if (counts.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Heading>{title}</Heading>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Name</TableHeader>
            <TableHeader align="right">Now</TableHeader>
            <TableHeader align="right">With these rules</TableHeader>
            <TableHeader align="right">Change</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {counts.map(({ key, label, before, after }) => (
            <TableRow key={key}>
              <TableCell>{breakable(beginningOf(label === '' ? key : label, 80))}</TableCell>
              <TableCell align="right">{before}</TableCell>
              <TableCell align="right">{after}</TableCell>
              <TableCell align="right">
                {after === before ? 'same' : after > before ? `+${after - before}` : `−${before - after}`}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
