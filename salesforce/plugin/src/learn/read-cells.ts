/** A cell of a bulk result; empty is null. */
export function asText(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

/** A point of time or a day in UTC milliseconds. Example: `2026-11-21T10:00:00.000Z`, `2026-11-21`. */
export function asInstant(cell: string | undefined): number | null {
  const millis = Date.parse((cell ?? '').replace(/\+0000$/, 'Z'));
  return Number.isNaN(millis) ? null : millis;
}

export function asFlag(cell: string | undefined): boolean {
  return cell?.toLowerCase() === 'true';
}

/** A row by the names of its columns. */
export class Cells {
  readonly #places: ReadonlyMap<string, number>;

  constructor(columns: readonly string[]) {
    this.#places = new Map(columns.map((column, place) => [column, place]));
  }

  /** Example: `cells.of(row, 'Status')`; null where it is empty, or was not asked for. */
  of(row: readonly string[], column: string): string | null {
    const place = this.#places.get(column);
    return place === undefined ? null : asText(row[place]);
  }
}
