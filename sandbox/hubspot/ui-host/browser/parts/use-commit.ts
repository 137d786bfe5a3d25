import { useRef } from 'react';
import { tellExtension } from '../page/tell-extension.ts';

type Handler = ((value: never) => void) | undefined;

/**
 * Tells of a value when it is committed: the field is left, Enter is pressed or the form is sent, and only when it is another
 * than the one told last.
 */
export function useCommit(
  first: unknown,
  onChange: Handler,
): { commit: (value: unknown) => Promise<void>; heard: (value: unknown) => void } {
  const told = useRef(JSON.stringify(first));
  return {
    commit: async (value) => {
      const text = JSON.stringify(value);
      if (text === told.current) return;
      told.current = text;
      await tellExtension(onChange, value);
    },
    // What the extension set itself needs no telling.
    heard: (value) => {
      told.current = JSON.stringify(value);
    },
  };
}
