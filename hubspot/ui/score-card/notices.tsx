import { Alert, Button, Flex, Text, type AlertProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardData, CardStaleness } from '../../handlers/card/card-data.ts';
import { isAway } from '../backend/backend.ts';
import { modeWords } from '../words/mode-words.ts';
import { RefusedNotice } from '../words/refused-notice.tsx';
import type { ShownCard } from './use-shown-card.ts';

/** What a reader should know before they trust the card. */
export function Notices({ shown, card }: { readonly shown: ShownCard; readonly card: CardData }): ReactNode {
  return (
    <>
      <NotTold shown={shown} />
      <ModeNotice mode={card.mode} />
      {card.staleness.map((flag) => (
        <StalenessNotice key={flag.code} flag={flag} origin={shown.origin} />
      ))}
    </>
  );
}

/** Why the backend did not tell this, and a way to ask it again. */
export function NotTold({ shown }: { readonly shown: ShownCard }): ReactNode {
  const { refused, isLoading, reload } = shown;
  if (refused === null) {
    return null;
  }
  if (!isAway(refused)) {
    return <RefusedNotice refused={refused} />;
  }
  return (
    <Alert title="Signalbox does not answer at the moment" variant="info">
      <Flex direction="column" align="start" gap="xs">
        <Text>{standingWords(shown)}</Text>
        <Button size="xs" onClick={reload} disabled={isLoading}>
          {isLoading ? 'Asking…' : 'Ask again'}
        </Button>
      </Flex>
    </Alert>
  );
}

/** What is shown instead of an answer. */
function standingWords({ card, origin }: ShownCard): string {
  if (card === null) {
    return 'Nothing is lost: what was decided before stands on the record.';
  }
  if (origin === 'backend') {
    return 'This is what it told last. It may have changed since.';
  }
  return card.decisionId === null
    ? 'On this record stands no decision.'
    : 'This is what it wrote on this record when it decided.';
}

function ModeNotice({ mode }: Pick<CardData, 'mode'>): ReactNode {
  return mode === 'observe' || mode === 'suggest' ? <Alert title={modeWords(mode)} variant="tip" /> : null;
}

type Look = { readonly title: string; readonly variant: NonNullable<AlertProps['variant']> };

function StalenessNotice({
  flag,
  origin,
}: {
  readonly flag: CardStaleness;
  readonly origin: ShownCard['origin'];
}): ReactNode {
  const look = lookOf(flag.code, origin);
  return look === null ? null : (
    <Alert title={look.title} variant={look.variant}>
      <Text>{flag.code === 'withoutBackend' ? 'Its own record of it is gone.' : flag.text}</Text>
    </Alert>
  );
}

function lookOf(code: CardStaleness['code'], origin: ShownCard['origin']): Look | null {
  switch (code) {
    case 'olderPolicy':
      return { title: 'Decided by earlier rules', variant: 'info' };
    case 'scoresMoved':
      return { title: 'Scores have moved', variant: 'info' };
    case 'ownerDiffers':
      return { title: 'Somebody else owns it now', variant: 'warning' };
    case 'unreadable':
      return { title: 'The whole story cannot be read', variant: 'warning' };
    case 'withoutBackend':
      // Where the backend is away, that is said already.
      return origin === 'backend' ? { title: 'Only what stands on this record is known', variant: 'info' } : null;
    case 'notDecided':
      return null;
  }
}
