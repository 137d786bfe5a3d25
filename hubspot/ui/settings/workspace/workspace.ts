import { createContext, useContext } from 'react';
import type { AccessForm, DraftForm, RevisionEntryForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import type { HereLearner } from '../../learning/here-learner.ts';
import type { Checked } from '../../rules/check-rows.ts';
import type { Draft } from '../../rules/draft.ts';
import type { History } from '../../rules/history.ts';
import type { Reader } from '../../words/reader.ts';

/** Somebody else saved other rules since these were loaded. */
export type Conflict = { readonly theirs: DraftForm };

/** What every part of the settings shares: one draft, what is wrong with it, and the ways to change it. */
export type Workspace = {
  readonly history: History;
  readonly draft: Draft;
  /** As the backend has it. */
  readonly base: Draft;
  readonly live: RevisionEntryForm | null;
  /** SHA-256 of what would be published; null while it cannot be, or is not saved. */
  readonly hash: string | null;
  readonly checked: Checked;
  readonly isDirty: boolean;
  readonly access: AccessForm;
  readonly canEdit: boolean;
  readonly canPublish: boolean;
  readonly canGrant: boolean;
  readonly reader: Reader;
  readonly isBusy: boolean;
  /** Why the last saving or loading came to nothing. */
  readonly refused: Refused | null;
  readonly conflict: Conflict | null;
  /** @param run the name of a series that is taken back together, such as the letters of one cell */
  readonly edit: (words: string, change: (draft: Draft) => Draft, run?: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** True when everything is saved afterwards. */
  readonly save: () => Promise<boolean>;
  /**
   * Changes the draft to what was learned and saves it at once, so that it is kept who did. Undo takes it back like any edit.
   *
   * @param learnedFrom in words that ops read later
   */
  readonly putLearned: (change: (draft: Draft) => Draft, learnedFrom: string) => Promise<boolean>;
  /** Learns in the page; null where the server does. */
  readonly learner: HereLearner | null;
  /** Loads the draft anew; what is not saved stays. */
  readonly reload: () => Promise<void>;
  readonly settle: (choice: 'mine' | 'theirs') => void;
  readonly publishedAs: (live: RevisionEntryForm) => void;
  readonly place: Place;
  readonly goTo: (place: Place) => void;
};

/** Where somebody is in the settings. `rowId` is the row that is open there. */
export type Place = { readonly section: string; readonly rowId: string | null };

const context = createContext<Workspace | null>(null);

export const WithWorkspace = context.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(context);
  if (workspace === null) {
    throw new Error('No workspace: the settings show their sections inside <WithWorkspace>.');
  }
  return workspace;
}
