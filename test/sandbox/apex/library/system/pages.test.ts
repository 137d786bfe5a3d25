import { describe, expect, it } from '@jest/globals';
import { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { makeException } from '../../../../../sandbox/salesforce/apex/library/exception/exceptions.ts';
import { textOf } from '../../../../../sandbox/salesforce/apex/run/values.ts';
import { listOf, stringType, typeOf } from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { construct, method, run, setter } from './library-calls.ts';

const make = (name: string, key = '()', ...args: unknown[]) => construct(name, key)(typeOf(name), ...args) as object;

describe('the messages of a page', () => {
  it('are kept for the transaction', () => {
    const onPages = (signature: string) => method('System.ApexPages', signature);
    run(() => {
      const message = make('ApexPages.Message', '(ApexPages.Severity severity, String summary)', null, 'Saved');
      onPages('void addMessage(ApexPages.Message message)')(message);
      onPages('void addMessages(Exception ex)')(makeException('System.MathException', 'Divide by 0'));
      const messages = onPages('List<ApexPages.Message> getMessages()')() as ApexList;
      expect(messages.items.map((each) => method('ApexPages.Message', 'String getSummary()')(each))).toEqual([
        'Saved',
        'Divide by 0',
      ]);
      method('System.Test', 'void clearApexPageMessages()')();
      expect(onPages('Boolean hasMessages()')()).toBe(false);
    });
  });
});

describe('a reference to a page', () => {
  it('reads and writes the parameters of its address', () => {
    const page = make('System.PageReference', '(String partialURL)', '/apex/route?id=7#top');
    const parameters = method('System.PageReference', 'Map<String,String> getParameters()')(page) as {
      put(key: string, value: string): void;
    };
    parameters.put('next', 'a b');
    expect(method('System.PageReference', 'String getUrl()')(page)).toBe('/apex/route?id=7&next=a%20b#top');
  });
});

describe('an email', () => {
  it('holds what it was given', () => {
    const email = make('Messaging.SingleEmailMessage');
    const addresses = new ApexList(listOf(stringType), ['ada@example.com']);
    method('Messaging.SingleEmailMessage', 'void setToAddresses(List<String> value)')(email, addresses);
    expect(method('Messaging.SingleEmailMessage', 'List<String> getToAddresses()')(email)).toBe(addresses);
    expect(method('Messaging.Email', 'String getSubject()')(email)).toBeNull();
  });

  it('that came in has lists to be filled', () => {
    const email = make('Messaging.InboundEmail');
    setter('Messaging.InboundEmail', 'String subject')(email, 'Hello');
    expect(method('Messaging.InboundEmail', 'String subject')(email)).toBe('Hello');
    expect(textOf(method('Messaging.InboundEmail', 'List<String> toAddresses')(email))).toBe('()');
  });
});

describe('a version', () => {
  it('is compared number by number', () => {
    const version = (major: number, minor: number) =>
      make('System.Version', '(Integer major, Integer minor)', major, minor);
    const compare = method('System.Version', 'Integer compareTo(Version version)');
    expect(compare(version(1, 2), version(1, 10))).toBe(-1);
    expect(compare(version(2, 0), version(1, 10))).toBe(1);
    expect(textOf(version(1, 2))).toBe('1.2');
  });
});
