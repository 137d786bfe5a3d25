import { Problem } from '../problem.ts';
import { bulkRows } from './bulk-rows.ts';
import type { Connection } from './connection.ts';
import { findPackage, type PackageNames } from './package-names.ts';

/** A record as a query gives it back; fields by their name in the package. */
export type OrgRecord = { readonly [field: string]: unknown };

/** A field as the org describes it to this user. */
export type DescribedField = { readonly name: string; readonly label: string; readonly type: string };

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

  /** A name of the package as this org has it: SbxDecision__c → acme__SbxDecision__c. */
  nameInOrg(name: string): string {
    return this.#names.inOrg(name);
  }

  /**
   * The rows of a query of any size, page after page, by Bulk API 2.0: a text for each column, empty where it is null. Names
   * in the query are those of the org.
   */
  async *selectInBulk(query: string): AsyncGenerator<string[][]> {
    try {
      yield* bulkRows(this.#connection, query);
    } catch (cause) {
      throw refusalOf(cause);
    }
  }

  /** All rows of such a query at once. */
  async selectAllInBulk(query: string): Promise<string[][]> {
    const rows: string[][] = [];
    for await (const page of this.selectInBulk(query)) {
      for (const row of page) rows.push(row);
    }
    return rows;
  }

  /** The fields of an object that the user may read. */
  async describeFields(object: string): Promise<DescribedField[]> {
    const url = `/services/data/v${this.#connection.version}/sobjects/${object}/describe`;
    const { fields } = await this.#request<{ fields: DescribedField[] }>({ method: 'GET', url });
    return fields.map(({ name, label, type }) => ({ name, label, type }));
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
