import { partsOf } from '../../handlers/card/card-parts.ts';
import type { DecidedForm } from '../../handlers/ui/ui-forms.ts';
import type { ReadingWords } from '../words/reading.tsx';
import { beginningOf } from '../words/shown-text.ts';
import type { Alerted } from './use-acting.ts';

const mostCharacters = 300;

/** What is said once a contact was decided, or will be. */
export function decidedAlert({ state, headline }: DecidedForm, words: ReadingWords): Alerted {
  const told = beginningOf(words.parts(partsOf(headline)), mostCharacters);
  switch (state) {
    case 'decided':
      return { type: 'success', title: 'Decided', message: told };
    case 'repeated':
      return { type: 'info', title: 'Decided again, to the same', message: told };
    case 'waiting':
      return {
        type: 'info',
        title: 'It will be decided in a moment',
        message: 'The card shows the decision by itself.',
      };
  }
}
