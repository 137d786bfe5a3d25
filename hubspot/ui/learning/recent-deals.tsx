import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { LearnedForm } from '../../handlers/learning/learning-forms.ts';
import { LongText } from '../words/long-text.tsx';
import { beginningOf } from '../words/shown-text.ts';
import { ContactLink } from './hygiene-lines.tsx';
import { dayWords } from './words.ts';

type DealsProps = {
  readonly deals: LearnedForm['hygiene']['recentDeals'];
  readonly portalId: number;
  readonly locale: string;
};

/** The plain test: whether somebody who knows them would say the same. */
export function RecentDeals({ deals, portalId, locale }: DealsProps): ReactNode {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Contact</TableHeader>
          <TableHeader>Ended</TableHeader>
          <TableHeader>Reason</TableHeader>
          <TableHeader>What is wrong</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {deals.map((deal) => (
          <TableRow key={deal.leadKey}>
            <TableCell>
              <ContactLink portalId={portalId} contactId={deal.leadKey} />
            </TableCell>
            <TableCell>
              <Text>
                {deal.outcome}
                {deal.closedAt === null ? ', nobody knows when' : `, ${dayWords(deal.closedAt, locale)}`}
              </Text>
            </TableCell>
            <TableCell>
              <Text>{beginningOf(deal.closeReason ?? 'none', 120)}</Text>
            </TableCell>
            <TableCell>
              <LongText most={160}>{deal.faults.length === 0 ? 'nothing' : deal.faults.join('; ')}</LongText>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
