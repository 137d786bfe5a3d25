import { describe, expect, it } from '@jest/globals';
import { typeOf } from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import {
  exceptionClass,
  isCatchable,
  makeException,
} from '../../../../../sandbox/salesforce/apex/library/exception/exceptions.ts';
import { exceptionTypes } from '../../../../../sandbox/salesforce/apex/library/exception/types.ts';
import { ApexException } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { textOf } from '../../../../../sandbox/salesforce/apex/run/values.ts';
import { construct, method, run, thrownBy } from '../system/library-calls.ts';

const onException = (signature: string) => method('System.Exception', signature);
const mathType = typeOf('System.MathException');

describe('an exception of the platform', () => {
  it('knows its name, its message and its cause', () => {
    const cause = makeException('System.NullPointerException', 'Attempt to de-reference a null object');
    const made = construct('System.MathException', '(String message, Exception cause)')(mathType, 'Divide by 0', cause);
    expect(onException('String getTypeName()')(made)).toBe('System.MathException');
    expect(onException('String getMessage()')(made)).toBe('Divide by 0');
    expect(onException('Exception getCause()')(made)).toBe(cause);
    expect(textOf(made)).toBe('System.MathException: Divide by 0');
    expect(made).toBeInstanceOf(exceptionClass('System.MathException'));
    expect(made).toBeInstanceOf(ApexException);
  });

  it('has the platform’s words where no message was given', () => {
    const made = construct('System.MathException', '()')(mathType);
    expect(onException('String getMessage()')(made)).toBe('Script-thrown exception');
    onException('void setMessage(String message)')(made, 'Own words');
    expect(onException('String getMessage()')(made)).toBe('Own words');
  });

  it('for Lightning components hides the message of its constructor', () => {
    const type = typeOf('System.AuraHandledException');
    const made = construct('System.AuraHandledException', '(String message)')(type, 'Only for the component');
    expect(onException('String getMessage()')(made)).toBe('Script-thrown exception');
  });

  it('takes a cause once', () => {
    const made = makeException('System.MathException', 'outer');
    const cause = makeException('System.MathException', 'inner');
    onException('void initCause(Exception cause)')(made, cause);
    expect(onException('Exception getCause()')(made)).toBe(cause);
    expect(thrownBy(() => onException('void initCause(Exception cause)')(made, cause))).toContain('already set');
  });

  it('tells of each row that DML did not accept', () => {
    const made = makeException('System.DmlException', 'Insert failed');
    made.failures = [{ index: 3, id: null, status: 'DUPLICATE_VALUE', message: 'taken', fields: ['Email'] }];
    expect(onException('Integer getNumDml()')(made)).toBe(1);
    expect(onException('Integer getDmlIndex(Integer index)')(made, 0)).toBe(3);
    expect(onException('String getDmlStatusCode(Integer index)')(made, 0)).toBe('DUPLICATE_VALUE');
    expect(run(() => textOf(onException('List<String> getDmlFieldNames(Integer index)')(made, 0)))).toBe('(Email)');
    expect(thrownBy(() => onException('String getDmlMessage(Integer index)')(made, 1))).toContain('IllegalArgument');
  });

  it('cannot be caught when an assertion failed or a limit was exceeded', () => {
    const catchable = exceptionTypes.filter((each) => !isCatchable(exceptionOf(each.name))).map((each) => each.name);
    expect(catchable).toEqual(['System.AssertException', 'System.LimitException']);
  });

  it('is made by its canonical name in any case only', () => {
    expect(makeException('system.mathexception', 'x').$type).toBe(mathType);
    expect(() => makeException('System.NoSuchThing', 'x')).toThrow('The platform has no exception named');
  });
});

function exceptionOf(name: string): ApexException {
  return name === 'System.Exception' ? new ApexException() : makeException(name, 'x');
}

describe('a stack trace', () => {
  const stack = [
    'Error',
    '    at raise (file:///somewhere/library/raise.ts:6:9)',
    '    at new Ledger$Refused (apex:Ledger:40:813)',
    '    at divide$$Ledger$Entry$$4 (apex:Ledger:12:9)',
    '    at Ledger.new$$Ledger$$1 (apex:Ledger:3:3)',
    '    at Object.execute$$AnonymousBlock$$1 [as run] (apex:AnonymousBlock:5:1)',
    '    at Module._compile (node:internal/modules/cjs/loader:1:1)',
  ].join('\n');

  it('has the frames of Apex with the names of their source', () => {
    const made = makeException('System.MathException', 'Divide by 0');
    made.$stack = stack;
    expect(onException('String getStackTraceString()')(made)).toBe(
      [
        'Class.Ledger.Entry.divide: line 12, column 1',
        'Class.Ledger.<init>: line 3, column 1',
        'AnonymousBlock: line 5, column 1',
      ].join('\n'),
    );
    expect(onException('Integer getLineNumber()')(made)).toBe(12);
  });

  it('goes on with that of the cause, and tells no exception twice', () => {
    const cause = makeException('System.CalloutException', 'Read timed out');
    cause.$stack = '    at send$$Ledger$$2 (apex:Ledger:7:1)';
    const made = makeException('System.MathException', null, cause);
    made.$stack = '    at divide$$Ledger$$3 (apex:Ledger:9:1)';
    cause.$cause = made;
    expect(onException('String getStackTraceString()')(made)).toBe(
      [
        'Class.Ledger.divide: line 9, column 1',
        'Caused by',
        'System.CalloutException: Read timed out',
        '',
        'Class.Ledger.send: line 7, column 1',
      ].join('\n'),
    );
  });

  it('is empty where no Apex is on the stack', () => {
    const made = makeException('System.MathException', 'x');
    made.$stack = 'Error\n    at raise (file:///somewhere/library/raise.ts:6:9)';
    expect(onException('String getStackTraceString()')(made)).toBe('');
    expect(onException('Integer getLineNumber()')(made)).toBe(0);
  });
});
