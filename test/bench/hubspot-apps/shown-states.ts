import type { AssociatedRecord, StateAnswers } from '../../hubspot/ui/states/ui-state.ts';
import { homeStates } from '../../hubspot/ui/states/home-states.ts';
import { settingsStates } from '../../hubspot/ui/states/settings-states.ts';
import { scoreCardStates } from '../../hubspot/ui/states/score-card-states.ts';
import type { FrameContext, FrameLocation } from '../../../sandbox/hubspot/ui-host/ports/ui-frame.ts';
import type { AppEdition } from './built-extensions.ts';

/** What somebody does to come to a state: the words of a control, and what is chosen or written there. */
export type Step =
  | { readonly press: string }
  | { readonly tick: string }
  | { readonly choose: readonly [control: string, option: string] }
  | { readonly write: readonly [control: string, text: string] };

/** A state as the host shows it, whichever list it is from. */
export type ShownState = {
  readonly name: string;
  readonly entry: string;
  readonly edition: AppEdition;
  readonly location: FrameLocation;
  readonly context: FrameContext;
  readonly path?: string;
  readonly properties: Readonly<Record<string, string | null>> | null;
  readonly associations: readonly AssociatedRecord[];
  readonly answers: StateAnswers;
  readonly steps: readonly Step[];
  readonly later: StateAnswers | null;
  readonly shows: readonly string[];
};

const none = { properties: {}, associations: [], steps: [], later: null } as const;

/** Every state of cards, pages and settings. */
export function shownStates(now: number): ShownState[] {
  const cards = scoreCardStates(now).map((state): ShownState => ({
    ...none,
    ...state,
    name: `card-${state.name}`,
    edition: 'marketplace',
    context: { crm: state.crm, ...(state.locale === undefined ? {} : { user: { locale: state.locale } }) },
  }));
  const pages = homeStates(now).map((state): ShownState => ({
    ...none,
    ...state,
    name: `home-${state.name}`,
    context: {},
  }));
  const settings = settingsStates(now).map((state): ShownState => ({ ...none, ...state, context: {} }));
  return [...cards, ...pages, ...settings];
}
