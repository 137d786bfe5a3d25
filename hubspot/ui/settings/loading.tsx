import { LoadingSpinner } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

export function Loading({ what }: { readonly what: string }): ReactNode {
  return <LoadingSpinner label={`Loading ${what}`} showLabel layout="centered" />;
}
