import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { CardLine, CardPart } from '../../handlers/card/card-data.ts';
import { readerOf, type Reader, type ReadingContext } from './reader.ts';
import { textOfLine, textOfParts } from './text-of-parts.ts';
import { useNow } from './use-now.ts';
import { writeInstant } from './write-instant.ts';

/** Who reads, and when: what words about instants need. */
export type Reading = { readonly reader: Reader; readonly now: number };

const context = createContext<Reading | null>(null);

const minute = 60_000;

/** Gives everything below it the reader and the present minute, so that "today" is never yesterday's. */
export function WithReader({
  context: { user, portal },
  children,
}: {
  readonly context: ReadingContext;
  readonly children: ReactNode;
}): ReactNode {
  const now = useNow(minute);
  const { locale } = user;
  const { timezone } = portal;
  const reading = useMemo(
    () => ({ reader: readerOf({ user: { locale }, portal: { timezone } }), now }),
    [locale, timezone, now],
  );
  return <context.Provider value={reading}>{children}</context.Provider>;
}

/** How the reader reads lines and instants. */
export type ReadingWords = {
  readonly locale: string;
  readonly parts: (parts: readonly CardPart[]) => string;
  readonly line: (line: CardLine) => string;
  readonly instant: (at: number) => string;
};

export function useReading(): ReadingWords {
  const reading = useContext(context);
  if (reading === null) {
    throw new Error('No reader: wrap what is shown in <WithReader>.');
  }
  const { reader, now } = reading;
  return {
    locale: reader.locale,
    parts: (parts) => textOfParts(parts, reader, now),
    line: (line) => textOfLine(line, reader, now),
    instant: (at) => writeInstant(at, reader, now),
  };
}
