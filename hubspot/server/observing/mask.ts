/** As long as addresses may be and no longer, so that a hostile text takes no more time than another. */
const address =
  /[^\s"'<>(),;:@=&?/\\[\]]{1,64}(?:@|%40)[^\s"'<>(),;:@=&?/\\[\].]{1,63}\.[^\s"'<>(),;:@=&?/\\[\]]{1,190}/g;

const bearer = /\b(bearer|basic)\s+[^\s"',]+/gi;

/** Texts as long as a token with a digit within; hashes and ids, which are hexadecimal, are none. */
const opaque = /[A-Za-z0-9_+=-]{32,}/g;
const hexadecimal = /^[0-9a-fA-F-]+$/;

/**
 * Takes e-mail addresses and whatever may be a token out of a text, since people write them into messages.
 *
 * "no user for ana@example.com" → "no user for [e-mail]"
 */
export function mask(text: string): string {
  return text
    .replace(address, '[e-mail]')
    .replace(bearer, '$1 [token]')
    .replace(opaque, (found) => (hexadecimal.test(found) || !/\d/.test(found) ? found : '[token]'));
}
