import {
  Accordion,
  Flex,
  Link,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { LearnedForm } from '../../handlers/learning/learning-forms.ts';
import { countOf } from '../words/count-of.ts';
import { LongText } from '../words/long-text.tsx';
import { breakable } from '../words/shown-text.ts';
import { gradeTags, gradeTitles } from './words.ts';

type Line = LearnedForm['hygiene']['lines'][number];
type LinesProps = { readonly lines: readonly Line[]; readonly portalId: number };

/** What a history must have, the worst first, with the records behind each. What is in place stands folded below. */
export function HygieneLines({ lines, portalId }: LinesProps): ReactNode {
  const ofGrade = (grade: Line['grade']): Line[] => lines.filter((line) => line.grade === grade);
  const troubled = [...ofGrade('missing'), ...ofGrade('partial')];
  const inPlace = ofGrade('inPlace');
  return (
    <Flex direction="column" gap="xs">
      {troubled.length === 0 ? (
        <Text>Nothing is missing or partial.</Text>
      ) : (
        <LineTable lines={troubled} portalId={portalId} />
      )}
      {inPlace.length > 0 && (
        <Accordion title={`In place: ${countOf(inPlace.length, 'line')}`} size="sm">
          <LineTable lines={inPlace} portalId={portalId} />
        </Accordion>
      )}
    </Flex>
  );
}

function LineTable({ lines, portalId }: LinesProps): ReactNode {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader width="min">State</TableHeader>
          <TableHeader>What was looked at, and what to do</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.code}>
            <TableCell>
              <StatusTag variant={gradeTags[line.grade]}>{gradeTitles[line.grade]}</StatusTag>
            </TableCell>
            <TableCell>
              <Flex direction="column" gap="flush">
                <Text format={{ fontWeight: 'demibold' }}>
                  {line.title}
                  {line.isStopping && line.grade === 'missing' ? ': nothing is learned without it' : ''}
                </Text>
                <LongText>{line.found}</LongText>
                {line.next !== '' && <LongText variant="microcopy">{`${line.next} (${line.code})`}</LongText>}
                <Witnesses line={line} portalId={portalId} />
              </Flex>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Witnesses({ line, portalId }: { readonly line: Line; readonly portalId: number }): ReactNode {
  const { recordCount, witnesses } = line;
  if (witnesses.length === 0) return null;
  const of = recordCount > witnesses.length ? `${witnesses.length} of ${countOf(recordCount, 'record')}` : null;
  return (
    <Accordion title={of ?? countOf(recordCount, 'record')} size="xs">
      <Flex direction="column" gap="flush">
        {witnesses.map(({ leadKey, seen }, place) => (
          <Text key={place}>
            <ContactLink portalId={portalId} contactId={leadKey} />: {breakable(seen)}
          </Text>
        ))}
      </Flex>
    </Accordion>
  );
}

/** To the record, in a tab of its own: what was learned stays open. */
export function ContactLink({
  portalId,
  contactId,
}: {
  readonly portalId: number;
  readonly contactId: string;
}): ReactNode {
  return <Link href={{ url: `/contacts/${portalId}/record/0-1/${contactId}`, external: true }}>{contactId}</Link>;
}
