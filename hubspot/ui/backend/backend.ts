import type { UiCallName, UiContent, UiInput } from '../../handlers/ui/ui-calls.ts';
import type { RuleProblemForm } from '../../handlers/ui/ui-forms.ts';

/** Why a call came to nothing, in words that can be shown as they are. */
export type Refused = {
  readonly state: 'refused';
  /** Stable; docs/codes.md lists all. HSU001: nobody answered. HSU002: what came back cannot be read. */
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
  readonly problems: readonly RuleProblemForm[];
};

export type Result<Content> = { readonly state: 'answered'; readonly content: Content } | Refused;

/**
 * The backend of an edition, as the components ask it. It never throws and always ends: what does not answer in time is a
 * refusal.
 */
export interface Backend {
  readonly edition: 'marketplace' | 'private';
  call<Name extends UiCallName>(name: Name, input: UiInput<Name>): Promise<Result<UiContent<Name>>>;
  /** What every call shows from now on; only where somebody signs in. */
  takeSession(session: string | null): void;
}

/** May not do it: the page says whom to ask, and does not offer it. */
export function isForbidden({ code }: Refused): boolean {
  return code === 'HSW019';
}

/** Of a server that does not store, is busy, failed, is slow or stops, and of nobody at all. */
const awayCodes: ReadonlySet<string> = new Set(['HSU001', 'HSW013', 'HSW024', 'HSW025', 'HSW027', 'HSW028', 'HSW029']);

/** Nobody answered, or not in time: what was loaded before may still be shown. */
export function isAway({ code }: Refused): boolean {
  return awayCodes.has(code);
}

export function isSignInNeeded({ code }: Refused): boolean {
  return code === 'HSW030';
}
