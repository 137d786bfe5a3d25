import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { writePolicy } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { PortalConfiguration } from '../portal/portal-settings.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftRows, RuleProblem, RuleStore } from './rule-store.ts';

/** A draft that can be published as it is, or everything that is wrong with it. */
export type ValidatedDraft =
  | {
      readonly policy: Policy;
      /** The canonical text, and its SHA-256. */
      readonly text: string;
      readonly hash: string;
      readonly problems: readonly [];
      readonly configuration: PortalConfiguration;
    }
  | {
      readonly policy: null;
      readonly text: null;
      readonly hash: null;
      readonly problems: readonly RuleProblem[];
      readonly configuration: PortalConfiguration;
    };

/** Reads the draft and checks it as every edition does. */
export async function readValidatedDraft(store: RuleStore): Promise<ValidatedDraft> {
  return validateDraft(await store.readDraft());
}

/** A draft that was read, with the text and the hash under which it would be published. */
export function validateDraft({ rows, configuration, problems }: DraftRows): ValidatedDraft {
  const checked = checkDraft({ rows, problems });
  if (checked.problems.length > 0) {
    return { policy: null, text: null, hash: null, problems: checked.problems, configuration };
  }
  const text = writePolicy(checked.policy);
  return { policy: checked.policy, text, hash: hashText(text), problems: [], configuration };
}
