import type { ReactNode } from 'react';
import type { CardData } from '../../handlers/card/card-data.ts';
import { LongText } from '../words/long-text.tsx';
import { useReading } from '../words/reading.tsx';

/** Who gets it, where it goes, its label, until when. */
export function Headline({ card }: { readonly card: CardData }): ReactNode {
  const words = useReading();
  const told = card.headline.length === 0 ? shortened(card) : words.parts(card.headline);
  return <LongText format={{ fontWeight: 'bold' }}>{told}</LongText>;
}

/** Where only scores may not be written on the record, no headline stands there either. */
function shortened({ owner, destination, bucket }: CardData): string {
  const said = [owner === null ? null : `Goes to ${owner.name}`, destination, bucket].filter((word) => word !== null);
  return said.length === 0 ? 'Decided.' : said.join(' · ');
}
