import { useRef, type FormEvent, type ReactNode } from 'react';
import type { FormProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { FormContext, type FormFields } from '../../parts/form-context.ts';

/** A form: sent by its submit button or Enter, told to the extension with the values of its named inputs. */
export function Form({ onSubmit, autoComplete = 'on', children }: FormProps): ReactNode {
  const fields = useRef<FormFields>(new Map());
  const reactions = useReactions();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const told = { ...toldEvent(event), targetValue: valuesOf(fields.current) };
    void (async () => {
      // What was typed last is committed first, as if its field had been left.
      for (const { field } of [...fields.current.values()]) await field.commit();
      await tellExtension(onSubmit, told, reactions);
    })();
  };
  return (
    <form
      className="uih-form"
      noValidate
      autoComplete={autoComplete}
      onSubmit={submit}
      onReset={(event) => {
        event.preventDefault();
        for (const { field } of fields.current.values()) field.reset();
      }}
    >
      <FormContext.Provider value={fields.current}>{children}</FormContext.Provider>
    </form>
  );
}

function valuesOf(fields: FormFields): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, field } of fields.values()) {
    const value = field.read();
    if (value !== undefined) values[name] = value;
  }
  return values;
}
