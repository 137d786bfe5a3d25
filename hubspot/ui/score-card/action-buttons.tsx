import { Button, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardData } from '../../handlers/card/card-data.ts';
import { useReading } from '../words/reading.tsx';
import { AskWords } from './ask-words.tsx';
import { decidedAlert } from './decided-alert.ts';
import type { MayAct } from './may-act.ts';
import type { Acting, CardActions } from './use-acting.ts';

type ActionButtonsProps = {
  readonly card: CardData;
  /** Null while that of a lead is looked for. */
  readonly contactId: string | null;
  readonly mayAct: MayAct;
  readonly acting: Acting;
  readonly actions: CardActions;
};

/** What can be done with a contact that was decided. */
export function ActionButtons({ card, contactId, mayAct, acting, actions }: ActionButtonsProps): ReactNode {
  const isDisabled = acting.busy !== null;
  if (mayAct.state === 'mayNot') {
    return <Text variant="microcopy">{mayAct.words}</Text>;
  }
  if (mayAct.state === 'unknown' || contactId === null) {
    return null;
  }
  return (
    <Flex gap="xs" wrap="wrap">
      <DecideButton contactId={contactId} acting={acting} label="Decide again" />
      {card.mode === 'live' ? (
        <HandBackButton contactId={contactId} acting={acting} actions={actions} isDisabled={isDisabled} />
      ) : null}
      <ReportButton about="score" contactId={contactId} acting={acting} actions={actions} isDisabled={isDisabled} />
      <ReportButton about="owner" contactId={contactId} acting={acting} actions={actions} isDisabled={isDisabled} />
    </Flex>
  );
}

type ButtonProps = Pick<ActionButtonsProps, 'acting' | 'actions'> & {
  readonly contactId: string;
  readonly isDisabled: boolean;
};

export function DecideButton({
  contactId,
  acting,
  label,
  isFirst = false,
}: Pick<ButtonProps, 'contactId' | 'acting'> & {
  readonly label: string;
  readonly isFirst?: boolean;
}): ReactNode {
  const words = useReading();
  const decide = () => void acting.act('decide', { contactId }, (content) => decidedAlert(content, words));
  return (
    <LoadingButton
      size={isFirst ? 'md' : 'sm'}
      variant={isFirst ? 'primary' : 'secondary'}
      loading={acting.busy === 'decide'}
      disabled={acting.busy !== null}
      onClick={decide}
    >
      {label}
    </LoadingButton>
  );
}

function HandBackButton({ contactId, acting, actions, isDisabled }: ButtonProps): ReactNode {
  const words = useReading();
  const id = 'signalbox-hand-back';
  const send = async (why: string) => {
    const isDone = await acting.act('handBack', { contactId, words: why }, (content) => decidedAlert(content, words));
    if (isDone) actions.closeOverlay(id);
  };
  return (
    <Button
      size="sm"
      disabled={isDisabled}
      overlay={
        <AskWords
          id={id}
          title="Hand back"
          before="The next one gets it. Your turn is given back, and you are not asked again for this contact."
          label="Why should it not be yours?"
          send="Hand back"
          isBusy={acting.busy === 'handBack'}
          onSend={(why) => void send(why)}
        />
      }
    >
      Hand back
    </Button>
  );
}

const reports = {
  score: {
    name: 'Wrong score',
    label: 'What is wrong with the score?',
  },
  owner: {
    name: 'Wrong owner',
    label: 'Who should have it, and why?',
  },
} as const;

function ReportButton({
  about,
  contactId,
  acting,
  actions,
  isDisabled,
}: ButtonProps & { readonly about: keyof typeof reports }): ReactNode {
  const { name, label } = reports[about];
  const id = `signalbox-wrong-${about}`;
  const send = async (words: string) => {
    const isDone = await acting.act('report', { contactId, about, words }, (content) => ({
      type: 'success',
      title: name,
      message: content.words,
    }));
    if (isDone) actions.closeOverlay(id);
  };
  return (
    <Button
      size="sm"
      disabled={isDisabled}
      overlay={
        <AskWords
          id={id}
          title={name}
          before="Nothing moves. Those who look after the rules read what you write."
          label={label}
          send="Send"
          isBusy={acting.busy === 'report'}
          onSend={(words) => void send(words)}
        />
      }
    >
      {name}
    </Button>
  );
}
