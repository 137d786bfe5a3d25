import { useState } from 'react';
import { Button, Flex, Text, Tile, hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { createRemoteComponentInternal } from '@hubspot/ui-extensions/hs-internal';

const Sparkle = createRemoteComponentInternal('Sparkle') as unknown as React.ComponentType<{ title: string }>;

function Bad(): React.ReactNode {
  throw new Error('The card broke while it rendered');
}

/** Fails in the way that the context names. */
function Failing() {
  const { variables } = useExtensionContext<'settings'>();
  const [isBad, setBad] = useState(false);
  if (variables?.['how'] === 'render' || isBad) return <Bad />;
  return (
    <Flex direction="column" gap="sm">
      <Button
        onClick={() => {
          throw new Error('The handler broke');
        }}
      >
        Throw
      </Button>
      <Button onClick={() => void Promise.reject(new Error('Nobody waited for this'))}>Reject</Button>
      <Button onClick={() => setBad(true)}>Break</Button>
      <Button onClick={() => void fetch('https://example.com/')}>Fetch by itself</Button>
      {variables?.['how'] === 'unknown' ? <Sparkle title="Glitter" /> : null}
      {variables?.['how'] === 'object' ? <Tile>{<Text>{{ not: 'words' } as unknown as string}</Text>}</Tile> : null}
      {variables?.['how'] === 'keys' ? [1, 2].map((each) => <Text>{each}</Text>) : null}
    </Flex>
  );
}

hubspot.extend<'settings'>(() => <Failing />);
