import { Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** Said where no publishing stands between an edit and its effect. */
export function AtOnce(): ReactNode {
  return (
    <Text variant="microcopy" format={{ italic: true }}>
      What is saved here counts at once, without publishing: it says who and where, and the rules say what.
    </Text>
  );
}
