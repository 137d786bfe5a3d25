import type { DuckDBVector } from '@duckdb/node-api';
import type { TextColumn } from '../learn/table/lead-table.ts';
import type { HistoryFile } from './history-file.ts';
import { instantSql, textSql } from './history-file.ts';
import { numberSql } from './number-sql.ts';
import type { History } from './open-history.ts';
import { readDictionary } from './text-dictionary.ts';

/** A column that is asked for: what it is in SQL, and what takes its values, so many from a row on. */
type Asked = { sql: string; take: (vector: DuckDBVector, first: number, count: number) => void };

/** Reads columns of a file together, a few thousand rows at a time. Ask first, then read; what was asked for is filled in place. */
export class ColumnReader {
  readonly #history: History;
  readonly #file: HistoryFile;
  readonly rowCount: number;
  readonly #asked: Asked[] = [];
  #dictionaryCount = 0;

  private constructor(history: History, file: HistoryFile, rowCount: number) {
    this.#history = history;
    this.#file = file;
    this.rowCount = rowCount;
  }

  static async begin(history: History, file: HistoryFile): Promise<ColumnReader> {
    const counted = await history.connection.runAndReadAll(`SELECT count(*) FROM ${file.relation}`);
    return new ColumnReader(history, file, Number(counted.getRows()[0]![0]));
  }

  /** UTC milliseconds; NaN is not known, also of a column that is not there. */
  instants(column: string | null): Float64Array {
    return this.#doubles(column === null ? null : `coalesce(${instantSql(this.#file, column)}::DOUBLE, 'NaN'::DOUBLE)`);
  }

  numbers(column: string | null): Float64Array {
    return this.#doubles(column === null ? null : numberSql(this.#file, column));
  }

  /** Small whole numbers of an expression. */
  codes(sql: string): Uint8Array {
    const codes = new Uint8Array(this.rowCount);
    this.#ask(`(${sql})::INTEGER`, (vector, first, count) => {
      for (let place = 0; place < count; place += 1) {
        codes[first + place] = vector.getItem(place) as number;
      }
    });
    return codes;
  }

  /** Texts one by one, for what is different in every row. */
  keys(column: string | null): (string | null)[] {
    const keys = new Array<string | null>(this.rowCount).fill(null);
    if (column !== null) {
      this.#ask(textSql(this.#file, column), (vector, first, count) => {
        for (let place = 0; place < count; place += 1) {
          keys[first + place] = vector.getItem(place) as string | null;
        }
      });
    }
    return keys;
  }

  /** Texts by their place in a list. */
  async texts(
    column: string | null,
    fieldKey: string,
    label: string,
    read: (text: string) => string | null,
  ): Promise<TextColumn> {
    const codes = new Int32Array(this.rowCount).fill(-1);
    if (column === null) {
      return { kind: 'text', fieldKey, label, texts: [], codes };
    }
    const name = `dictionary_${this.#dictionaryCount}`;
    this.#dictionaryCount += 1;
    const cell = textSql(this.#file, column);
    const { codeSql, places, texts } = await readDictionary(this.#history, name, this.#file.relation, cell, read);
    this.#ask(codeSql, (vector, first, count) => {
      for (let place = 0; place < count; place += 1) {
        const code = vector.getItem(place) as number;
        codes[first + place] = code < 0 ? -1 : places[code]!;
      }
    });
    return { kind: 'text', fieldKey, label, texts, codes };
  }

  async read(): Promise<void> {
    const wanted = this.#asked.map(({ sql }) => sql).join(', ');
    const result = await this.#history.connection.stream(`SELECT ${wanted} FROM ${this.#file.relation}`);
    let first = 0;
    for await (const chunk of result) {
      this.#asked.forEach(({ take }, column) => take(chunk.getColumnVector(column), first, chunk.rowCount));
      first += chunk.rowCount;
    }
  }

  #doubles(sql: string | null): Float64Array {
    const values = new Float64Array(this.rowCount).fill(Number.NaN);
    if (sql !== null) {
      this.#ask(sql, (vector, first, count) => {
        for (let place = 0; place < count; place += 1) {
          values[first + place] = vector.getItem(place) as number;
        }
      });
    }
    return values;
  }

  #ask(sql: string, take: Asked['take']): void {
    this.#asked.push({ sql, take });
  }
}
