import { useEffect, useState } from 'react';
import type { RevisionForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';

/** The rows of a revision, loaded when they are first asked for. Null stands for no revision. */
export function useRevision(hash: string | null): {
  readonly content: RevisionForm | null;
  readonly refused: Refused | null;
} {
  const backend = useBackend();
  const [known, setKnown] = useState<{ hash: string | null; content: RevisionForm | null; refused: Refused | null }>({
    hash: null,
    content: null,
    refused: null,
  });
  useEffect(() => {
    if (hash === null) return;
    let isWanted = true;
    void backend.call('revision', { hash }).then((result) => {
      if (!isWanted) return;
      setKnown(
        result.state === 'answered'
          ? { hash, content: result.content, refused: null }
          : { hash, content: null, refused: result },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [backend, hash]);
  return known.hash === hash ? known : { content: null, refused: null };
}
