import type { Queryable } from '../../database/database.ts';
import type { OnceMemory } from './once-memory.ts';

/** Remembers in the database that all servers share. */
export class DatabaseOnceMemory implements OnceMemory {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async takeOnce(key: string, until: number, now: number): Promise<boolean> {
    await this.#database.query('delete from used_once where used_until < $1', [now]);
    const taken = await this.#database.query(
      'insert into used_once (once_key, used_until) values ($1, $2) on conflict do nothing returning once_key',
      [key, until],
    );
    return taken.length === 1;
  }

  async giveBack(key: string): Promise<void> {
    await this.#database.query('delete from used_once where once_key = $1', [key]);
  }
}
