import { constantsOf } from '../../run/values-of-enums.ts';
import { listOf, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { unsupported, type BuiltinType, type Implementation, type Members } from '../define.ts';
import { ApexEmailResult, sendEmail, sendNotification } from './emails.ts';
import { systemEnums } from './enum-types.ts';
import { plainDataType, type PlainData } from './plain-data.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';

/** Setters `setSubject(String)` with the getters `getSubject()` that go with them. */
function accessors(signatures: readonly string[]): Members {
  return Object.fromEntries(
    signatures.flatMap((signature): [string, Implementation][] => {
      const space = signature.lastIndexOf(' ');
      const [type, name] = [signature.slice(0, space), signature.slice(space + 1)];
      return [
        [
          `void set${name}(${type} value)`,
          (data: PlainData, value: unknown) => {
            data.values.set(name, value);
          },
        ],
        [`${type} get${name}()`, (data: PlainData) => data.values.get(name) ?? null],
      ];
    }),
  );
}

const emailMembers = accessors([
  'Boolean BccSender',
  'String ReplyTo',
  'String SenderDisplayName',
  'Boolean SaveAsActivity',
  'Boolean UseSignature',
  'String Subject',
  'String EmailPriority',
]);

const singleMembers = accessors([
  'List<String> ToAddresses',
  'List<String> CcAddresses',
  'List<String> BccAddresses',
  'String Charset',
  'List<Id> DocumentAttachments',
  'List<String> EntityAttachments',
  'List<Messaging.EmailFileAttachment> FileAttachments',
  'String HtmlBody',
  'String InReplyTo',
  'String OptOutPolicy',
  'Id OrgWideEmailAddressId',
  'String PlainTextBody',
  'String References',
  'Id TargetObjectId',
  'Id TemplateId',
  'Boolean TreatBodiesAsTemplate',
  'Boolean TreatTargetObjectAsRecipient',
  'Id WhatId',
]);

/** A Messaging.SendEmailError. */
class ApexEmailError extends PlatformObject {
  readonly failure: NonNullable<ApexEmailResult['failure']>;

  static {
    setTypeOf(this, 'Messaging.SendEmailError');
  }

  constructor(failure: NonNullable<ApexEmailResult['failure']>) {
    super();
    this.failure = failure;
  }
}

const statusCodes = systemEnums.find((each) => each.name === 'System.StatusCode')?.values ?? [];

const newTexts = (): ApexList => new ApexList(listOf(stringType));

/** Emails and notifications: the org keeps what is sent. */
export const messagingTypes: readonly BuiltinType[] = [
  {
    name: 'System.Messaging',
    kind: 'class',
    statics: {
      'List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': sendEmail,
      'List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': sendEmail,
      'List<Messaging.SendEmailResult> sendEmailMessage(List<Id> emailMessageIds)': unsupported,
      'List<Messaging.SendEmailResult> sendEmailMessage(List<Id> emailMessageIds, Boolean allOrNothing)': unsupported,
      'void reserveSingleEmailCapacity(Integer amountReserved)': unsupported,
      'void reserveMassEmailCapacity(Integer amountReserved)': unsupported,
      'Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)':
        unsupported,
      'List<Messaging.RenderEmailTemplateBodyResult> renderEmailTemplate(String whoId, String whatId, List<String> bodies)':
        unsupported,
    },
  },
  { name: 'Messaging.Email', kind: 'class', methods: emailMembers },
  {
    ...plainDataType('Messaging.SingleEmailMessage', []),
    extends: 'Messaging.Email',
    methods: singleMembers,
  },
  {
    ...plainDataType('Messaging.MassEmailMessage', []),
    extends: 'Messaging.Email',
    methods: accessors(['String Description', 'List<Id> TargetObjectIds', 'Id TemplateId', 'List<Id> WhatIds']),
  },
  {
    ...plainDataType('Messaging.EmailFileAttachment', []),
    methods: accessors(['Blob Body', 'String ContentType', 'String FileName', 'Boolean Inline']),
  },
  plainDataType(
    'Messaging.InboundEmail',
    [
      'List<Messaging.InboundEmail.BinaryAttachment> binaryAttachments',
      'List<String> ccAddresses',
      'String fromAddress',
      'String fromName',
      'List<Messaging.InboundEmail.Header> headers',
      'String htmlBody',
      'Boolean htmlBodyIsTruncated',
      'String inReplyTo',
      'String messageId',
      'String plainTextBody',
      'Boolean plainTextBodyIsTruncated',
      'List<String> references',
      'String replyTo',
      'String subject',
      'List<Messaging.InboundEmail.TextAttachment> textAttachments',
      'List<String> toAddresses',
    ],
    { ccAddresses: newTexts, references: newTexts, toAddresses: newTexts },
  ),
  plainDataType('Messaging.InboundEmail.BinaryAttachment', [
    'Blob body',
    'String fileName',
    'String mimeTypeSubType',
    'List<Messaging.InboundEmail.Header> headers',
  ]),
  plainDataType('Messaging.InboundEmail.TextAttachment', [
    'String body',
    'Boolean bodyIsTruncated',
    'String charset',
    'String fileName',
    'String mimeTypeSubType',
    'List<Messaging.InboundEmail.Header> headers',
  ]),
  plainDataType('Messaging.InboundEmail.Header', ['String name', 'String value']),
  plainDataType('Messaging.InboundEmailResult', ['String message', 'Boolean success']),
  plainDataType('Messaging.InboundEnvelope', ['String fromAddress', 'String toAddress']),
  {
    name: 'Messaging.SendEmailResult',
    kind: 'class',
    valueClass: ApexEmailResult,
    methods: {
      'List<Messaging.SendEmailError> getErrors()': ({ failure }: ApexEmailResult) =>
        new ApexList(listOf(typeOf('Messaging.SendEmailError')), failure === null ? [] : [new ApexEmailError(failure)]),
      'Boolean isSuccess()': ({ failure }: ApexEmailResult) => failure === null,
    },
  },
  {
    name: 'Messaging.SendEmailError',
    kind: 'class',
    valueClass: ApexEmailError,
    methods: {
      'List<String> getFields()': ({ failure }: ApexEmailError) =>
        new ApexList(listOf(stringType), [...failure.fields]),
      'String getMessage()': ({ failure }: ApexEmailError) => failure.message,
      'System.StatusCode getStatusCode()': ({ failure }: ApexEmailError) =>
        constantsOf(typeOf('System.StatusCode'), statusCodes).find((each) => each.name === failure.status) ?? null,
      'String getTargetObjectId()': unsupported,
    },
  },
  {
    ...plainDataType('Messaging.CustomNotification', []),
    methods: {
      ...accessors([
        'String Title',
        'String Body',
        'String NotificationTypeId',
        'String SenderId',
        'String TargetId',
        'String TargetPageRef',
      ]),
      'void send(Set<String> recipients)': sendNotification,
    },
  },
];
