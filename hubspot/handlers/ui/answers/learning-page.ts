import { policyOfText } from '../../../../core/src/author/run/snapshot-texts.ts';
import { prepare } from '../../../../core/src/decide/index.ts';
import type { AccessKeys } from '../../access/access-list.ts';
import { keptFields } from '../../learning/lean-lead.ts';
import type { LeadPageForm } from '../../learning/learning-forms.ts';
import { rulesNotHeld } from '../../learning/learning-notes.ts';
import { personKeysUnder } from '../../learning/person-key.ts';
import { countLeads, readLeadPage } from '../../learning/read-lead-page.ts';
import { answered, type UiAnswer } from '../ui-answer.ts';
import type { UiPortal } from './ui-portal.ts';

/** A page of past leads as a revision sees them. Each call stands for itself, so that whoever asks can go on after any of them. */
export async function answerLeadPage(
  portal: UiPortal,
  input: { readonly hash: string; readonly after: string | null },
  keys: AccessKeys,
): Promise<UiAnswer<LeadPageForm>> {
  const [revision, { configuration }, all] = await Promise.all([
    portal.store.readRevision(input.hash),
    portal.store.readDraft(),
    input.after === null ? countLeads(portal.crm) : null,
  ]);
  if (revision === null) {
    const { code, found, next } = rulesNotHeld;
    return { state: 'refused', problems: [{ code, about: 'learning', found, next }] };
  }
  const prepared = prepare(policyOfText(revision.text));
  const page = await readLeadPage(portal.crm, input.after, {
    settings: configuration.settings,
    lists: portal.lists,
    prepared,
    fields: keptFields(prepared.policy),
    personKeyOf: personKeysUnder(keys[0]!),
  });
  return answered({ ...page, leads: [...page.leads], all });
}
