import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stopGracefully } from '../../../../hubspot/server/http/stop-gracefully.ts';
import { closeTables, openTables } from '../installing/embedded-tables.ts';
import { contactEvent, email, signedHeaders, startedAt, startEdge, storedEvents, uiAddress } from './edge.ts';

beforeAll(openTables, 60_000);
afterAll(closeTables);

/** Everything that a server says to raw bytes, and after how long it hung up. */
function talk(port: number, parts: readonly string[], pauseMillis: number): Promise<{ text: string; millis: number }> {
  return new Promise((resolve, reject) => {
    const begun = Date.now();
    let text = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (text += part));
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ text, millis: Date.now() - begun });
    });
    const waiting = [...parts];
    const timer = setInterval(() => {
      const next = waiting.shift();
      if (next !== undefined && socket.writable) socket.write(next);
    }, pauseMillis);
  });
}

describe('A caller that is no good caller', () => {
  test('and sends its body drop by drop is cut off in time, and nothing is stored', async () => {
    const edge = await startEdge({ environment: { REQUEST_SECONDS: '1' } });
    const body = JSON.stringify([contactEvent(1)]);
    const head = Object.entries(signedHeaders('POST', '/hubspot/webhooks', body, startedAt)).map((each) =>
      each.join(': '),
    );
    const start = [
      'POST /hubspot/webhooks HTTP/1.1',
      'host: x',
      'content-type: application/json',
      `content-length: ${String(body.length)}`,
      ...head,
    ];
    const { text, millis } = await talk(edge.port, [`${start.join('\r\n')}\r\n\r\n`, ...body], 50);
    expect(text).toContain('HTTP/1.1 408 ');
    expect(text).toContain('HSW010');
    expect(millis).toBeLessThan(4_000);
    expect(await storedEvents(edge)).toBe(0);
    await edge.close();
  }, 20_000);

  test('and sends its head drop by drop is cut off in time', async () => {
    const edge = await startEdge({ environment: { REQUEST_SECONDS: '1' } });
    const { text, millis } = await talk(
      edge.port,
      [...'GET /health/live HTTP/1.1\r\nhost: x\r\nx-slow: '.padEnd(400, 'y')],
      50,
    );
    expect(text).toContain('HTTP/1.1 408 ');
    expect(millis).toBeLessThan(4_000);
    await edge.close();
  }, 20_000);

  test.each([
    ['no HTTP', 'HELO mail.example\r\n\r\n', '400', 'HSW011'],
    ['a head without end', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'y'.repeat(20_000)}\r\n\r\n`, '431', 'HSW012'],
    [
      'two lengths',
      'POST /hubspot/webhooks HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n[]',
      '400',
      'HSW011',
    ],
    [
      'a length and chunks',
      'POST /hubspot/webhooks HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
      'HSW011',
    ],
  ])('and sends %s is told so in the same words as everybody', async (_, bytes, status, code) => {
    const edge = await startEdge();
    const { text } = await talk(edge.port, [bytes], 5);
    expect(text).toContain(`HTTP/1.1 ${status} `);
    expect(text).toContain(code);
    await edge.close();
  });
});

describe('Health and metrics', () => {
  test('say whether the process lives and whether it can work', async () => {
    const edge = await startEdge({
      ports: {
        health: () => Promise.resolve({ isReady: false, parts: [{ name: 'database', isGood: false, found: 'away' }] }),
      },
    });
    expect((await edge.send({ method: 'GET', path: '/health/live' })).status).toBe(200);
    const ready = await edge.send({ method: 'GET', path: '/health/ready' });
    expect([ready.status, ready.json]).toEqual([
      503,
      { state: 'notReady', parts: [{ name: 'database', isGood: false, found: 'away' }] },
    ]);
    await edge.close();
  });

  test('are for those who show the token, where there is one', async () => {
    const token = '0123456789abcdef0123';
    const edge = await startEdge({ environment: { METRICS_TOKEN: token } });
    const read = (authorization: string) => edge.send({ method: 'GET', path: '/metrics', headers: { authorization } });
    expect((await edge.send({ method: 'GET', path: '/metrics' })).status).toBe(401);
    expect((await read(`Bearer ${token}x`)).status).toBe(401);
    expect((await read(token)).status).toBe(401);
    const shown = await read(`Bearer ${token}`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('signalbox_http_request_seconds_count{route="/metrics",status="401"} 3');
    await edge.close();
  });

  test('count requests by the pattern of their route, so that nobody can make them grow', async () => {
    const edge = await startEdge();
    await edge.send({ method: 'GET', path: `/${email}` });
    await edge.send({
      method: 'POST',
      path: '/hubspot/actions/anything',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { text } = await edge.metrics.write();
    expect(text).toContain('{route="none",status="404"} 1');
    expect(text).toContain('{route="/hubspot/actions/:action",status="401"} 1');
    expect(text).not.toContain(email);
    expect(edge.lines.join('')).not.toContain(email);
    await edge.close();
  });
});

describe('A server that stops', () => {
  test('finishes what runs and takes nothing new', async () => {
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const edge = await startEdge({
      ui: {
        status: async () => {
          isAsked();
          await begun;
          return { state: 'answered', content: { isDone: true } as never };
        },
      },
    });
    const path = uiAddress('/ui/status');
    const running = edge.send({ method: 'GET', path, headers: signedHeaders('GET', path, '', startedAt) });
    await asked;
    const stopped = stopGracefully(edge.app, 10);
    await expect(edge.send({ method: 'GET', path: '/health/live' })).rejects.toThrow('ECONNREFUSED');
    finish();
    expect((await running).json).toEqual({ isDone: true });
    expect(await stopped).toBe(true);
  });

  test('cuts off at the deadline what does not finish', async () => {
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const edge = await startEdge({
      ui: {
        status: () => {
          isAsked();
          return new Promise(() => undefined);
        },
      },
    });
    const path = uiAddress('/ui/status');
    const running = edge.send({ method: 'GET', path, headers: signedHeaders('GET', path, '', startedAt) });
    const broken = expect(running).rejects.toThrow();
    await asked;
    expect(await stopGracefully(edge.app, 0.2)).toBe(false);
    await broken;
  });
});
