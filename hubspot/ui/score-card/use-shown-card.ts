import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useCallback, useEffect, useRef } from 'react';
import type { CardData } from '../../handlers/card/card-data.ts';
import { cardFromProperties } from '../../handlers/card/card-from-properties.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import type { UiInput } from '../../handlers/ui/ui-calls.ts';
import type { Refused } from '../backend/backend.ts';
import { useCall } from '../backend/use-call.ts';
import { cardPropertyNames } from './read-names.ts';

export type ShownCard = {
  /** Null while nothing is known at all. */
  readonly card: CardData | null;
  /** Whether the backend told it, or the record's own properties. */
  readonly origin: 'backend' | 'record';
  /** Why the backend did not tell it, or not anew. */
  readonly refused: Refused | null;
  /** Whether the backend is being asked. */
  readonly isLoading: boolean;
  /** Whether the record is still being read, and nothing is known for that long. */
  readonly isRecordLoading: boolean;
  readonly reload: () => void;
};

const names = [...cardPropertyNames];

/**
 * The card of the record that is looked at: at once of its own properties, then as the backend tells it. Nothing ever waits for a
 * backend that is away. When another decision is written on the record, the backend is asked again.
 *
 * @param alsoReload what else is asked again when the reader asks for it
 */
export function useShownCard(subject: UiInput<'card'>, alsoReload: (() => void) | null = null): ShownCard {
  const record = useCrmProperties(names);
  const asked = useCall('card', subject);
  const isRecordRead = !record.isLoading && record.error === null;
  const { refetch } = record;
  const { reload: askAgain } = asked;
  useChange(isRecordRead ? markOf(record.properties) : null, askAgain);
  const reload = useCallback(() => {
    void refetch();
    askAgain();
    alsoReload?.();
  }, [refetch, askAgain, alsoReload]);

  const written = isRecordRead ? cardFromProperties(record.properties) : null;
  const told = asked.content;
  const isTold = told !== null && !(asked.refused !== null && isOther(written, told));
  return {
    card: isTold ? told : written,
    origin: isTold ? 'backend' : 'record',
    refused: asked.refused,
    isLoading: asked.isLoading,
    isRecordLoading: record.isLoading,
    reload,
  };
}

/** What was told before is outdated where nobody could tell it anew and the record names another decision. */
function isOther(written: CardData | null, told: CardData): boolean {
  return written !== null && written.decisionId !== null && written.decisionId !== told.decisionId;
}

/** What a card cannot be the same without. */
function markOf(properties: Readonly<Record<string, string | null>>): string {
  return [decided.decisionId, decided.slaState, decided.fitScore, decided.engagementScore]
    .map((name) => properties[name] ?? '')
    .join('\n');
}

/** Calls back when a value that was known becomes another. */
function useChange(value: string | null, changed: () => void): void {
  const known = useRef<string | null>(null);
  useEffect(() => {
    const before = known.current;
    if (value === null) return;
    known.current = value;
    if (before !== null && before !== value) changed();
  }, [value, changed]);
}
