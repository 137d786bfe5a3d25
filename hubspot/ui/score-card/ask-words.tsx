import { Button, Flex, Form, Modal, ModalBody, Text, TextArea } from '@hubspot/ui-extensions';
import { useRef, useState, type ReactNode } from 'react';

/** As many as a backend takes. */
const mostCharacters = 2_000;

type AskWordsProps = {
  readonly id: string;
  readonly title: string;
  /** What happens when it is sent. */
  readonly before: string;
  readonly label: string;
  readonly send: string;
  readonly isBusy: boolean;
  readonly onSend: (words: string) => void;
};

/** Asks for some words before something is done with them. */
export function AskWords({ id, title, before, label, send, isBusy, onSend }: AskWordsProps): ReactNode {
  const typed = useRef('');
  const [isMissing, setMissing] = useState(false);
  const keep = (words: string) => {
    typed.current = words;
    if (words.trim() !== '') setMissing(false);
  };
  const submit = () => {
    const words = typed.current.trim().slice(0, mostCharacters);
    setMissing(words === '');
    if (words !== '') onSend(words);
  };
  return (
    <Modal id={id} title={title} aria-label={title} width="md">
      <ModalBody>
        <Form onSubmit={submit}>
          <Flex direction="column" gap="sm">
            <Text>{before}</Text>
            <TextArea
              name="words"
              label={label}
              required
              rows={4}
              resize="vertical"
              maxLength={mostCharacters}
              onInput={keep}
              onChange={keep}
              error={isMissing}
              {...(isMissing ? { validationMessage: 'A word or two, so that others understand it.' } : {})}
            />
            <Flex>
              <Button type="submit" variant="primary" disabled={isBusy}>
                {isBusy ? 'Sending…' : send}
              </Button>
            </Flex>
          </Flex>
        </Form>
      </ModalBody>
    </Modal>
  );
}
