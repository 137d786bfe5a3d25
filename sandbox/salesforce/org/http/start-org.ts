import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest } from './answer/answer-request.ts';
import { answerSafely } from './answer/answer-safely.ts';
import type { Answer } from './answer/answer.ts';
import type { Site } from './answer/site.ts';
import { splitTarget } from './answer/split-target.ts';
import { BulkJobs } from './bulk/bulk-jobs.ts';
import type { OrgBehindHttp } from './org-behind-http.ts';
import { QueryCursors } from './query/query-cursors.ts';
import { mostHeaderBytes, readBody, readHeaders, refuseLongHead } from './read-request.ts';
import { writeLogLine } from './write-log-line.ts';
import { writeAnswer } from './write-answer.ts';

export interface StartedOrg {
  /** `http://127.0.0.1:4711` */
  readonly url: string;
  close(): Promise<void>;
}

export interface OrgOptions {
  readonly org: OrgBehindHttp;
  /** A free port by default. */
  readonly port?: number;
  /** Calls to the API in a day. */
  readonly dailyRequests?: number;
  readonly now?: () => number;
  /** Is given a line for each request that tells nothing of people; no lines by default. */
  readonly log?: (line: string) => void;
}

const usualDailyRequests = 15_000;

/** Serves an org on this computer alone: const { url, close } = await startOrg({ org }). */
export async function startOrg(options: OrgOptions): Promise<StartedOrg> {
  // More than is served, so that longer heads are refused in the API's own words.
  const server = createServer({ maxHeaderSize: mostHeaderBytes * 4 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const site: Site = {
    org: options.org,
    url,
    cursors: new QueryCursors(),
    jobs: new BulkJobs(),
    usage: { used: 0, limit: options.dailyRequests ?? usualDailyRequests },
    now: options.now ?? Date.now,
  };
  server.on('request', (message, response) => {
    void serve(site, message, response, options.log ?? null);
  });
  return {
    url,
    close: () => {
      site.jobs.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(
  site: Site,
  message: IncomingMessage,
  response: ServerResponse,
  log: ((line: string) => void) | null,
): Promise<void> {
  const begun = performance.now();
  const answer = await answerMessage(site, message);
  writeAnswer(response, answer, site.usage, message.method !== 'HEAD');
  log?.(writeLogLine(message.method ?? 'GET', message.url ?? '/', answer.status, performance.now() - begun));
}

/** The body is waited for; from then on nothing is, so that requests are answered one after another. */
async function answerMessage(site: Site, message: IncomingMessage): Promise<Answer> {
  try {
    refuseLongHead(message);
    const { path, parameters } = splitTarget(message.url ?? '/');
    const body = await readBody(message);
    return answerRequest(site, {
      method: message.method ?? 'GET',
      path,
      parameters,
      headers: readHeaders(message),
      body,
    });
  } catch (error) {
    return answerSafely(() => {
      throw error;
    });
  }
}
