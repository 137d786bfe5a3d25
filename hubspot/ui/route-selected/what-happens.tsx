import { Alert, Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { StatusForm } from '../../handlers/ui/ui-forms.ts';
import { isForbidden } from '../backend/backend.ts';
import type { Asked } from '../backend/use-call.ts';
import { modeWarning, type Mode } from '../words/mode-words.ts';
import { RefusedNotice } from '../words/refused-notice.tsx';

const modes: readonly Mode[] = ['observe', 'suggest', 'live'];

/** What will be done to the contacts, by the rules that are live. */
export function WhatHappens({ status }: { readonly status: Asked<StatusForm> }): ReactNode {
  const { content, refused } = status;
  if (content !== null) {
    const mode = modes.find((one) => one === content.mode);
    if (content.live === null || mode === undefined) {
      return (
        <Alert title="No rules are published" variant="warning">
          <Text>Nothing can be decided before somebody publishes rules on the settings page of Signalbox.</Text>
        </Alert>
      );
    }
    return <Alert title={modeWarning(mode)} variant={mode === 'live' ? 'warning' : 'info'} />;
  }
  if (refused === null) {
    return <LoadingSpinner label="Looking at the rules" showLabel />;
  }
  return isForbidden(refused) ? (
    <Alert title="What is done depends on the rules" variant="info">
      <Text>
        You may not read in which mode they are. If they are live, owners, promises and tasks are set at once; otherwise
        nobody is given a contact.
      </Text>
    </Alert>
  ) : (
    <Flex direction="column" align="start" gap="xs">
      <RefusedNotice refused={refused} />
      <Button size="xs" onClick={status.reload} disabled={status.isLoading}>
        Ask again
      </Button>
    </Flex>
  );
}

/** Whether there is any sense in beginning. */
export function isReady({ content, refused }: Asked<StatusForm>): boolean {
  return content === null ? refused !== null && isForbidden(refused) : content.live !== null;
}
