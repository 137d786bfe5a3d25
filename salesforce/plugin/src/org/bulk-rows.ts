import { setTimeout as wait } from 'node:timers/promises';
import { readCsvRecord } from '../../../../core/src/author/run/csv-records.ts';
import { Problem } from '../problem.ts';
import type { Connection, Transport } from './connection.ts';

type Job = { readonly id: string; readonly state: string; readonly errorMessage?: string };
type ResultPage = { readonly rows: string[][]; readonly locator: string | null };

const usualPage = 20_000;
const firstWait = 100;
const longestWait = 5_000;

/**
 * Runs a query as a job of Bulk API 2.0 and gives its rows, page after page. The job is deleted at the end, so that nothing of
 * its rows stays in the org; SFP017 where the org could not run it.
 */
export async function* bulkRows(
  connection: Connection,
  query: string,
  rowsOfPage = usualPage,
): AsyncGenerator<string[][]> {
  const jobs = `/services/data/v${connection.version}/jobs/query`;
  const body = JSON.stringify({ operation: 'query', query });
  const headers = { 'content-type': 'application/json' };
  const { id } = await connection.request<Job>({ method: 'POST', url: jobs, body, headers });
  const address = `${jobs}/${id}`;
  try {
    await untilComplete(connection, address);
    let locator: string | null = null;
    do {
      const page: ResultPage = await readPage(connection, address, locator, rowsOfPage);
      yield page.rows;
      locator = page.locator;
    } while (locator !== null);
  } finally {
    await removeJob(connection, address);
  }
}

async function untilComplete(connection: Connection, address: string): Promise<void> {
  for (let pause = firstWait; ; pause = Math.min(longestWait, pause * 1.5)) {
    const { id, state, errorMessage } = await connection.request<Job>({ method: 'GET', url: address });
    if (state === 'JobComplete') return;
    if (state === 'Failed' || state === 'Aborted') {
      throw new Problem('SFP017', [id, errorMessage ?? `the job is ${state}`]);
    }
    await wait(pause);
  }
}

/** A page and where the next one begins; the org says so in a header alone. */
async function readPage(
  connection: Connection,
  address: string,
  locator: string | null,
  rowsOfPage: number,
): Promise<ResultPage> {
  const from = locator === null ? '' : `&locator=${encodeURIComponent(locator)}`;
  let headers: Record<string, unknown> = {};
  const transport: Transport = {
    httpRequest: (request, options) => {
      const answer = connection._transport.httpRequest(request, options);
      void answer.then(
        (answered) => (headers = answered.headers ?? {}),
        () => undefined,
      );
      return answer;
    },
  };
  const text = await connection.request<string>(
    { method: 'GET', url: `${address}/results?maxRecords=${rowsOfPage}${from}`, headers: { accept: 'text/csv' } },
    { transport, responseType: 'text/plain' },
  );
  const next = headers['sforce-locator'];
  return { rows: rowsOfCsv(text), locator: typeof next === 'string' && next !== 'null' && next !== '' ? next : null };
}

/** The rows under the line of names. Example: `rowsOfCsv('Id\n1\n2\n')` is `[['1'], ['2']]`. */
export function rowsOfCsv(text: string): string[][] {
  const rows: string[][] = [];
  let place = 0;
  while (place < text.length) {
    const record = readCsvRecord(text, place, ',', true);
    if (record.kind !== 'record') throw new Error('The org gave a CSV that is none.');
    rows.push(record.fields);
    place = record.next;
  }
  return rows.slice(1);
}

/** A job that is still running has to be aborted first. What goes wrong here must not hide what went wrong before. */
async function removeJob(connection: Connection, address: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  try {
    await connection.request({ method: 'DELETE', url: address });
  } catch {
    try {
      await connection.request({ method: 'PATCH', url: address, body: '{"state":"Aborted"}', headers });
      await connection.request({ method: 'DELETE', url: address });
    } catch {
      // The org deletes it after seven days.
    }
  }
}
