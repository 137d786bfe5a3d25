import { ErrorState, Flex, LoadingSpinner, Text, type CrmContext } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { leadTypeId } from '../../handlers/events/object-types.ts';
import type { UiInput } from '../../handlers/ui/ui-calls.ts';
import { useCall } from '../backend/use-call.ts';
import { WithReader } from '../words/reading.tsx';
import { ActionButtons } from './action-buttons.tsx';
import { DecidedCard } from './decided-card.tsx';
import { mayActOf, withoutContact } from './may-act.ts';
import { NotDecided } from './not-decided.tsx';
import { Notices, NotTold } from './notices.tsx';
import { useActing, type CardActions } from './use-acting.ts';
import { useContactOfLead, type ContactOfLead } from './use-contact-of-lead.ts';
import { useShownCard, type ShownCard } from './use-shown-card.ts';

type ScoreCardProps = { readonly context: CrmContext; readonly actions: CardActions };

/** The score card of a contact, or of the lead that stands for one. */
export function ScoreCard({ context, actions }: ScoreCardProps): ReactNode {
  const { objectId, objectTypeId } = context.crm;
  const id = String(objectId);
  return (
    <WithReader context={context}>
      {objectTypeId === leadTypeId ? (
        <CardOfLead leadId={id} context={context} actions={actions} />
      ) : (
        <Card
          subject={{ contactId: id }}
          contact={{ contactId: id, isLoading: false }}
          context={context}
          actions={actions}
        />
      )}
    </WithReader>
  );
}

function CardOfLead({ leadId, ...rest }: ScoreCardProps & { readonly leadId: string }): ReactNode {
  return <Card subject={{ leadId }} contact={useContactOfLead()} {...rest} />;
}

function Card({
  subject,
  contact,
  context,
  actions,
}: ScoreCardProps & { readonly subject: UiInput<'card'>; readonly contact: ContactOfLead }): ReactNode {
  const access = useCall('access', {});
  const shown = useShownCard(subject, access.content === null ? access.reload : null);
  const acting = useActing(actions, shown.reload);
  const { card } = shown;
  if (card === null) {
    return shown.refused === null || shown.isRecordLoading ? (
      <LoadingSpinner label="Looking at the record" showLabel />
    ) : (
      <Nothing shown={shown} />
    );
  }
  const { contactId } = contact;
  const mayAct = contactId === null && !contact.isLoading ? withoutContact : mayActOf(access);
  if (card.decisionId === null) {
    return (
      <Flex direction="column" gap="sm">
        <NotTold shown={shown} />
        <NotDecided contactId={contactId} mayAct={mayAct} acting={acting} />
      </Flex>
    );
  }
  const { firstName, lastName } = context.user;
  return (
    <Flex direction="column" gap="sm">
      <Notices shown={shown} card={card} />
      <DecidedCard
        card={card}
        readerName={`${firstName} ${lastName}`.trim()}
        isWholeStoryComing={shown.origin === 'record' && shown.isLoading}
        buttons={<ActionButtons card={card} contactId={contactId} mayAct={mayAct} acting={acting} actions={actions} />}
      />
    </Flex>
  );
}

/** Neither the record nor the backend could be read. */
function Nothing({ shown }: { readonly shown: ShownCard }): ReactNode {
  return (
    <ErrorState title="The score card cannot be shown">
      <Flex direction="column" align="center" gap="sm">
        <Text>HubSpot did not let this card read the record, and Signalbox could not tell of it either.</Text>
        <NotTold shown={shown} />
      </Flex>
    </ErrorState>
  );
}
