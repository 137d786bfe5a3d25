import { accounts } from './accounts.ts';
import { dayLength, minuteLength, sampleEnd, sampleStart, toInstant } from './calendar.ts';
import type { LeadDraft } from './lead.ts';
import { drawFacts } from './prospects.ts';
import type { RandomStream } from './random.ts';
import { recipes } from './recipes.ts';

export const contactColumns = [
  'Contact ID',
  'Email',
  'Account Domain',
  'Owner',
  'Owner Set By',
  'Last Activity At',
] as const;

const contactCount = 120;

/** People the CRM knows: some of those who write in again, and colleagues of theirs. */
export function contactRows(random: RandomStream, drafts: readonly LeadDraft[]): string[][] {
  const rows: string[][] = [];
  const seen = new Set<string>();
  const add = (email: string, domain: string, owner: string, lastActivity: number): void => {
    const address = email.toLowerCase();
    if (rows.length >= contactCount || seen.has(address)) return;
    seen.add(address);
    const [setBy, by] = random.weighted<readonly [string, string]>([
      [[owner, 'person'], 40],
      [[owner, 'rule'], 34],
      [[owner, 'import'], 14],
      [['', ''], 8],
      [['mara', 'person'], 4],
    ]);
    const activity = random.chance(88) ? toInstant(Math.min(lastActivity, sampleEnd - dayLength)) : '';
    rows.push([
      `C-${String(2000 + rows.length * 3 + random.between(0, 2))}`,
      random.chance(6) ? email.toUpperCase() : email,
      domain,
      setBy,
      by,
      activity,
    ]);
  };
  for (const draft of drafts) {
    const account = accounts.find((candidate) => candidate.domain === draft.accountDomain);
    if (account === undefined || draft.kind === 'duplicate' || !draft.facts.email.endsWith(`@${account.domain}`))
      continue;
    if (
      rows.length < 70 &&
      random.chance(draft.kind === 'customer-support' || draft.kind === 'customer-expansion' ? 75 : 40)
    ) {
      add(
        draft.facts.email,
        account.domain,
        account.owner,
        draft.created - random.between(1, 400) * dayLength - random.between(0, 900) * minuteLength,
      );
    }
  }
  while (rows.length < contactCount) {
    const account = random.pick(accounts);
    const facts = drawFacts(random, account, recipes['mid-market-buyer']);
    add(
      facts.email,
      account.domain,
      account.owner,
      sampleStart + random.between(-300, 725) * dayLength + random.between(400, 1100) * minuteLength,
    );
  }
  return rows;
}
