import { distance } from 'fastest-levenshtein';
import { readEntries, type LogEntry } from './decision-log.ts';
import type { RunFolder } from './run-folder.ts';
import { RunError } from './run-message.ts';

/** The records of a run that an id, a row or a hash names; never none. */
export type FoundLead = { entries: LogEntry[]; by: 'id' | 'row' | 'hash' };

const mostNearby = 3;

/**
 * Finds records by lead id; where no lead has that id, by row ("#12" or "12"), or by at least eight characters of a
 * record's hash.
 */
export async function findLead(folder: RunFolder, wanted: string): Promise<FoundLead> {
  const row = /^#?(\d{1,12})$/.exec(wanted)?.[1];
  const hash = /^[0-9a-f]{8,64}$/.test(wanted) ? wanted : null;
  const found: Record<FoundLead['by'], LogEntry[]> = { id: [], row: [], hash: [] };
  const nearby = new Nearby(wanted);
  for await (const entry of readEntries(folder.file('decisions.jsonl'))) {
    const leadKey = leadKeyOf(entry);
    if (leadKey === wanted) {
      found.id.push(entry);
    } else if (Number(row) === entry.row) {
      found.row.push(entry);
    } else if (hash !== null && entry.decisionHash.startsWith(hash)) {
      found.hash.push(entry);
    } else if (leadKey !== null) {
      nearby.add(leadKey);
    }
  }
  const by = (['id', 'row', 'hash'] as const).find((kind) => found[kind].length > 0);
  if (by === undefined) {
    throw notFound(folder, wanted, nearby.keys());
  }
  return { entries: found[by], by };
}

function notFound(folder: RunFolder, wanted: string, nearby: string[]): RunError {
  const similar = nearby.length === 0 ? '' : ` (similar: ${nearby.join(', ')})`;
  return new RunError([
    {
      code: 'EXP001',
      about: wanted.includes('@') ? 'this lead' : `lead "${wanted}"`,
      found: `is not in ${folder.folder}, or was erased`,
      next: `give a lead id${similar}, a row such as "#12", or at least 8 characters of a record's hash.`,
    },
  ]);
}

/** The ids that are nearest to the wanted one. What may be an address is not shown. */
class Nearby {
  readonly #wanted: string;
  #best: { key: string; steps: number }[] = [];

  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  add(key: string): void {
    if (!/^[\w.:-]{1,40}$/.test(key)) {
      return;
    }
    const steps = distance(key, this.#wanted);
    if (this.#best.length < mostNearby || steps < this.#best.at(-1)!.steps) {
      this.#best = [...this.#best, { key, steps }].sort((one, other) => one.steps - other.steps).slice(0, mostNearby);
    }
  }

  keys(): string[] {
    return this.#best.map(({ key }) => key);
  }
}

/** The id under which the lead arrived; null once its personal part is erased. */
export function leadKeyOf(entry: LogEntry): string | null {
  const found = /^\{"submission":\{"submissionKey":("(?:[^"\\]|\\.)*")/.exec(entry.personalText ?? '');
  return found === null ? null : (JSON.parse(found[1]!) as string);
}
