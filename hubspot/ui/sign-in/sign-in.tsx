import { useState, type ReactNode } from 'react';
import {
  Alert,
  Button,
  ButtonRow,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Input,
  Link,
  LoadingButton,
  Text,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import type { SignInForm } from '../../handlers/ui/ui-forms.ts';
import type { Refused } from '../backend/backend.ts';
import { useBackend } from '../backend/backend-context.tsx';

type Challenge = Extract<SignInForm, { state: 'asked' }>;

/** What is known between two presses of a button. `isMissing`: the record did not hold the code when it was looked at. */
type Known = { readonly challenge: Challenge | null; readonly isMissing: boolean; readonly refused: Refused | null };

/**
 * Lets somebody prove who they are to an edition that has no users of its own: they write a code into a record of the portal,
 * and HubSpot says who wrote it.
 *
 * @param email to begin with, as HubSpot says of the user; it can be corrected
 * @param onSignedIn after the backend took the session; whatever was refused can be asked again
 */
export function SignIn({ email, onSignedIn }: { readonly email: string; readonly onSignedIn: () => void }): ReactNode {
  const backend = useBackend();
  // Typed by the browser's own clipboard, which nothing here knows.
  const copy = useExtensionActions<'settings'>().copyTextToClipboard;
  const [address, setAddress] = useState(email);
  const [isAsking, setAsking] = useState(false);
  const [known, setKnown] = useState<Known>({ challenge: null, isMissing: false, refused: null });

  async function ask(code: string | null): Promise<void> {
    setAsking(true);
    const result = await backend.call('signIn', { email: address.trim(), code });
    setAsking(false);
    if (result.state === 'refused') {
      setKnown((before) => ({ ...before, isMissing: false, refused: result }));
    } else if (result.content.state === 'asked') {
      setKnown({ challenge: result.content, isMissing: code !== null, refused: null });
    } else {
      backend.takeSession(result.content.session);
      onSignedIn();
    }
  }

  const { challenge, isMissing, refused } = known;
  return (
    <Flex direction="column" gap="md">
      <Alert title="Confirm who you are">
        <Text>
          Signalbox runs inside this portal and has no passwords. You write a code into a record that only users of the
          portal can edit, and HubSpot says who wrote it.
        </Text>
      </Alert>
      {refused !== null && (
        <Alert title={refused.message} variant="danger">
          <Text>{refused.nextStep}</Text>
        </Alert>
      )}
      {challenge === null ? (
        <Flex direction="column" gap="sm">
          <Input
            name="email"
            label="Your e-mail address in HubSpot"
            value={address}
            onInput={setAddress}
            onChange={setAddress}
          />
          <LoadingButton
            variant="primary"
            loading={isAsking}
            resultIconName={refused === null ? 'success' : 'warning'}
            disabled={address.trim().length < 3}
            onClick={() => void ask(null)}
          >
            Get a code
          </LoadingButton>
        </Flex>
      ) : (
        <Flex direction="column" gap="sm">
          {isMissing && (
            <Alert title="The record does not hold this code yet" variant="warning">
              <Text>Write the code as it stands here, save the record and come back.</Text>
            </Alert>
          )}
          <DescriptionList direction="column">
            <DescriptionListItem label="1. Copy this code">
              <Text format={{ fontWeight: 'bold' }}>{challenge.code}</Text>
            </DescriptionListItem>
            <DescriptionListItem label="2. Open this record">
              <Link href={{ url: challenge.recordPath, external: true }}>Open the record in a new tab</Link>
            </DescriptionListItem>
            <DescriptionListItem label="3. Write the code into this field and save">
              <Text format={{ fontWeight: 'demibold' }}>{challenge.fieldLabel}</Text>
            </DescriptionListItem>
            <DescriptionListItem label="4. Come back here">
              <Text>You confirm as {address.trim()}.</Text>
            </DescriptionListItem>
          </DescriptionList>
          <ButtonRow>
            <LoadingButton
              variant="primary"
              loading={isAsking}
              resultIconName={isMissing || refused !== null ? 'warning' : 'success'}
              onClick={() => void ask(challenge.code)}
            >
              I have done it
            </LoadingButton>
            <Button onClick={() => void copy(challenge.code)}>Copy the code</Button>
            <Button
              variant="transparent"
              disabled={isAsking}
              onClick={() => setKnown({ challenge: null, isMissing: false, refused: null })}
            >
              Begin again
            </Button>
          </ButtonRow>
        </Flex>
      )}
    </Flex>
  );
}
