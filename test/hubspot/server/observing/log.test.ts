import { describe, expect, test } from '@jest/globals';
import { createLog } from '../../../../hubspot/server/observing/create-log.ts';
import { createMetrics } from '../../../../hubspot/server/observing/create-metrics.ts';
import { mask } from '../../../../hubspot/server/observing/mask.ts';

function written(fields: object, message = 'something happened'): Record<string, unknown> {
  const lines: string[] = [];
  createLog({ level: 'info', write: (line) => lines.push(line) }).warn(fields, message);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

describe('A line of the log', () => {
  test('is JSON with an instant, a level, the allowed fields and the message', () => {
    const { time, ...rest } = written({ portalId: 7, codes: ['HSW001'], status: 401 });
    expect(new Date(time as string).getTime()).toBeGreaterThan(0);
    expect(rest).toEqual({ level: 'warn', portalId: 7, codes: ['HSW001'], status: 401, message: 'something happened' });
  });

  test('holds no field that nobody allowed, and says which were left out', () => {
    const line = written({ portalId: 7, email: 'ana@example.com', headers: { authorization: 'Bearer x' }, body: '{}' });
    expect(JSON.stringify(line)).not.toMatch(/ana@|Bearer/);
    expect(line['leftOut']).toEqual(['email', 'headers', 'body']);
  });

  test('holds no object in place of a text, whatever is in it', () => {
    expect(written({ reason: { email: 'ana@example.com' } })['reason']).toBe('[left out]');
  });

  test('masks addresses and tokens in messages, errors and their causes', () => {
    const cause = new Error('Bearer CKj3abc4567 for ana@example.com');
    const error = Object.assign(new Error('refresh na1-1234abcd-5678-90ef-1234-567890abcdef failed', { cause }), {
      code: 'HSI004',
    });
    const line = written({ error }, 'no user for Ana.Person+x@example.co.uk in "bo@example.com"');
    const text = JSON.stringify(line);
    expect(text).not.toMatch(/@example|CKj3abc4567|567890abcdef/);
    expect(line['message']).toBe('no user for [e-mail] in "[e-mail]"');
    expect(line['error']).toMatchObject({
      name: 'Error',
      code: 'HSI004',
      message: 'refresh [token] failed',
      cause: { message: 'Bearer [token] for [e-mail]' },
    });
    expect((line['error'] as { stack: string }).stack).toContain('log.test.ts');
  });

  test('takes whatever was thrown, also a ring of causes', () => {
    const ring: Error & { cause?: unknown } = new Error('a ring');
    ring.cause = ring;
    expect(written({ error: ring })['error']).toMatchObject({ message: 'a ring' });
    expect(written({ error: 'ana@example.com' })['error']).toEqual({ name: 'string' });
    expect(written({ error: null })['error']).toEqual({ name: 'object' });
  });

  test('is one line, whatever the message holds', () => {
    expect(written({}, 'two\nlines {"level":"error"}')['message']).toBe('two\nlines {"level":"error"}');
  });

  test('is left out below the level', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'warn', write: (line) => lines.push(line) });
    log.info({}, 'quiet');
    log.debug({}, 'quieter');
    expect(lines).toEqual([]);
  });
});

describe('Masking', () => {
  test.each([
    [
      'ids and hashes stay',
      '0f8fad5b-d9cb-469f-a165-70867728950e ' + 'ab'.repeat(32),
      '0f8fad5b-d9cb-469f-a165-70867728950e ' + 'ab'.repeat(32),
    ],
    ['words stay', 'thisIsAVeryLongIdentifierOfSomething', 'thisIsAVeryLongIdentifierOfSomething'],
    ['an address in a URL goes', '/ui?userEmail=ana%40example.com&x=1', '/ui?userEmail=[e-mail]&x=1'],
    ['an address of other letters goes', 'für <jörg@exämple.de>', 'für <[e-mail]>'],
    [
      'packages stay',
      'at node_modules/@electric-sql/pglite/dist/index.js:1:2',
      'at node_modules/@electric-sql/pglite/dist/index.js:1:2',
    ],
    ['a token in a URL goes', 'https://x.example/cb?code=' + 'na1-'.padEnd(40, 'f0z'), 'https://x.example/cb?[token]'],
    ['a basic password goes', 'basic dXNlcjpw', 'basic [token]'],
  ])('%s', (_, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  test('is quick with a long text that is almost an address', () => {
    const begun = Date.now();
    mask('a@'.repeat(20_000) + 'x'.repeat(50_000));
    mask(`${'a.'.repeat(30_000)}@`);
    mask(`x@${'a.'.repeat(30_000)}`);
    expect(Date.now() - begun).toBeLessThan(500);
  });
});

describe('Metrics', () => {
  test('count by closed lists of labels, each registry for itself', async () => {
    const metrics = createMetrics({ isProcessMeasured: false });
    createMetrics({ isProcessMeasured: false }).countAlert('HSI004');
    metrics.countRequest('/ui/card', 200, 0.02);
    metrics.countDecision('pool', 1.5);
    metrics.observeWritten(2.5);
    metrics.countHubSpotCall('search', '200');
    metrics.setQueueDepth('decide', 3);
    metrics.setOutboxAge(12);
    const { text, mediaType } = await metrics.write();
    expect(mediaType).toContain('text/plain');
    for (const line of [
      'signalbox_http_request_seconds_bucket{le="0.025",route="/ui/card",status="200"} 1',
      'signalbox_decisions_total{destination_kind="pool"} 1',
      'signalbox_decided_seconds_bucket{le="2"} 1',
      'signalbox_written_seconds_bucket{le="2"} 0',
      'signalbox_hubspot_calls_total{kind="search",status="200"} 1',
      'signalbox_queue_depth{queue="decide"} 3',
      'signalbox_outbox_age_seconds 12',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toContain('HSI004');
  });
});
