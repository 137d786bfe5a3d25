import { EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { DecideButton } from './action-buttons.tsx';
import type { MayAct } from './may-act.ts';
import type { Acting } from './use-acting.ts';

/** A contact that nobody decided about: an offer to do it now. */
export function NotDecided({
  contactId,
  mayAct,
  acting,
}: {
  readonly contactId: string | null;
  readonly mayAct: MayAct;
  readonly acting: Acting;
}): ReactNode {
  return (
    <EmptyState title="Not decided yet" imageName="target" imageWidth={120} layout="vertical" flush>
      <Flex direction="column" align="center" gap="sm">
        <Text>Signalbox has not scored or routed this contact. Contacts are decided when they come in.</Text>
        {mayAct.state === 'may' && contactId !== null ? (
          <DecideButton contactId={contactId} acting={acting} label="Decide now" isFirst />
        ) : null}
        {mayAct.state === 'mayNot' ? <Text variant="microcopy">{mayAct.words}</Text> : null}
      </Flex>
    </EmptyState>
  );
}
