import { createContext, useContext } from 'react';
import type { Right } from '../../handlers/ui/right.ts';
import type { AccessForm } from '../../handlers/ui/ui-forms.ts';

/** Who looks at the page, what they may do, and how they prove it anew. */
export type Access = { readonly caller: AccessForm; readonly signInAgain: () => void };

/** Before anything is known nobody may do anything. */
const nobody: Access = {
  caller: { edition: 'marketplace', email: null, rights: [], isWorker: false, isAdmin: false, isSignInNeeded: false },
  signInAgain: () => {},
};

export const accessContext = createContext<Access>(nobody);

export function useAccess(): Access {
  return useContext(accessContext);
}

export function useRight(right: Right): boolean {
  return useAccess().caller.rights.includes(right);
}

/** Whom to ask for a right. The page cannot name them: only they may read who they are. */
export const whomToAsk = 'Ask whoever installed Signalbox, or gives rights in its settings.';
