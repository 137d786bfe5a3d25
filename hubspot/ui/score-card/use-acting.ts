import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExtensionPointApiActions } from '@hubspot/ui-extensions';
import type { UiCallName, UiContent, UiInput } from '../../handlers/ui/ui-calls.ts';
import { useBackend } from '../backend/backend-context.tsx';
import { refusedWords } from '../words/refused-notice.tsx';

/** What the card does in HubSpot around it. */
export type CardActions = Pick<
  ExtensionPointApiActions<'crm.record.tab'>,
  'addAlert' | 'refreshObjectProperties' | 'closeOverlay'
>;

export type Alerted = Parameters<CardActions['addAlert']>[0];

/** The calls of the card that change something. */
export type ActingCall = Extract<UiCallName, 'decide' | 'handBack' | 'report'>;

export type Acting = {
  /** What is being done now. */
  readonly busy: ActingCall | null;
  /** Does it, says what became of it, and shows the record as it is then. Whether it was done. */
  readonly act: <Name extends ActingCall>(
    name: Name,
    input: UiInput<Name>,
    told: (content: UiContent<Name>) => Alerted,
  ) => Promise<boolean>;
};

/** Looked for again this long after something was asked for, since a decision may take a moment. */
const lookAgainAfter = [2_000, 5_000, 12_000];

/** One thing at a time: whoever presses twice asks once. */
export function useActing(actions: CardActions, reload: () => void): Acting {
  const backend = useBackend();
  const [busy, setBusy] = useState<ActingCall | null>(null);
  const isBusy = useRef(false);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  useEffect(() => () => timers.current.forEach(clearTimeout), []);

  const act = useCallback<Acting['act']>(
    async (name, input, told) => {
      if (isBusy.current) return false;
      isBusy.current = true;
      setBusy(name);
      const result = await backend.call(name, input);
      isBusy.current = false;
      setBusy(null);
      if (result.state === 'refused') {
        actions.addAlert({ type: 'danger', message: refusedWords(result) });
        return false;
      }
      actions.addAlert(told(result.content));
      const look = () => {
        actions.refreshObjectProperties();
        reload();
      };
      look();
      timers.current.forEach(clearTimeout);
      timers.current = isWaiting(result.content) ? lookAgainAfter.map((millis) => setTimeout(look, millis)) : [];
      return true;
    },
    [actions, backend, reload],
  );
  return { busy, act };
}

function isWaiting(content: UiContent<ActingCall>): boolean {
  return 'state' in content && content.state === 'waiting';
}
