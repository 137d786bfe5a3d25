import { freezeDeeply } from './host.js';

// One entry for each question, however many components ask it.
const entries = new Map();
const entryOfProvided = new WeakMap();

/** A wire adapter whose value is the answer to a question; `questionOf` makes it of the parameters, or null to wait. */
export function makeSharedAdapter(questionOf) {
  return class SharedAdapter {
    constructor(give) {
      this.listener = (provided) => give(provided);
      this.entry = null;
      this.isConnected = false;
      give({ data: undefined, error: undefined });
    }
    connect() {
      this.isConnected = true;
      this.entry?.listeners.add(this.listener);
    }
    update(parameters) {
      const question = questionOf(parameters ?? {});
      const next = question === null ? null : entryOf(question);
      if (next === this.entry) return;
      this.entry?.listeners.delete(this.listener);
      this.entry = next;
      if (next === null) return;
      if (this.isConnected) next.listeners.add(this.listener);
      if (next.provided !== null) this.listener(next.provided);
      else if (!next.isAsked) void load(next);
    }
    disconnect() {
      this.isConnected = false;
      this.entry?.listeners.delete(this.listener);
    }
  };
}

/** Asks again for a value that a wire gave. */
export function refreshProvided(provided) {
  const entry = entryOfProvided.get(provided);
  return entry === undefined ? Promise.resolve() : load(entry);
}

/** Asks again whatever the predicate names by its key. */
export async function refreshWhere(isMeant) {
  await Promise.all([...entries.values()].filter((entry) => isMeant(entry.key)).map(load));
}

function entryOf({ key, ask }) {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry = { key, ask, listeners: new Set(), provided: null, isAsked: false };
  entries.set(key, entry);
  return entry;
}

async function load(entry) {
  entry.isAsked = true;
  let provided;
  try {
    provided = { data: freezeDeeply(await entry.ask()), error: undefined };
  } catch (error) {
    provided = { data: undefined, error };
  }
  entry.provided = provided;
  entryOfProvided.set(provided, entry);
  for (const listener of [...entry.listeners]) listener(provided);
}
