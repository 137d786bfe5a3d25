import { formatMessage, type RunMessage } from '../run/run-message.ts';
import { plain, wordOf } from './write-out.ts';

const mostShown = 10;

/**
 * Shows what of the input could not be read, the first ten.
 *
 * @param count how many there were, of which some are in `messages`
 * @param restIs where the others stand, for people to look; null when nowhere
 */
export function printMessages(
  messages: readonly RunMessage[],
  count: number,
  whatHappened: string,
  restIs: string | null,
): void {
  console.error(`\n${count} ${wordOf(count, 'thing')} in the input could not be read; ${whatHappened}:`);
  for (const message of messages.slice(0, mostShown)) {
    console.error(plain(formatMessage(message)));
  }
  if (count > mostShown) {
    console.error(`and ${count - mostShown} more${restIs === null ? '' : ` in ${restIs}`}`);
  }
}
