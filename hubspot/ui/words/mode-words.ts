import type { CardData } from '../../handlers/card/card-data.ts';

export type Mode = NonNullable<CardData['mode']>;

/** What a mode did to the record that is looked at. */
export function modeWords(mode: Mode): string {
  switch (mode) {
    case 'observe':
      return 'Only observed: nothing was changed on this record. Signalbox noted what it would have done.';
    case 'suggest':
      return 'Suggested: scores and reasons were written. Owner, promise and tasks were left alone.';
    case 'live':
      return 'Live: the decision was carried out.';
  }
}

/** What a mode will do to records that are decided now. */
export function modeWarning(mode: Mode): string {
  switch (mode) {
    case 'observe':
      return 'Signalbox only observes: it records what it would do, and gives nobody a contact.';
    case 'suggest':
      return 'Signalbox only suggests: it writes scores and reasons, and gives nobody a contact.';
    case 'live':
      return 'Signalbox is live: owners, promises and tasks are set at once.';
  }
}
