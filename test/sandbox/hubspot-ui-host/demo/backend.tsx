import { useState } from 'react';
import { Button, Flex, Text, hubspot } from '@hubspot/ui-extensions';

/** Asks its backend and its functions. */
function Backend() {
  const [words, setWords] = useState('');
  const show = (ask: () => Promise<unknown>) => async (): Promise<void> => {
    setWords(JSON.stringify(await ask().catch((error: unknown) => `refused: ${(error as Error).message}`)));
  };
  return (
    <Flex direction="column" gap="sm">
      <Button
        onClick={show(async () => {
          const response = await hubspot.fetch('https://api.example.com/leads?page=2', {
            method: 'POST',
            timeout: 3_000,
            body: { rule: 7 },
          });
          return { status: response.status, ok: response.ok, body: await response.json() };
        })}
      >
        Permitted
      </Button>
      <Button onClick={show(async () => (await hubspot.fetch('https://elsewhere.example/')).status)}>
        Not permitted
      </Button>
      <Button onClick={show(async () => (await hubspot.fetch('https://api.example.com/empty')).status)}>Empty</Button>
      <Button
        onClick={show(() => hubspot.serverless('decide', { parameters: { lead: 3 }, propertiesToSend: ['email'] }))}
      >
        Function
      </Button>
      <Button onClick={show(() => hubspot.serverless('missing'))}>No function</Button>
      <Text>Answer: {words}</Text>
    </Flex>
  );
}

hubspot.extend<'settings'>(() => <Backend />);
