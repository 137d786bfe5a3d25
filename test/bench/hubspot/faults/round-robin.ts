import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before several servers and gives each call to the next one, as a load balancer does. */
export type RoundRobin = {
  readonly url: string;
  /** From now on calls go to these, by their addresses. */
  leadTo(urls: readonly string[]): void;
  close(): Promise<void>;
};

export async function startRoundRobin(): Promise<RoundRobin> {
  let targets: readonly string[] = [];
  let next = 0;
  const server = createServer((call, answer) => {
    const target = targets[next % targets.length];
    next += 1;
    if (target === undefined) {
      refuse(answer);
    } else {
      passOn(call, answer, target);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(urls) {
      targets = urls;
    },
    close: () => close(server),
  };
}

/** A call that reaches a dead server fails: whoever called sees to it that it comes again. */
function passOn(call: IncomingMessage, answer: ServerResponse, target: string): void {
  const onward = request(
    new URL(call.url ?? '/', target),
    { method: call.method, headers: call.headers },
    (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.on('error', () => answer.destroy());
      answered.pipe(answer);
    },
  );
  onward.on('error', () => refuse(answer));
  call.on('error', () => onward.destroy());
  call.pipe(onward);
}

function refuse(answer: ServerResponse): void {
  if (answer.headersSent) {
    answer.destroy();
  } else {
    answer.writeHead(502).end();
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
