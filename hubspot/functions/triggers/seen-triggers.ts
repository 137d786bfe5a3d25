import type { EntryLog } from '../log/entry-log.ts';

/** Ways in which leads came in that only their use makes known. */
export const seenKeys = ['workflowAction', 'customCode', 'publicEndpoint'] as const;

export type SeenTrigger = (typeof seenKeys)[number];

const keyOf = (trigger: SeenTrigger): string => `trigger:${trigger}`;

/** Those that were used in this portal. */
export async function seenTriggers(log: EntryLog): Promise<Set<SeenTrigger>> {
  const found = await log.findByKeys(seenKeys.map(keyOf));
  return new Set(seenKeys.filter((key) => found.has(keyOf(key))));
}

/** Notes that leads come in this way. */
export async function noteTrigger(log: EntryLog, trigger: SeenTrigger, at: number): Promise<void> {
  if ((await log.findByKey(keyOf(trigger))) !== null) {
    return;
  }
  await log.create({
    key: keyOf(trigger),
    turnKey: null,
    kind: 'call',
    state: 'seen',
    contactId: null,
    at,
    columns: {},
    texts: {},
  });
}
