import type { DraftKind } from '../../handlers/rules/draft-row.ts';
import { keepList, takeList } from '../../handlers/rules/kept-text.ts';

/** Beside the policy a value may hold a semicolon, so that such lists are kept in another way. */
function isBesidePolicy(kind: DraftKind): boolean {
  return kind === 'person' || kind === 'calendar' || kind === 'option';
}

/** The values of a cell that holds several. */
export function valuesOfText(kind: DraftKind, text: string | null): string[] {
  if (text === null) return [];
  return isBesidePolicy(kind) ? takeList(text) : text.split(';').filter((value) => value !== '');
}

/** The text of a cell that holds several. */
export function textOfValues(kind: DraftKind, values: readonly string[]): string {
  return isBesidePolicy(kind) ? keepList(values) : values.join(';');
}

/** The values that somebody typed, a line or a semicolon between them. */
export function valuesTyped(typed: string): string[] {
  return typed
    .split(/[;\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
