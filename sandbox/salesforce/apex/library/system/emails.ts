import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import { listOf, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import type { ApexSet } from '../collection/apex-set.ts';
import { makeException, type Failure } from '../exception/exceptions.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexId } from '../text/apex-id.ts';
import { ApexBlob } from '../text/apex-blob.ts';
import { useLimit } from './limits.ts';
import { PlainData } from './plain-data.ts';
import { PlatformObject } from './platform-object.ts';

/** An email that Apex sent, as it left it. */
export interface SentEmail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: string | null;
  readonly senderName: string | null;
  readonly orgWideAddressId: string | null;
  readonly subject: string | null;
  readonly plainText: string | null;
  readonly html: string | null;
  /** The lead, contact or user that it is for, and the record that it is about. */
  readonly targetId: string | null;
  readonly whatId: string | null;
  readonly savesActivity: boolean;
  readonly attachments: readonly { readonly name: string; readonly body: Uint8Array }[];
}

/** A notification that Apex sent to people's bells. */
export interface SentNotification {
  readonly typeId: string;
  readonly title: string;
  readonly body: string;
  readonly targetId: string | null;
  readonly pageReference: string | null;
  readonly recipientIds: readonly string[];
}

/** Who takes what Apex sends to people: an org that keeps it. Both vanish with their transaction. */
export interface Messages {
  sendEmail(email: SentEmail): void;
  notify(notification: SentNotification): void;
}

function orgMessages(construct: string): Messages {
  const { messages } = execution().org;
  if (messages === undefined) {
    throw new Unsupported(construct, 'an org without data');
  }
  return messages;
}

/** A Messaging.SendEmailResult. */
export class ApexEmailResult extends PlatformObject {
  override readonly $type = typeOf('Messaging.SendEmailResult');
  readonly failure: Omit<Failure, 'index'> | null;

  constructor(failure: Omit<Failure, 'index'> | null) {
    super();
    this.failure = failure;
  }
}

/** Messaging.sendEmail: one invocation, however many emails it has. */
export function sendEmail(emails: ApexList | null, allOrNothing: boolean | null = true): ApexList {
  const messages = orgMessages('Messaging.sendEmail');
  useLimit('EmailInvocations');
  const given = (emails ?? raiseNullArgument()).items.map((each) => asEmail(each));
  const failures = given.map(problemOf);
  const first = failures.findIndex((each) => each !== null);
  if (first >= 0 && allOrNothing === true) {
    refuse(failures, first);
  }
  const results = given.map((each, index) => {
    const failure = failures[index] ?? null;
    if (failure === null) {
      messages.sendEmail(readEmail(each));
    }
    return new ApexEmailResult(failure);
  });
  return new ApexList(listOf(typeOf('Messaging.SendEmailResult')), results);
}

function asEmail(value: unknown): PlainData {
  if (!(value instanceof PlainData)) {
    return raiseNullArgument();
  }
  if (value.$type.name !== 'Messaging.SingleEmailMessage') {
    throw new Unsupported(`Messaging.sendEmail of a ${value.$type.name}`, 'the library');
  }
  for (const name of ['TemplateId', 'DocumentAttachments', 'EntityAttachments', 'OptOutPolicy']) {
    if ((value.values.get(name) ?? null) !== null) {
      throw new Unsupported(`Messaging.SingleEmailMessage.set${name}`, 'the library');
    }
  }
  return value;
}

function refuse(failures: readonly (Omit<Failure, 'index'> | null)[], first: number): never {
  const all = failures.flatMap((each, index) => (each === null ? [] : [{ ...each, index }]));
  const { status, message, fields } = all[0] ?? { status: '', message: '', fields: [] };
  const exception = makeException(
    'System.EmailException',
    `SendEmail failed. First exception on row ${String(first)}; first error: ${status}, ${message}: [${fields.join(', ')}]`,
  );
  exception.failures = all;
  // An exception of Apex is no Error of JavaScript: Apex code sees the object itself.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw exception;
}

const mostRecipients = { ToAddresses: 100, CcAddresses: 25, BccAddresses: 25 } as const;

