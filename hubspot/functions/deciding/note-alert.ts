import { hashText } from '../../../core/src/author/run/hash-text.ts';
import * as z from 'zod';
import type { Entry } from '../log/entry.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

/** Something that ops should look at. It never repeats what a lead said. */
export type Alert = {
  readonly code: string;
  readonly about: string;
  readonly message: string;
  readonly nextStep: string;
};

export const alertBody = z.object({
  code: z.string(),
  about: z.string(),
  message: z.string(),
  nextStep: z.string(),
  firstAt: z.int(),
  occurrences: z.int(),
});

/** Keeps an alert in the portal; one that is there is counted up. That of two at the same instant one is counted is no harm. */
export async function noteAlert(portal: Pick<PrivatePortal, 'log' | 'now'>, alert: Alert): Promise<void> {
  const key = `alert:${alert.code}:${hashText(alert.about).slice(0, 16)}`;
  const at = portal.now();
  const there = await portal.log.findByKey(key, ['body']);
  if (there !== null) {
    const before = readAlert(there);
    const isOpen = there.state === 'open';
    const body = {
      ...alert,
      firstAt: isOpen ? (before?.firstAt ?? at) : at,
      occurrences: isOpen ? (before?.occurrences ?? 0) + 1 : 1,
    };
    await portal.log.change([{ id: there.id, change: { state: 'open', at, texts: { body: JSON.stringify(body) } } }]);
    return;
  }
  await portal.log.create({
    key,
    turnKey: null,
    kind: 'alert',
    state: 'open',
    contactId: null,
    at,
    columns: {},
    texts: { body: JSON.stringify({ ...alert, firstAt: at, occurrences: 1 }) },
  });
}

/** An alert as its entry keeps it; null where somebody changed it. */
export function readAlert(entry: Entry): z.infer<typeof alertBody> | null {
  try {
    const read = alertBody.safeParse(JSON.parse(entry.texts.body ?? ''));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
