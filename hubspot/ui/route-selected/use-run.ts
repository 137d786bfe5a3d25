import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refused } from '../backend/backend.ts';
import { useBackend } from '../backend/backend-context.tsx';
import { leftOf, type Outcomes } from './outcomes.ts';
import { runGroups } from './run-groups.ts';

export type Running = {
  readonly state: 'ready' | 'running' | 'stopping' | 'ended';
  readonly outcomes: Outcomes;
  /** Why it ended before all were done. */
  readonly endedBy: Refused | null;
  /** Begins with those that have no answer yet. */
  readonly start: () => void;
  /** After the contacts that are being decided. */
  readonly stop: () => void;
};

/** Decides the selected contacts when told to, and no longer than somebody looks. */
export function useRun(ids: readonly string[]): Running {
  const backend = useBackend();
  const [state, setState] = useState<Running['state']>('ready');
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [endedBy, setEndedBy] = useState<Refused | null>(null);
  const isRunning = useRef(false);
  const isStopped = useRef(false);
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );

  const start = useCallback(() => {
    if (isRunning.current) return;
    isRunning.current = true;
    isStopped.current = false;
    setState('running');
    setEndedBy(null);
    void runGroups({
      ids: leftOf(ids, outcomes),
      backend,
      told: (id, outcome) => setOutcomes((before) => new Map(before).set(id, outcome)),
      isStopped: () => isStopped.current,
    }).then((reason) => {
      isRunning.current = false;
      setEndedBy(reason);
      setState('ended');
    });
  }, [backend, ids, outcomes]);

  const stop = useCallback(() => {
    isStopped.current = true;
    setState('stopping');
  }, []);

  return { state, outcomes, endedBy, start, stop };
}
