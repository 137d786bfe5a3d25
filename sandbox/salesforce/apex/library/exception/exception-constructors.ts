import { ApexException } from '../../run/apex-object.ts';
import type { ApexType } from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import { makeException } from './exceptions.ts';

type Constructors = NonNullable<BuiltinType['constructors']>;

/**
 * The four constructors that every exception has, those of source included: constructorsOf('System.MathException') has
 * '()', '(String message)', '(Exception cause)' and '(String message, Exception cause)'.
 */
export function constructorsOf(name: string): Constructors {
  // The base is abstract for source, but what source derives from it is made through these.
  const make =
    name === 'System.Exception'
      ? (message: string | null, cause: ApexException | null): ApexException => {
          const made = new ApexException();
          made.$message = message;
          made.$cause = cause;
          return made;
        }
      : (message: string | null, cause: ApexException | null): ApexException =>
          // As documented, what reaches Lightning components is only what setMessage was given.
          makeException(name, name === 'System.AuraHandledException' ? null : message, cause);
  return {
    '()': () => make(null, null),
    '(String message)': (_type: ApexType, message: string | null) => make(message, null),
    '(Exception cause)': (_type: ApexType, cause: ApexException | null) => make(null, cause),
    '(String message, Exception cause)': (_type: ApexType, message: string | null, cause: ApexException | null) =>
      make(message, cause),
  };
}
