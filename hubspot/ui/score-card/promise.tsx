import { Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardClock } from '../../handlers/card/card-data.ts';
import { clockWords, isTicking } from '../words/clock-words.ts';
import { useReading } from '../words/reading.tsx';
import { beginningOf } from '../words/shown-text.ts';
import { useNow } from '../words/use-now.ts';
import { rewrittenEvery } from '../words/write-duration.ts';

const minute = 60_000;
const mostCharacters = 80;

/** The promise of a first touch, counting down while it runs. */
export function Promised({ clock }: { readonly clock: CardClock }): ReactNode {
  return (
    <Flex direction="column" gap="flush">
      <Countdown clock={clock} />
      <Terms clock={clock} />
    </Flex>
  );
}

/** Only this is written anew each second. */
export function Countdown({
  clock,
  isShort = false,
}: {
  readonly clock: CardClock;
  readonly isShort?: boolean;
}): ReactNode {
  const { words, short, colour } = clockWords(clock, useTicking(clock));
  return <StatusTag variant={colour}>{isShort ? short : words}</StatusTag>;
}

/** The present, as often as the words of the clock change. */
function useTicking(clock: CardClock): number {
  const isTickingNow = isTicking(clock);
  const coarse = useNow(isTickingNow ? minute : null);
  const isNear = isTickingNow && rewrittenEvery((clock.dueAt ?? 0) - coarse) < minute;
  const fine = useNow(isNear ? 1_000 : null);
  return Math.max(coarse, fine);
}

function Terms({ clock: { state, dueAt, promise, answersFor } }: { readonly clock: CardClock }): ReactNode {
  const words = useReading();
  const isOver = state === 'met' || state === 'missed' || state === 'closed';
  const terms = [
    dueAt === null ? null : `${isOver ? 'was due' : 'due'} ${words.instant(dueAt)}`,
    promise === null ? null : beginningOf(promise, mostCharacters),
    answersFor === null ? null : `misses go to ${beginningOf(answersFor, mostCharacters)}`,
  ].filter((term) => term !== null);
  return terms.length === 0 ? null : <Text variant="microcopy">{terms.join(' · ')}</Text>;
}
