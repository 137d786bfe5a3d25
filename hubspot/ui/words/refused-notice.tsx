import { Alert, Text, type AlertProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { isAway, isForbidden, isSignInNeeded, type Refused } from '../backend/backend.ts';

/** Why something came to nothing, what to do, and the code that whoever runs it looks up. */
export function RefusedNotice({ refused }: { readonly refused: Refused }): ReactNode {
  return (
    <Alert title={refused.message} variant={variantOf(refused)}>
      <Text>
        {refused.nextStep} ({refused.code})
      </Text>
    </Alert>
  );
}

/** Nobody made a mistake where somebody is away, or may not do it. */
function variantOf(refused: Refused): NonNullable<AlertProps['variant']> {
  return isAway(refused) ? 'warning' : isForbidden(refused) || isSignInNeeded(refused) ? 'info' : 'error';
}

/** The same in one line, for an alert that goes away by itself. */
export function refusedWords({ message, nextStep, code }: Refused): string {
  return `${message} ${nextStep} (${code})`;
}
