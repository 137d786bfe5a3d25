import { useId, type ReactNode } from 'react';
import { Hint } from './bubble.tsx';
import { classes } from './sizes.ts';

/** The words around an input that all inputs share. */
export type FieldWords = {
  label?: string | undefined;
  description?: string | undefined;
  tooltip?: string | undefined;
  required?: boolean | undefined;
  error?: boolean | undefined;
  validationMessage?: string | undefined;
};

/** Attributes that tie an input to the words around it. */
export type FieldTies = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

/** The ids of a field's words, and the attributes of its input. */
export function useFieldTies(words: FieldWords): { ties: FieldTies; descriptionId: string; messageId: string } {
  const id = useId();
  const descriptionId = `${id}-description`;
  const messageId = `${id}-message`;
  const described = [
    isSaid(words.description) ? descriptionId : null,
    isSaid(words.validationMessage) ? messageId : null,
  ].filter((each) => each !== null);
  return {
    descriptionId,
    messageId,
    ties: {
      id,
      'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      'aria-invalid': words.error === true ? true : undefined,
      'aria-required': words.required === true ? true : undefined,
    },
  };
}

/** An input with its label above, its description below that, and what is wrong with it below. */
export function Field({ words, input }: { words: FieldWords; input: (ties: FieldTies) => ReactNode }): ReactNode {
  const { ties, descriptionId, messageId } = useFieldTies(words);
  return (
    <div className="uih-field">
      {isSaid(words.label) ? (
        <div className="uih-label-row">
          <label className="uih-label" htmlFor={ties.id}>
            {words.label}
            <Mark required={words.required} />
          </label>
          {isSaid(words.tooltip) ? <Hint about={words.label}>{words.tooltip}</Hint> : null}
        </div>
      ) : null}
      <Description id={descriptionId} words={words.description} />
      {input(ties)}
      <Message id={messageId} words={words.validationMessage} isError={words.error === true} />
    </div>
  );
}

export function Mark({ required }: { required: boolean | undefined }): ReactNode {
  return required === true ? (
    <span className="uih-required" aria-hidden="true">
      {' *'}
    </span>
  ) : null;
}

export function Description({ id, words }: { id: string; words: string | undefined }): ReactNode {
  return isSaid(words) ? (
    <p id={id} className="uih-description">
      {words}
    </p>
  ) : null;
}

export function Message({
  id,
  words,
  isError,
}: {
  id: string;
  words: string | undefined;
  isError: boolean;
}): ReactNode {
  return (
    <div className="uih-message-room" aria-live="polite">
      {isSaid(words) ? (
        <p id={id} className={classes('uih-message', isError ? 'uih-message-error' : 'uih-message-success')}>
          {words}
        </p>
      ) : null}
    </div>
  );
}

export function isSaid(words: string | undefined | null): words is string {
  return typeof words === 'string' && words !== '';
}
