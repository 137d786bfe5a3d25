import type { UsersForm } from '../../../handlers/ui/ui-forms.ts';
import { plainLine } from '../../../handlers/effects/plain-line.ts';

/** Stands for nobody in a list to choose from; no address reads so. */
export const noUser = 'nobody';

const longest = 80;

export type Choice = { readonly label: string; readonly value: string };

/** The users to choose from. One who is chosen and no user of the portal any more stays in the list, and is said to be none. */
export function userChoices(users: UsersForm['users'], chosen: string | null, nobodyLabel: string): Choice[] {
  const known = users.map(({ email, name }) => ({
    label: name === '' || name === email ? shorten(email) : `${shorten(name)} (${shorten(email)})`,
    value: email,
  }));
  const isKnown = chosen === null || users.some(({ email }) => email === chosen);
  const stranger = isKnown ? [] : [{ label: `${shorten(chosen)}, no user of this portal`, value: chosen }];
  return [{ label: nobodyLabel, value: noUser }, ...stranger, ...known];
}

/** A text from outside in one short line, without characters that nobody sees or that turn the line around. */
export function shorten(text: string): string {
  return plainLine(text, longest);
}
