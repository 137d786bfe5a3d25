import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { LearningForm } from '../../handlers/learning/learning-forms.ts';
import type { Refused } from '../backend/backend.ts';
import { useBackend } from '../backend/backend-context.tsx';
import { useCall } from '../backend/use-call.ts';
import type { HereLearner } from './here-learner.ts';
import { notBegun, type Learning, type LearningState } from './learning-state.ts';

const lookEveryMillis = 3_000;

/** What the server learns; it is looked at every three seconds while it is under way. */
export function useServerLearning(): Learning {
  const backend = useBackend();
  const asked = useCall('learning', {});
  const [told, setTold] = useState<LearningForm | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { content, reload } = asked;
  useEffect(() => setTold(content), [content]);
  const isUnderWay = told?.state === 'reading' || told?.state === 'training';
  useEffect(() => {
    if (!isUnderWay) return;
    const looking = setInterval(reload, lookEveryMillis);
    return () => clearInterval(looking);
  }, [isUnderWay, reload]);
  const ask = useCallback(
    async (name: 'startLearning' | 'cancelLearning') => {
      const result = await backend.call(name, {});
      setRefused(result.state === 'refused' ? result : null);
      if (result.state === 'answered') setTold(result.content);
    },
    [backend],
  );
  return {
    ...(told === null ? { ...notBegun, state: 'loading' as const } : told),
    refused: refused ?? asked.refused,
    start: () => void ask('startLearning'),
    cancel: () => void ask('cancelLearning'),
    goOn: null,
    reload,
  };
}

/** What the page itself learns. */
export function useHereLearning(learner: HereLearner, hash: string | null): Learning {
  const state: LearningState = useSyncExternalStore(learner.subscribe, learner.state);
  return {
    ...state,
    start: () => void learner.start(hash),
    cancel: () => learner.cancel(),
    goOn: () => void learner.goOn(hash),
    reload: () => void learner.goOn(hash),
  };
}
