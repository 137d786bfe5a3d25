import { useCallback, useEffect, useRef, useState } from 'react';
import type { UiCallName, UiContent, UiInput } from '../../handlers/ui/ui-calls.ts';
import type { Refused } from './backend.ts';
import { useBackend } from './backend-context.tsx';

/** What a component knows of something it asked for. */
export type Asked<Content> = {
  /** The latest answer; it stays while it is asked for anew, and when that fails. */
  readonly content: Content | null;
  readonly refused: Refused | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
};

/** Asks when it is first shown and whenever the input changes. Of answers that overtake each other the latest question counts. */
export function useCall<Name extends UiCallName>(name: Name, input: UiInput<Name>): Asked<UiContent<Name>> {
  const backend = useBackend();
  const [state, setState] = useState<Omit<Asked<UiContent<Name>>, 'reload'>>({
    content: null,
    refused: null,
    isLoading: true,
  });
  const latest = useRef(0);
  const key = JSON.stringify(input);
  const ask = useCallback(() => {
    latest.current += 1;
    const question = latest.current;
    setState((before) => ({ ...before, isLoading: true }));
    void backend.call(name, JSON.parse(key) as UiInput<Name>).then((result) => {
      if (question !== latest.current) return;
      setState((before) =>
        result.state === 'answered'
          ? { content: result.content, refused: null, isLoading: false }
          : { content: before.content, refused: result, isLoading: false },
      );
    });
  }, [backend, name, key]);
  useEffect(() => {
    ask();
    return () => {
      latest.current += 1;
    };
  }, [ask]);
  return { ...state, reload: ask };
}
