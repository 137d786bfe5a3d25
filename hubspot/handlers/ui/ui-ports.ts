import type { UiAnswer, UiCaller } from './ui-answer.ts';
import type { UiCallName, UiContent, UiRead } from './ui-calls.ts';

/**
 * What a backend answers to cards, pages and settings, a method for each call. The portal is the caller's, always; ids may be
 * anybody's, so each record is looked up within the portal. Rights are checked before: `answerUiCall` is the only way in.
 * Methods throw only where the program is broken.
 */
export type UiPorts = {
  readonly [Name in UiCallName]: (caller: UiCaller, input: UiRead<Name>) => Promise<UiAnswer<UiContent<Name>>>;
};
