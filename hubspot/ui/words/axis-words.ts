import type { CardAxis } from '../../handlers/card/card-data.ts';

/** The names of the four scores as one reads them. */
export const axisTitles: { readonly [Axis in CardAxis['axis']]: string } = {
  fit: 'Fit',
  engagement: 'Engagement',
  intent: 'Intent',
  capacity: 'Capacity',
};

/** A score in words that need no colour: "82 high", "64", "not known". Not known is never 0. */
export function scoreWords({ score, band }: Pick<CardAxis, 'score' | 'band'>): string {
  return score === null ? 'not known' : band === null ? String(score) : `${score} ${band}`;
}
