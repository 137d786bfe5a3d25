import { accounts } from './accounts.ts';
import { CompanyMaker } from './companies.ts';
import { Deck } from './deck.ts';
import { draftDuplicate } from './draft-duplicate.ts';
import { draftLead } from './draft-lead.ts';
import { leadKinds } from './kinds.ts';
import type { LeadKind } from './kinds.ts';
import type { LeadDraft } from './lead.ts';
import { pastedTender, pastedThread } from './messages/long-texts.ts';
import { RandomStream } from './random.ts';
import { recipes } from './recipes.ts';

/** All leads in order of arrival, each with its identifier. */
export function makeLeadDrafts(): LeadDraft[] {
  const maker = new CompanyMaker(accounts.map((account) => account.domain));
  const drafts: LeadDraft[] = [];
  for (const [kind, count] of Object.entries(leadKinds) as [LeadKind, number][]) {
    if (kind === 'duplicate') continue;
    const deck = new Deck(recipes[kind].messages, new RandomStream(`deck/${kind}`));
    for (let index = 0; index < count; index += 1) {
      drafts.push(draftLead(new RandomStream(`lead/${kind}/${index}`), kind, recipes[kind], maker, deck));
    }
  }
  const deck = new Deck(recipes.duplicate.messages, new RandomStream('deck/duplicate'));
  const originals = [...drafts];
  for (let index = 0; index < leadKinds.duplicate; index += 1) {
    drafts.push(draftDuplicate(new RandomStream(`lead/duplicate/${index}`), originals, recipes.duplicate, deck));
  }
  lengthenSome(drafts);
  drafts.sort((left, right) => left.created - right.created);
  const random = new RandomStream('identifiers');
  // Deleted and merged records leave gaps in the numbers.
  let number = 10000;
  for (const draft of drafts) {
    number += random.chance(80) ? 1 : random.between(2, 9);
    draft.row['Lead ID'] = `L-${number}`;
  }
  return drafts;
}

/** A few people paste whole documents. */
function lengthenSome(drafts: readonly LeadDraft[]): void {
  const random = new RandomStream('long messages');
  const nthOf = (kind: LeadKind, index: number): LeadDraft => drafts.filter((draft) => draft.kind === kind)[index]!;
  const names = ['Hartmut', 'Petra', 'J. Quigley', 'Oyelaran', 'Operations Desk', 'Marta'];
  const tender = nthOf('enterprise-buyer', 9);
  tender.row.Message = pastedTender(
    random,
    'Our invitation to tender for a planning platform is pasted in full because your form does not accept attachments.',
    40000,
  );
  const shorterTender = nthOf('mid-market-buyer', 33);
  shorterTender.row.Message = pastedTender(random, shorterTender.row.Message, 6000);
  for (const draft of [nthOf('forwarded-introduction', 4), nthOf('complaint', 2), nthOf('high-value', 6)]) {
    draft.row.Message = pastedThread(random, draft.row.Message, names, 6000);
  }
}
