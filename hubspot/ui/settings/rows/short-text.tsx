import { Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { beginningOf, breakable } from '../../words/shown-text.ts';

const mostCharacters = 120;

/** A text of a row where there is no room for more than a line or two. */
export function ShortText({ children }: { readonly children: string }): ReactNode {
  return <Text>{breakable(beginningOf(children, mostCharacters))}</Text>;
}
