import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Button, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act, useState } from 'react';
import { useNow } from '../../../../hubspot/ui/words/use-now.ts';

const started = Date.UTC(2026, 2, 18, 9);

beforeEach(() => {
  jest.useFakeTimers({ now: started });
});
afterEach(() => {
  jest.useRealTimers();
});

function Now({ every }: { readonly every: number | null }) {
  return <Text>{String(useNow(every) - started)}</Text>;
}

function WithButton() {
  const [isShown, setShown] = useState(true);
  return (
    <>
      {isShown ? <Now every={1_000} /> : <Text>gone</Text>}
      <Button onClick={() => setShown(false)}>Away with it</Button>
    </>
  );
}

test.each([
  [1_000, '2000'],
  [60_000, '0'],
  [null, '0'],
])('the present is renewed every %s ms and not sooner', (every, words) => {
  const renderer = createRenderer('crm.record.tab');
  act(() => void renderer.render(<Now every={every} />));
  act(() => void jest.advanceTimersByTime(2_500));
  expect(renderer.find(Text).text).toBe(words);
});

test('it is not renewed any more once nobody shows it', () => {
  const renderer = createRenderer('crm.record.tab');
  act(() => void renderer.render(<WithButton />));
  expect(jest.getTimerCount()).toBe(1);
  renderer.find(Button).trigger('onClick');
  expect(renderer.find(Text).text).toBe('gone');
  expect(jest.getTimerCount()).toBe(0);
});
