import { Problem } from '../problem.ts';
import type { Connection } from './connection.ts';
import { findPackage, type PackageNames } from './package-names.ts';

/** A record as a query gives it back; fields by their name in the package. */
export type OrgRecord = { readonly [field: string]: unknown };

type Page = { totalSize: number; done: boolean; nextRecordsUrl?: string; records: Record<string, unknown>[] };

/** An org with the package in it. */
export class Org {
  readonly #connection: Connection;
  readonly #names: PackageNames;

  private constructor(connection: Connection, names: PackageNames) {
    this.#connection = connection;
    this.#names = names;
  }

  /** Example: `const org = await Org.open(connection)`. SFP001 where the package is not there. */
  static async open(connection: Connection): Promise<Org> {
    return new Org(connection, await findPackage(connection));
  }

  /**
   * The records of an object, page after page; `onPage` is told how many there are in all.
   *
   * Example: `org.select('SbxRule__c', ['RuleName__c'], 'ORDER BY Position__c')`. Names in the clauses that end in __c are
   * those of the package.
   */
  async *select(
    object: string,
    fields: readonly string[],
    clauses = '',
    onPage: (total: number) => void = () => {},
  ): AsyncGenerator<OrgRecord> {
    const names = fields.map((field) => this.#names.inOrg(field)).join(', ');
    const rest = clauses.replace(/\b\w+__c\b/g, (name) => this.#names.inOrg(name));
    const query = `SELECT ${names} FROM ${this.#names.inOrg(object)} ${rest}`.trimEnd();
    let url = `/services/data/v${this.#connection.version}/query?q=${encodeURIComponent(query)}`;
    for (;;) {
      const page = await this.#request<Page>({ method: 'GET', url });
      onPage(page.totalSize);
      for (const record of page.records) yield this.#localRecord(record);
      if (page.done || page.nextRecordsUrl === undefined) return;
      url = page.nextRecordsUrl;
    }
  }

  /** All records at once, for objects of which there are few. */
  async selectAll(object: string, fields: readonly string[], clauses = ''): Promise<OrgRecord[]> {
    const records: OrgRecord[] = [];
    for await (const record of this.select(object, fields, clauses)) records.push(record);
    return records;
  }

  /** Asks the package's own REST resources. Example: `org.ask('GET', '/signalbox/policy/live')`. */
  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: string): Promise<T> {
    const url = this.#names.address(path);
    const headers = { 'Content-Type': 'application/json' };
    return this.#request<T>(body === undefined ? { method, url } : { method, url, body, headers });
  }

  async #request<T>(request: Parameters<Connection['request']>[0]): Promise<T> {
    try {
      return await this.#connection.request<T>(request);
    } catch (cause) {
      throw refusalOf(cause);
    }
  }

  #localRecord(record: Record<string, unknown>): OrgRecord {
    return Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) =>
        name === 'attributes' ? [] : [[this.#names.local(name), value] as const],
      ),
    );
  }
}

/** The platform's and the package's refusals alike have a code and a message; the package's say what to do next, too. */
function refusalOf(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const { errorCode, data } = cause as { errorCode?: unknown; data?: unknown };
  if (typeof errorCode !== 'string') return cause;
  const told = (Array.isArray(data) ? data[0] : data) as { nextStep?: unknown } | undefined;
  const next = typeof told?.nextStep === 'string' ? [`Next: ${told.nextStep}`] : [];
  return new Problem('SFP002', [errorCode, cause.message], next);
}
