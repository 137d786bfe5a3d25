import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftForm, PublishedForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused, Result } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import type { Edit } from './edit-rows.ts';

/** The rules as they stand in the portal, and the ways to change them. */
export type DraftDesk = {
  readonly draft: DraftForm | null;
  readonly refused: Refused | null;
  readonly isLoading: boolean;
  readonly isBusy: boolean;
  /** Somebody else changed the rules in between: the newest are loaded, and nothing of the last edit was saved. */
  readonly isConflict: boolean;
  readonly reload: () => void;
  /** The draft after it; null where nothing was saved. */
  readonly save: (edit: Edit) => Promise<DraftForm | null>;
  /** Null where nothing was published. */
  readonly publish: (draftHash: string) => Promise<PublishedForm | null>;
};

type Known = Pick<DraftDesk, 'draft' | 'refused' | 'isLoading' | 'isBusy' | 'isConflict'>;

const changedMeanwhile = 'HSW021';

/** Loads the draft once and saves against the state that was loaded last. */
export function useDraft(): DraftDesk {
  const backend = useBackend();
  const [known, setKnown] = useState<Known>({
    draft: null,
    refused: null,
    isLoading: true,
    isBusy: false,
    isConflict: false,
  });
  const question = useRef(0);

  const load = useCallback(async () => {
    question.current += 1;
    const mine = question.current;
    setKnown((before) => ({ ...before, isLoading: true }));
    const result = await backend.call('draft', {});
    if (mine !== question.current) return;
    setKnown((before) =>
      result.state === 'answered'
        ? { ...before, draft: result.content, refused: null, isLoading: false }
        : { ...before, refused: result, isLoading: false },
    );
  }, [backend]);

  useEffect(() => {
    void load();
    return () => {
      question.current += 1;
    };
  }, [load]);

  /** What was refused is told; after a change by somebody else the newest rules are loaded. */
  async function settle<Content>(asked: Promise<Result<Content>>): Promise<Content | null> {
    setKnown((before) => ({ ...before, isBusy: true, isConflict: false, refused: null }));
    const result = await asked;
    if (result.state === 'answered') {
      setKnown((before) => ({ ...before, isBusy: false }));
      return result.content;
    }
    const isConflict = result.code === changedMeanwhile;
    setKnown((before) => ({ ...before, isBusy: false, isConflict, refused: isConflict ? null : result }));
    if (isConflict) await load();
    return null;
  }

  async function save(edit: Edit): Promise<DraftForm | null> {
    if (known.draft === null) return null;
    const rows = edit(known.draft.rows).map((row) => ({ ...row, cells: [...row.cells] }));
    const saved = await settle(backend.call('saveDraft', { rows, version: known.draft.version }));
    if (saved !== null) setKnown((before) => ({ ...before, draft: saved }));
    return saved;
  }

  async function publish(draftHash: string): Promise<PublishedForm | null> {
    const published = await settle(backend.call('publish', { draftHash }));
    if (published !== null) await load();
    return published;
  }

  return { ...known, reload: () => void load(), save, publish };
}
