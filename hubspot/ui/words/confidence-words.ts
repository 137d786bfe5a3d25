import type { CardData } from '../../handlers/card/card-data.ts';
import { countOf } from './count-of.ts';

export type CardConfidence = NonNullable<CardData['confidence']>;

/** What stands behind the confidence: what people judged, or what became of earlier leads. Empty where nobody knows. */
export function basisWords({ basis, trainedOn }: CardConfidence, locale = 'en'): string {
  switch (basis) {
    case 'policy':
      return 'policy, not history';
    case 'history':
      return trainedOn === null ? 'from past leads' : `from ${countOf(trainedOn, 'past lead', undefined, locale)}`;
    case null:
      return '';
  }
}
