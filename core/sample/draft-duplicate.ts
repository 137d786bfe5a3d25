import { dayLength, minuteLength, sampleEnd } from './calendar.ts';
import type { Deck } from './deck.ts';
import { completeLead } from './draft-lead.ts';
import { salesKinds } from './kinds.ts';
import type { LeadDraft, LeadFacts } from './lead.ts';
import type { Template } from './messages/template.ts';
import { toPlainLetters } from './plain-text.ts';
import type { RandomStream } from './random.ts';
import type { Recipe } from './recipes.ts';
import { accounts } from './accounts.ts';

/** Kinds whose second copy would still look like an ordinary enquiry. */
function isCopied(draft: LeadDraft): boolean {
  return (
    salesKinds.has(draft.kind) &&
    !['fit-without-interest', 'active-without-fit', 'other-language'].includes(draft.kind) &&
    draft.created < sampleEnd - 160 * dayLength &&
    draft.row.Email.includes('@')
  );
}

/** The same person once more: minutes, days or months later, and rarely with exactly the same address. */
export function draftDuplicate(
  random: RandomStream,
  drafts: readonly LeadDraft[],
  recipe: Recipe,
  deck: Deck<Template>,
): LeadDraft {
  const original = random.pick(drafts.filter(isCopied));
  const delay = random.weighted<() => number>([
    [() => random.between(1, 12) * minuteLength, 32],
    [() => random.between(1, 21) * dayLength, 40],
    [() => random.between(30, 150) * dayLength, 28],
  ])();
  const created = original.created + delay + random.between(0, 40000) * 1000;
  const facts: LeadFacts = { ...original.facts, email: otherSpelling(random, original.facts) };
  const account = accounts.find((candidate) => candidate.domain === original.accountDomain);
  return completeLead(random, {
    kind: 'duplicate',
    created,
    facts,
    recipe,
    template: deck.deal(),
    account,
    copyOf: original,
  });
}

function otherSpelling(random: RandomStream, facts: LeadFacts): string {
  const [local, domain] = facts.email.split('@') as [string, string];
  const surname = toPlainLetters(facts.last).replaceAll('-', '') || 'team';
  const free = local.startsWith('sample.');
  return random.weighted([
    [facts.email, 26],
    [facts.email.toUpperCase(), 10],
    [`${local[0]!.toUpperCase()}${local.slice(1)}@${domain}`, 12],
    [`${local}+${random.pick(['demo', 'northlight', 'news', '1'])}@${domain}`, 18],
    [free ? `${local.replaceAll('.', '').replace('sample', 'sample.')}@${domain}` : `${surname}@${domain}`, 14],
    [`sample.${surname}.${random.between(100, 999)}@${random.pick(['gmail.com', 'outlook.com'])}`, 12],
    [free ? facts.email : `${local}@mail.${domain}`, 8],
  ]);
}
