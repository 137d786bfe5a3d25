import { mayCall } from '../../handlers/ui/right.ts';
import type { AccessForm } from '../../handlers/ui/ui-forms.ts';
import type { Asked } from '../backend/use-call.ts';

/** Whether the reader may do something with the contact, and the words why not. */
export type MayAct =
  | { readonly state: 'may' }
  /** Nobody has answered yet. */
  | { readonly state: 'unknown' }
  | { readonly state: 'mayNot'; readonly words: string };

/** A lead that stands for nobody. */
export const withoutContact: MayAct = {
  state: 'mayNot',
  words: 'This lead has no contact, so that nothing can be done about it here.',
};

/** What the reader may do, from what the backend says of them. */
export function mayActOf({ content, refused }: Pick<Asked<AccessForm>, 'content' | 'refused'>): MayAct {
  if (content === null) {
    return refused === null
      ? { state: 'unknown' }
      : { state: 'mayNot', words: 'Nothing can be done here while Signalbox does not answer.' };
  }
  if (content.isSignInNeeded) {
    return {
      state: 'mayNot',
      words: 'HubSpot has to confirm who you are before you can act: sign in on the settings page of Signalbox.',
    };
  }
  return mayCall('worker', content)
    ? { state: 'may' }
    : {
        state: 'mayNot',
        words:
          'Deciding, handing back and reporting are for those whom the rules can give contacts, and who look after the rules.',
      };
}
