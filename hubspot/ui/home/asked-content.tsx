import { Alert, Button, ErrorState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { isAway, isForbidden, isSignInNeeded, type Refused } from '../backend/backend.ts';
import type { Asked } from '../backend/use-call.ts';
import { useAccess } from './access.ts';

type AskedContentProps<Content> = {
  readonly asked: Pick<Asked<Content>, 'content' | 'refused' | 'isLoading' | 'reload'>;
  /** What is being loaded, such as "the rules". */
  readonly what: string;
  readonly children: (content: Content) => ReactNode;
};

/** What was asked for, or why it is not there. What was loaded before stays, with a notice that it may be old. */
export function AskedContent<Content>({ asked, what, children }: AskedContentProps<Content>): ReactNode {
  const { content, refused, isLoading, reload } = asked;
  if (content !== null) {
    return (
      <Flex direction="column" gap="sm">
        {refused !== null && <OldNotice refused={refused} isLoading={isLoading} reload={reload} />}
        {children(content)}
      </Flex>
    );
  }
  return refused === null ? (
    <LoadingSpinner label={`Loading ${what}`} showLabel layout="centered" />
  ) : (
    <RefusedState refused={refused} isLoading={isLoading} reload={reload} />
  );
}

type RefusedProps = { readonly refused: Refused; readonly isLoading: boolean; readonly reload: () => void };

function OldNotice({ refused, isLoading, reload }: RefusedProps): ReactNode {
  return (
    <Alert
      title={isAway(refused) ? 'Signalbox does not answer. What you see may be old.' : refused.message}
      variant="warning"
    >
      <Flex direction="column" gap="xs" align="start">
        <Text>
          {refused.nextStep} ({refused.code})
        </Text>
        <WayOn refused={refused} isLoading={isLoading} reload={reload} />
      </Flex>
    </Alert>
  );
}

/** In place of what could not be loaded. */
export function RefusedState({ refused, isLoading, reload }: RefusedProps): ReactNode {
  return (
    <ErrorState title={refused.message} type={isForbidden(refused) ? 'lock' : 'error'}>
      <Text>
        {refused.nextStep} ({refused.code})
      </Text>
      <WayOn refused={refused} isLoading={isLoading} reload={reload} />
    </ErrorState>
  );
}

function WayOn({ refused, isLoading, reload }: RefusedProps): ReactNode {
  const { signInAgain } = useAccess();
  return isSignInNeeded(refused) ? (
    <Button onClick={signInAgain}>Sign in</Button>
  ) : (
    <Button disabled={isLoading} onClick={reload}>
      Try again
    </Button>
  );
}
