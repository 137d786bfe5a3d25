import { Alert, Flex, Input, List, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import { RefusedNotice } from '../../words/refused-notice.tsx';

/** Nobody types it by mistake. */
const asked = 'remove Signalbox';

type Outcome = { readonly refused: Refused | null; readonly isHubSpotTold: boolean };

/** Takes the app out of the portal, once somebody has written that they mean it. */
export function RemoveSection(): ReactNode {
  const backend = useBackend();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isMeant = typed.trim().toLowerCase() === asked.toLowerCase();
  async function remove(): Promise<void> {
    setBusy(true);
    const result = await backend.call('uninstall', { uninstall: true });
    setBusy(false);
    setOutcome(
      result.state === 'refused'
        ? { refused: result, isHubSpotTold: false }
        : { refused: null, isHubSpotTold: result.content.isHubSpotTold },
    );
  }
  if (outcome !== null && outcome.refused === null) {
    return (
      <Alert title="Signalbox no longer decides in this portal" variant="success">
        <Text>
          {outcome.isHubSpotTold
            ? 'HubSpot takes the app away. Rules, revisions and decisions stay readable in the portal.'
            : 'HubSpot could not be told: uninstall the app under Settings → Integrations → Connected apps as well.'}
        </Text>
      </Alert>
    );
  }
  return (
    <Flex direction="column" gap="md">
      <Alert title="Removing Signalbox from this portal" variant="danger">
        <List>
          <Text>No lead is decided any more, and running promises are closed.</Text>
          <Text>What the server keeps of this portal is deleted.</Text>
          <Text>Rules, revisions and decisions stay in the portal, readable without the app.</Text>
          <Text>Owners and tasks that were set stay as they are.</Text>
        </List>
      </Alert>
      {outcome !== null && outcome.refused !== null && <RefusedNotice refused={outcome.refused} />}
      <Input
        name="remove-confirmation"
        label={`To go on, write: ${asked}`}
        value={typed}
        onInput={setTyped}
        onChange={setTyped}
      />
      <Flex justify="start">
        <RemoveButton isBusy={isBusy} isMeant={isMeant} onRemove={() => void remove()} />
      </Flex>
    </Flex>
  );
}

type RemoveButtonProps = { readonly isBusy: boolean; readonly isMeant: boolean; readonly onRemove: () => void };

function RemoveButton({ isBusy, isMeant, onRemove }: RemoveButtonProps): ReactNode {
  return (
    <LoadingButton variant="destructive" loading={isBusy} disabled={!isMeant} onClick={onRemove}>
      Remove Signalbox
    </LoadingButton>
  );
}
