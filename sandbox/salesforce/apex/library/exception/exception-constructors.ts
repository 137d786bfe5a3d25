import { ApexException } from '../../run/apex-object.ts';
import type { ApexType } from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import { makeException } from './exceptions.ts';

type Constructors = NonNullable<BuiltinType['constructors']>;

/** As on the platform, its message is for components; Apex reads what setMessage was given. */
function makeHandled(name: string, message: string | null, cause: ApexException | null): ApexException {
  const made = makeException(name, null, cause);
  made.messageForComponents = message;
  return made;
}

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
          name === 'System.AuraHandledException'
            ? makeHandled(name, message, cause)
            : makeException(name, message, cause);
  return {
    '()': () => make(null, null),
    '(String message)': (_type: ApexType, message: string | null) => make(message, null),
    '(Exception cause)': (_type: ApexType, cause: ApexException | null) => make(null, cause),
    '(String message, Exception cause)': (_type: ApexType, message: string | null, cause: ApexException | null) =>
      make(message, cause),
  };
}
