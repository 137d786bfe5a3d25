import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
});
afterAll(() => served.close());

const base = '/services/data/v68.0';

const cases: readonly [string, string, RequestInit, number, string][] = [
  ['JSON that is none', '/sobjects/Lead', { method: 'POST', body: '{"LastName":' }, 400, 'JSON_PARSER_ERROR'],
  ['a field that is not there', '/sobjects/Lead', { method: 'POST', body: '{"Nothing":1}' }, 400, 'INVALID_FIELD'],
  [
    'a value of another type',
    '/sobjects/Lead',
    { method: 'POST', body: '{"NumberOfEmployees":"many"}' },
    400,
    'JSON_PARSER_ERROR',
  ],
  ['a number for a text', '/sobjects/Lead', { method: 'POST', body: '{"LastName":5}' }, 400, 'JSON_PARSER_ERROR'],
  [
    'a day that is not in the calendar',
    '/sobjects/Lead',
    { method: 'POST', body: '{"Since__c":"2026-02-30"}' },
    400,
    'JSON_PARSER_ERROR',
  ],
  ['a missing required field', '/sobjects/Lead', { method: 'POST', body: '{}' }, 400, 'REQUIRED_FIELD_MISSING'],
  [
    'an Id in the body',
    '/sobjects/Lead/00Q000000000001',
    { method: 'PATCH', body: '{"Id":"00Q000000000001"}' },
    400,
    'INVALID_FIELD',
  ],
  ['an object that is not there', '/sobjects/Nothing/describe', {}, 404, 'NOT_FOUND'],
  ['an id that is none', '/sobjects/Lead/x', {}, 404, 'NOT_FOUND'],
  ['a record that is not there', '/sobjects/Lead/00Q000000000999', {}, 404, 'NOT_FOUND'],
  ['an address that is not there', '/nothing', {}, 404, 'NOT_FOUND'],
  ['a method that is not allowed', '/sobjects/Lead', { method: 'PUT', body: '{}' }, 405, 'METHOD_NOT_ALLOWED'],
  [
    'a body of another type',
    '/sobjects/Lead',
    { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['an address that is too long', `/query?q=${'x'.repeat(17_000)}`, {}, 414, 'URI_TOO_LONG'],
  [
    'headers that are too long',
    '/limits',
    { headers: { 'x-long': 'x'.repeat(17_000) } },
    431,
    'REQUEST_HEADER_FIELDS_TOO_LARGE',
  ],
  ['suggestions', '/search/suggestions?q=ada', {}, 501, 'UNSUPPORTED'],
  ['flows', '/actions/custom/flow', {}, 501, 'UNSUPPORTED'],
];

describe('an error', () => {
  it.each(cases)('for %s has its documented form', async (_what, path, init, status, code) => {
    const answer = await served.ask(base + path, init);
    expect(answer.body).toEqual([expect.objectContaining({ errorCode: code, message: expect.any(String) })]);
    expect(answer.status).toBe(status);
  });

  it('names the methods that are allowed', async () => {
    const { headers, body } = await served.ask(`${base}/sobjects/Lead`, { method: 'DELETE' });
    expect(headers.get('allow')).toBe('GET,HEAD,POST');
    expect(body).toMatchObject([{ message: "HTTP Method 'DELETE' not allowed. Allowed are GET,HEAD,POST" }]);
  });

  it('of saving names the fields', async () => {
    const { body } = await served.ask(`${base}/sobjects/Lead`, { method: 'POST', body: '{}' });
    expect(body).toEqual([
      { message: 'Required fields are missing: [LastName]', errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] },
    ]);
  });

  it('says which versions there are not', async () => {
    const statuses = await Promise.all(
      ['v49.0', 'v69.0', 'v68.5'].map((each) => served.ask(`/services/data/${each}/limits`)),
    );
    expect(statuses.map((each) => each.status)).toEqual([404, 404, 404]);
  });
});
