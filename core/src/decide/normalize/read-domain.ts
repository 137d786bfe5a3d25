import { fold } from '../model/fold.ts';
import type { Int } from '../model/number.ts';
import { isDomain } from './read-email.ts';

/** The host of a typed web address, without www. readDomain("https://www.Acme.example/about") → "acme.example". */
export function readDomain(typed: string | null): string | null {
  if (typed === null) {
    return null;
  }
  let host = fold(typed);
  const scheme: Int = host.indexOf('://');
  if (scheme >= 0) {
    host = host.substring(scheme + 3);
  }
  host = before(before(before(before(host, '/'), '?'), '#'), ':');
  if (host.startsWith('www.')) {
    host = host.substring(4);
  }
  return isDomain(host) ? host : null;
}

function before(text: string, mark: string): string {
  const place: Int = text.indexOf(mark);
  return place < 0 ? text : text.substring(0, place);
}
