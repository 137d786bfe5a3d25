import { entryTypeName } from '../../../hubspot/functions/log/entry-type.ts';
import { entryOfRecord, propertiesToRead, type Entry } from '../../../hubspot/functions/log/entry.ts';
import { readTurn } from '../../../hubspot/functions/turns/turn-text.ts';
import type { Crm } from '../../../hubspot/handlers/crm/crm.ts';

/** How the turns of a portal stand, counted from every entry there is. */
export type CheckedTurns = {
  readonly decisions: readonly Entry[];
  /** Numbers that two entries have, or that nobody has. */
  readonly broken: readonly string[];
  /** By pool: the largest distance, in leads, of anybody's leads from their share. */
  readonly deviation: ReadonlyMap<string, number>;
};

export async function readEntries(crm: Crm): Promise<Entry[]> {
  const typeId = (await crm.listSchemas()).find(({ name }) => name === entryTypeName)!.objectTypeId;
  const records = await crm.listObjects(typeId, propertiesToRead(['ledger', 'body', 'personal', 'due']));
  return records.map(entryOfRecord);
}

/** Walks through the chains, and counts who got what beside who should have. */
export async function checkTurns(crm: Crm, weightOf: (memberKey: string) => number): Promise<CheckedTurns> {
  const entries = await readEntries(crm);
  const turns = entries
    .filter(({ turnKey }) => turnKey !== null)
    .map((entry) => ({ entry, kept: readTurn(entry.texts.ledger ?? '', entry.key) }));
  const broken: string[] = [];
  const deviation = new Map<string, number>();
  for (const name of new Set(turns.map(({ kept }) => kept.ledgerName))) {
    const chain = turns
      .filter(({ kept }) => kept.ledgerName === name)
      .sort((one, other) => one.kept.ledger.sequence - other.kept.ledger.sequence);
    const wrong = chain.filter(({ kept }, place) => kept.ledger.sequence !== place + 1);
    broken.push(...wrong.map(({ entry }) => `${entry.turnKey}`));
    const returned = new Set(
      chain.filter(({ entry }) => entry.kind === 'return').map(({ entry }) => entry.key.replace(/^return:/, '')),
    );
    const counted = chain.filter(({ entry }) => entry.kind === 'decision' && !returned.has(entry.turnKey!));
    const members = chain[0]!.kept.ledger.entries.map(({ memberKey }) => memberKey);
    const total = members.reduce((sum, key) => sum + weightOf(key), 0);
    const worst = members.map((key) => {
      const got = counted.filter(({ kept }) => kept.turn.takerKey === key).length;
      return Math.abs(got - (counted.length * weightOf(key)) / total);
    });
    deviation.set(name, Math.max(0, ...worst));
  }
  return { decisions: entries.filter(({ kind }) => kind === 'decision'), broken, deviation };
}
