import type { Int } from './number.ts';
import type { PhraseList } from './policy.ts';

/** The phrase at a position counted through all lists, as records name it; empty when there is none. */
export function findPhrase(phraseLists: PhraseList[], position: Int): string {
  let rest: Int = position;
  for (const phraseList of phraseLists) {
    if (rest < phraseList.phrases.length) {
      return rest < 0 ? '' : phraseList.phrases[rest]!;
    }
    rest -= phraseList.phrases.length;
  }
  return '';
}