/** Why the platform would not send an email; null where it would. */
function problemOf(email: PlainData): Omit<Failure, 'index'> | null {
  const problem = (status: string, message: string, fields: readonly string[] = []) => ({
    id: null,
    status,
    message,
    fields,
  });
  const target = idOf(email, 'TargetObjectId');
  if (textOf(email, 'PlainTextBody') === null && textOf(email, 'HtmlBody') === null) {
    return problem('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html, plainText');
  }
  const lists = Object.keys(mostRecipients).map((name) => [name, textsOf(email, name)] as const);
  if (target === null && lists.every(([, addresses]) => addresses.length === 0)) {
    return problem('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  }
  for (const [name, addresses] of lists) {
    if (addresses.length > mostRecipients[name as keyof typeof mostRecipients]) {
      return problem('LIMIT_EXCEEDED', `Too many recipients: ${String(addresses.length)}`, [name]);
    }
    const bad = addresses.find((each) => !/^[^\s@]+@[^\s@]+$/.test(each) && !/^005\w{12}(?:\w{3})?$/.test(each));
    if (bad !== undefined) {
      return problem('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${bad}`, [name, bad]);
    }
  }
  if (target !== null && !/^(?:003|005|00Q)/.test(target)) {
    return problem('INVALID_ID_FIELD', 'Only User, Contact, Lead, or Person objects are allowed for targetObjectId', [
      'targetObjectId',
      target,
    ]);
  }
  return target?.startsWith('005') === true && savesActivity(email)
    ? problem('INVALID_SAVE_AS_ACTIVITY_FLAG', 'saveAsActivity must be false when sending mail to users.', [
        'saveAsActivity',
        'true',
      ])
    : null;
}

function savesActivity(email: PlainData): boolean {
  return email.values.get('SaveAsActivity') !== false;
}

function readEmail(email: PlainData): SentEmail {
  return {
    to: textsOf(email, 'ToAddresses'),
    cc: textsOf(email, 'CcAddresses'),
    bcc: textsOf(email, 'BccAddresses'),
    replyTo: textOf(email, 'ReplyTo'),
    senderName: textOf(email, 'SenderDisplayName'),
    orgWideAddressId: idOf(email, 'OrgWideEmailAddressId'),
    subject: textOf(email, 'Subject'),
    plainText: textOf(email, 'PlainTextBody'),
    html: textOf(email, 'HtmlBody'),
    targetId: idOf(email, 'TargetObjectId'),
    whatId: idOf(email, 'WhatId'),
    savesActivity: savesActivity(email),
    attachments: itemsOf(email, 'FileAttachments').map((each) => {
      const { values } = each as PlainData;
      const body = values.get('Body');
      return { name: String(values.get('FileName')), body: body instanceof ApexBlob ? body.bytes : new Uint8Array() };
    }),
  };
}

function textOf({ values }: PlainData, name: string): string | null {
  const value = values.get(name);
  return typeof value === 'string' ? value : null;
}

function idOf({ values }: PlainData, name: string): string | null {
  const value = values.get(name);
  return value instanceof ApexId ? value.value : typeof value === 'string' ? value : null;
}

function itemsOf({ values }: PlainData, name: string): readonly unknown[] {
  const value = values.get(name);
  return value instanceof ApexList ? value.items : [];
}

function textsOf(email: PlainData, name: string): string[] {
  return itemsOf(email, name).map(String);
}

/** Messaging.CustomNotification.send: to users, queues, groups and others by their ids. */
export function sendNotification(notification: PlainData, recipients: ApexSet | null): void {
  const recipientIds = (recipients ?? raiseNullArgument()).items().map(String);
  const title = textOf(notification, 'Title');
  const body = textOf(notification, 'Body');
  const typeId = idOf(notification, 'NotificationTypeId');
  const targetId = idOf(notification, 'TargetId');
  const pageReference = textOf(notification, 'TargetPageRef');
  if (typeId === null || title === null || body === null || (targetId === null && pageReference === null)) {
    raise(
      'System.HandledException',
      'A custom notification needs a type, a title, a body, and a target record or page to be sent.',
    );
  }
  if (recipientIds.length === 0 || recipientIds.length > 500) {
    raise('System.HandledException', `A custom notification has 1 to 500 recipients, not ${recipientIds.length}.`);
  }
  orgMessages('Messaging.CustomNotification.send').notify({
    typeId,
    title,
    body,
    targetId,
    pageReference,
    recipientIds,
  });
}
