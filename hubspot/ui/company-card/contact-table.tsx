import { Link, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { contactTypeId } from '../../handlers/events/object-types.ts';
import { scoreWords } from '../words/axis-words.ts';
import { useReading } from '../words/reading.tsx';
import { beginningOf, breakable } from '../words/shown-text.ts';
import { Countdown } from '../score-card/promise.tsx';
import { openDueAt } from './by-urgency.ts';
import type { DecidedContact } from './decided-contact.ts';

const rowsOfPage = 25;
const mostCharacters = 40;

const columns = ['Contact', 'First touch', 'Fit', 'Engagement', 'Destination', 'Given to'];

/** Contacts in the order in which they need somebody. */
export function ContactTable({
  contacts,
  portalId,
}: {
  readonly contacts: readonly DecidedContact[];
  readonly portalId: number;
}): ReactNode {
  const [page, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(contacts.length / rowsOfPage));
  const shownPage = Math.min(page, pageCount);
  const rows = contacts.slice((shownPage - 1) * rowsOfPage, shownPage * rowsOfPage);
  const content = (
    <>
      <TableHead>
        <TableRow>
          {columns.map((column) => (
            <TableHeader key={column}>{column}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((contact) => (
          <ContactRow key={contact.id} contact={contact} portalId={portalId} />
        ))}
      </TableBody>
    </>
  );
  return pageCount === 1 ? (
    <Table density="condensed">{content}</Table>
  ) : (
    <Table density="condensed" paginated page={shownPage} pageCount={pageCount} onPageChange={setPage}>
      {content}
    </Table>
  );
}

function ContactRow({ contact, portalId }: { readonly contact: DecidedContact; readonly portalId: number }): ReactNode {
  return (
    <TableRow>
      <TableCell>
        <Link href={`/contacts/${portalId}/record/${contactTypeId}/${contact.id}`}>{shortened(contact.name)}</Link>
      </TableCell>
      <TableCell width="min">
        <FirstTouch contact={contact} />
      </TableCell>
      <TableCell>
        <Text>{scoreWords({ score: contact.fit, band: null })}</Text>
      </TableCell>
      <TableCell>
        <Text>{scoreWords({ score: contact.engagement, band: null })}</Text>
      </TableCell>
      <TableCell>
        <Text>{shortened(contact.destination ?? '–')}</Text>
      </TableCell>
      <TableCell>
        <Text>{shortened(contact.givenTo ?? '–')}</Text>
      </TableCell>
    </TableRow>
  );
}

function FirstTouch({ contact }: { readonly contact: DecidedContact }): ReactNode {
  const { clock } = contact;
  const words = useReading();
  if (clock === null) {
    return <Text>–</Text>;
  }
  return (
    <>
      <Countdown clock={clock} isShort />
      {openDueAt(contact) === null || clock.dueAt === null ? null : (
        <Text variant="microcopy">{words.instant(clock.dueAt)}</Text>
      )}
    </>
  );
}

function shortened(text: string): string {
  return breakable(beginningOf(text, mostCharacters));
}
