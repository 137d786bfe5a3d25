import { Alert, EmptyState, ErrorState, Flex, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { useMemo, useState, type ReactNode } from 'react';
import { PageTitle } from '@hubspot/ui-extensions/pages';
import type { AccessForm } from '../../handlers/ui/ui-forms.ts';
import { useCall } from '../backend/use-call.ts';
import { SignIn } from '../sign-in/sign-in.tsx';
import { RefusedNotice } from '../words/refused-notice.tsx';
import { accessContext, whomToAsk } from './access.ts';
import { AskedContent } from './asked-content.tsx';

/** Shows the page to those who may read it, and to everybody else whom to ask. */
export function AccessGate({ children }: { readonly children: ReactNode }): ReactNode {
  const asked = useCall('access', {});
  const { user } = useExtensionContext<'pages'>();
  const [isSessionOver, setSessionOver] = useState(false);
  const { content } = asked;
  const access = useMemo(
    () => (content === null ? null : { caller: content, signInAgain: () => setSessionOver(true) }),
    [content],
  );
  if (access !== null && !isSessionOver && isReader(access.caller)) {
    return (
      <accessContext.Provider value={access}>
        {asked.refused !== null && <RefusedNotice refused={asked.refused} />}
        {children}
      </accessContext.Provider>
    );
  }
  const onSignedIn = (): void => {
    setSessionOver(false);
    asked.reload();
  };
  return (
    <Flex direction="column" gap="md">
      <PageTitle>Signalbox</PageTitle>
      <AskedContent asked={asked} what="what you may do">
        {(caller) =>
          caller.isSignInNeeded || isSessionOver ? (
            <SignIn email={user.email} onSignedIn={onSignedIn} />
          ) : (
            <NothingToRead isWorker={caller.isWorker} />
          )
        }
      </AskedContent>
    </Flex>
  );
}

function isReader({ isSignInNeeded, rights }: AccessForm): boolean {
  return !isSignInNeeded && rights.includes('read');
}

function NothingToRead({ isWorker }: { readonly isWorker: boolean }): ReactNode {
  return isWorker ? (
    <EmptyState title="The rules are not shown to you" layout="vertical">
      <Text>You get leads by Signalbox: its card on the records says why. {whomToAsk}</Text>
    </EmptyState>
  ) : (
    <ErrorState title="You may not read the rules of this portal" type="lock">
      <Text>{whomToAsk} The right to read is enough to look around.</Text>
    </ErrorState>
  );
}

/** Why something can be looked at and not changed. */
export function ReadOnlyNotice({ right }: { readonly right: 'edit' | 'publish' }): ReactNode {
  return (
    <Alert title={right === 'edit' ? 'You may look at this and not change it' : 'You may not publish'}>
      <Flex direction="column">
        <Text>
          The right to {right} is given by itself. {whomToAsk}
        </Text>
      </Flex>
    </Alert>
  );
}
