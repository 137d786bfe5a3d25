import { Button, EmptyState, ErrorState, Flex, LoadingSpinner, Text, type CrmContext } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { WithReader } from '../words/reading.tsx';
import { useNow } from '../words/use-now.ts';
import { byUrgency } from './by-urgency.ts';
import { ContactTable } from './contact-table.tsx';
import { totalsLine } from './totals.ts';
import { useContacts } from './use-contacts.ts';

const minute = 60_000;

/** Who of a company came in, what was decided, and who has to be called first. It needs no backend. */
export function CompanyCard({ context }: { readonly context: CrmContext }): ReactNode {
  return (
    <WithReader context={context}>
      <Contacts portalId={context.portal.id} />
    </WithReader>
  );
}

function Contacts({ portalId }: { readonly portalId: number }): ReactNode {
  const contacts = useContacts();
  const now = useNow(minute);
  if (contacts.error !== null) {
    return (
      <ErrorState title="The contacts cannot be shown">
        <Text>HubSpot did not let this card read the contacts of the company. Nothing is lost.</Text>
        <Button onClick={contacts.refetch}>Try again</Button>
      </ErrorState>
    );
  }
  if (contacts.isLoading && contacts.decided.length === 0) {
    return <LoadingSpinner label="Looking at the contacts of this company" showLabel />;
  }
  if (contacts.decided.length === 0) {
    return (
      <EmptyState title="Nobody here was decided yet" imageName="contacts" imageWidth={120} layout="vertical" flush>
        <Text>
          Signalbox decides about contacts when they come in. Those of this company appear here with their scores, owner
          and promise.
        </Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{totalsLine(contacts, now)}</Text>
      <ContactTable contacts={contacts.decided.toSorted(byUrgency)} portalId={portalId} />
      {contacts.isLoading ? <LoadingSpinner label="Looking for more" showLabel size="xs" /> : null}
      {contacts.isCut ? (
        <Text variant="microcopy">The company has more contacts than these; only the first were looked at.</Text>
      ) : null}
    </Flex>
  );
}
