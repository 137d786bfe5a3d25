import { createContext, useContext, useEffect, useRef } from 'react';

/** A named input of a form. */
export type FormField = {
  /** Its value, or undefined where the form does not send it. */
  read(): unknown;
  /** Tells the extension of a value it has not heard of yet. */
  commit(): Promise<void>;
  reset(): void;
};

export type FormFields = Map<symbol, { name: string; field: FormField }>;

export const FormContext = createContext<FormFields | null>(null);

/** Makes an input part of the form around it. */
export function useFormField(name: string | undefined, field: FormField): void {
  const fields = useContext(FormContext);
  const latest = useRef(field);
  useEffect(() => {
    latest.current = field;
  });
  useEffect(() => {
    if (fields === null || name === undefined || name === '') return;
    const key = Symbol(name);
    fields.set(key, {
      name,
      field: {
        read: () => latest.current.read(),
        commit: () => latest.current.commit(),
        reset: () => latest.current.reset(),
      },
    });
    return () => void fields.delete(key);
  }, [fields, name]);
}
