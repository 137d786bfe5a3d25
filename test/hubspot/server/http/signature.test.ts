import { describe, expect, test } from '@jest/globals';
import { Signature } from '@hubspot/api-client/lib/src/utils/signature.js';
import * as fc from 'fast-check';
import { checkSignatureV2 } from '../../../../hubspot/server/http/signature/check-signature-v2.ts';
import { checkSignatureV3, mostAgeMillis } from '../../../../hubspot/handlers/signature/check-signature-v3.ts';
import { decodeSignedUri } from '../../../../hubspot/handlers/signature/decode-signed-uri.ts';
import { decodeAsDocumented } from './edge.ts';

const documented = {
  method: 'POST',
  publicUrl: 'https://www.example.com',
  pathAndQuery: '/webhook_uri',
  rawBody: Buffer.from("{'example_field':'example_value'}"),
  secret: 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy',
};
const at = 1_693_657_560_000;
const good = {
  ...documented,
  signature: 'K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=',
  timestamp: String(at),
  now: at,
};

describe('Version 3 of the signature', () => {
  test('holds for the call that HubSpot signs in its own libraries', () => {
    expect(checkSignatureV3(good)).toEqual({ isGood: true });
  });

  test.each([
    ['another method', { method: 'GET' }, 'mismatch'],
    ['another origin', { publicUrl: 'https://www.example.org' }, 'mismatch'],
    ['a slash at the end', { pathAndQuery: '/webhook_uri/' }, 'mismatch'],
    ['a query', { pathAndQuery: '/webhook_uri?' }, 'mismatch'],
    ['another body', { rawBody: Buffer.from("{'example_field':'example_valuf'}") }, 'mismatch'],
    ['a blank after the body', { rawBody: Buffer.from("{'example_field':'example_value'} ") }, 'mismatch'],
    ['another secret', { secret: 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyz' }, 'mismatch'],
    ['another instant', { timestamp: String(at + 1) }, 'mismatch'],
    ['a shorter signature', { signature: 'K36dawei' }, 'mismatch'],
    ['an empty signature', { signature: '' }, 'mismatch'],
    ['a signature of other letters', { signature: good.signature.toLowerCase() }, 'mismatch'],
    ['no signature', { signature: null }, 'missing'],
    ['no instant', { timestamp: null }, 'missing'],
    ['an instant in another form', { timestamp: '1693657560000.0' }, 'unreadableTimestamp'],
    ['an instant with a sign', { timestamp: '-1693657560000' }, 'unreadableTimestamp'],
    ['an instant in powers of ten', { timestamp: '1e12' }, 'unreadableTimestamp'],
    ['an empty instant', { timestamp: '' }, 'unreadableTimestamp'],
    ['an instant in other digits', { timestamp: '١٦٩٣٦٥٧٥٦٠٠٠٠' }, 'unreadableTimestamp'],
    ['an instant beyond all numbers', { timestamp: '9'.repeat(400) }, 'unreadableTimestamp'],
    ['a call that is too old', { now: at + mostAgeMillis + 1 }, 'tooOld'],
    ['a call from too far in the future', { now: at - mostAgeMillis - 1 }, 'fromFuture'],
  ])('does not hold with %s', (_, change, reason) => {
    expect(checkSignatureV3({ ...good, ...change })).toEqual({ isGood: false, reason });
  });

  test('holds for exactly five minutes before and after', () => {
    expect(checkSignatureV3({ ...good, now: at + mostAgeMillis })).toEqual({ isGood: true });
    expect(checkSignatureV3({ ...good, now: at - mostAgeMillis })).toEqual({ isGood: true });
  });

  test('is the one that the official client makes, for any method, path, query, body and instant', () => {
    const sign = fc.constantFrom(
      'a',
      'Z',
      '0',
      '&',
      '=',
      '+',
      '-',
      '%3A',
      '%2F',
      '%40',
      '%20',
      '%26',
      '%25',
      '%2C',
      '%C3%BC',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST', 'DELETE'),
        fc.array(sign, { maxLength: 30 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }),
        (method, signs, body, timestamp, clientSecret) => {
          const pathAndQuery = `/ui/card?q=${signs.join('')}`;
          const signature = Signature.getSignature(method, 'v3', {
            url: documented.publicUrl + decodeAsDocumented(pathAndQuery),
            requestBody: body,
            clientSecret,
            timestamp,
            signature: '',
          });
          const request = {
            method,
            publicUrl: documented.publicUrl,
            pathAndQuery,
            rawBody: Buffer.from(body),
            secret: clientSecret,
            timestamp: String(timestamp),
            now: timestamp,
          };
          expect(checkSignatureV3({ ...request, signature })).toEqual({ isGood: true });
          const changed = { ...request, rawBody: Buffer.concat([request.rawBody, Buffer.from([0])]) };
          expect(checkSignatureV3({ ...changed, signature })).toEqual({ isGood: false, reason: 'mismatch' });
        },
      ),
    );
  });

  test('is made of the bytes that arrived, not of the text that they are read as', () => {
    const replaced = '\u{fffd}\u{fffd}';
    const signature = Signature.getSignature('POST', 'v3', {
      url: 'https://www.example.com/webhook_uri',
      requestBody: replaced,
      clientSecret: documented.secret,
      timestamp: at,
      signature: '',
    });
    const asText = { ...good, signature, rawBody: Buffer.from(replaced) };
    const asBytes = { ...good, signature, rawBody: Buffer.from([0xff, 0xfe]) };
    expect(asBytes.rawBody.toString()).toBe(replaced);
    expect(checkSignatureV3(asText)).toEqual({ isGood: true });
    expect(checkSignatureV3(asBytes)).toEqual({ isGood: false, reason: 'mismatch' });
  });
});

describe('A signed address', () => {
  test.each([
    ['/a?x=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B', "/a?x=:/?@!$'()*,;"],
    ['/a?x=%3a%2f%3b', '/a?x=:/;'],
    ['/a?x=%20%26%3D%23%25%2B%22', '/a?x=%20%26%3D%23%25%2B%22'],
    ['/a?x=%253A', '/a?x=%253A'],
    ['/a?x=%C3%BC%', '/a?x=%C3%BC%'],
  ])('%s is signed as %s', (uri, decoded) => {
    expect(decodeSignedUri(uri)).toBe(decoded);
  });
});

describe('Version 2 of the signature', () => {
  const get = { ...documented, method: 'GET', rawBody: Buffer.alloc(0) };
  const post = { ...documented, rawBody: Buffer.from('{"example_field":"example_value"}') };

  test('holds for the calls of its documentation', () => {
    const ofGet = 'eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e';
    const ofPost = '9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900';
    expect(checkSignatureV2({ ...get, signature: ofGet })).toEqual({ isGood: true });
    expect(checkSignatureV2({ ...post, signature: ofPost })).toEqual({ isGood: true });
    expect(checkSignatureV2({ ...post, signature: ofGet })).toEqual({ isGood: false, reason: 'mismatch' });
    expect(checkSignatureV2({ ...post, signature: null })).toEqual({ isGood: false, reason: 'missing' });
  });
});
