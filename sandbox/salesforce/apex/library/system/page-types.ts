import type { ApexEnum } from '../../run/apex-enum.ts';
import { madeText } from '../../run/meter.ts';
import { listOf, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { textOf } from '../../run/values.ts';
import { constantsOf } from '../../run/values-of-enums.ts';
import type { ApexException } from '../../run/apex-object.ts';
import { unsupported, type BuiltinType } from '../define.ts';
import { messageOf } from '../exception/exceptions.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexSObject } from '../record/apex-sobject.ts';
import { systemEnums } from './enum-types.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';
import { transactionState } from './transaction-state.ts';

class PageMessage extends PlatformObject {
  readonly severity: ApexEnum | null;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly component: string | null;

  static {
    setTypeOf(this, 'ApexPages.Message');
  }

  constructor(severity: ApexEnum | null, summary: string | null, detail: string | null, component: string | null) {
    super();
    this.severity = severity;
    this.summary = summary;
    this.detail = detail;
    this.component = component;
  }
}

class ApexPageReference extends PlatformObject {
  readonly path: string;
  readonly parameters = new ApexMap(typeOf('System.Map', [stringType, stringType]));
  readonly headers = new ApexMap(typeOf('System.Map', [stringType, stringType]));
  anchor: string;
  isRedirect = false;

  static {
    setTypeOf(this, 'System.PageReference');
  }

  constructor(url: string) {
    super();
    const [beforeAnchor = '', anchor = ''] = url.split('#');
    const [path = '', search = ''] = beforeAnchor.split('?');
    this.path = path;
    this.anchor = anchor;
    for (const [name, value] of new URLSearchParams(search)) {
      this.parameters.put(name, value);
    }
  }

  url(): string {
    const search = this.parameters
      .pairs()
      .map(([name, value]) => `${encodeURIComponent(textOf(name))}=${encodeURIComponent(textOf(value ?? ''))}`)
      .join('&');
    return `${this.path}${search === '' ? '' : `?${search}`}${this.anchor === '' ? '' : `#${this.anchor}`}`;
  }

  tostring$(): string {
    return `System.PageReference[${this.url()}]`;
  }
}

class StandardController extends PlatformObject {
  readonly record: ApexSObject;

  static {
    setTypeOf(this, 'ApexPages.StandardController');
  }

  constructor(record: ApexSObject) {
    super();
    this.record = record;
  }
}

const severities = systemEnums.find((each) => each.name === 'ApexPages.Severity')?.values ?? [];

function hasSeverity(severity: ApexEnum | null): boolean {
  return transactionState().pageMessages.some((each) => (each as PageMessage).severity === severity);
}

function addMessages(exception: ApexException | null): void {
  const error = constantsOf(typeOf('ApexPages.Severity'), severities).find((each) => each.name === 'ERROR') ?? null;
  const text = messageOf(exception ?? raiseNullArgument());
  transactionState().pageMessages.push(new PageMessage(error, text, text, null));
}

/** As far as controllers need it without a page: messages, references to pages, the record of a standard controller. */
export const pageTypes: readonly BuiltinType[] = [
  {
    name: 'System.ApexPages',
    kind: 'class',
    statics: {
      'void addMessage(ApexPages.Message message)': (message: PageMessage | null) => {
        transactionState().pageMessages.push(message ?? raiseNullArgument());
      },
      'void addMessages(Exception ex)': addMessages,
      'PageReference currentPage()': unsupported,
      'List<ApexPages.Message> getMessages()': () =>
        new ApexList(listOf(typeOf('ApexPages.Message')), [...transactionState().pageMessages]),
      'Boolean hasMessages()': () => transactionState().pageMessages.length > 0,
      'Boolean hasMessages(ApexPages.Severity severity)': hasSeverity,
    },
  },
  {
    name: 'ApexPages.Message',
    kind: 'class',
    valueClass: PageMessage,
    constructors: {
      '(ApexPages.Severity severity, String summary)': (_type, severity: ApexEnum | null, summary: string | null) =>
        new PageMessage(severity, summary, summary, null),
      '(ApexPages.Severity severity, String summary, String detail)': (
        _type,
        severity: ApexEnum | null,
        summary: string | null,
        detail: string | null,
      ) => new PageMessage(severity, summary, detail, null),
      '(ApexPages.Severity severity, String summary, String detail, String id)': (
        _type,
        severity: ApexEnum | null,
        summary: string | null,
        detail: string | null,
        id: string | null,
      ) => new PageMessage(severity, summary, detail, id),
    },
    methods: {
      'String getComponentLabel()': (message: PageMessage) => message.component,
      'String getDetail()': (message: PageMessage) => message.detail,
      'ApexPages.Severity getSeverity()': (message: PageMessage) => message.severity,
      'String getSummary()': (message: PageMessage) => message.summary,
    },
  },
  {
    name: 'ApexPages.StandardController',
    kind: 'class',
    valueClass: StandardController,
    constructors: {
      '(SObject controllerSObject)': (_type, record: ApexSObject | null) =>
        new StandardController(record ?? raiseNullArgument()),
    },
    methods: {
      'void addFields(List<String> fieldNames)': unsupported,
      'PageReference cancel()': unsupported,
      'PageReference delete()': unsupported,
      'PageReference edit()': unsupported,
      'String getId()': ({ record }: StandardController) => {
        const id = record.fields.get('id') ?? null;
        return id === null ? null : textOf(id);
      },
      'SObject getRecord()': ({ record }: StandardController) => record,
      'void reset()': unsupported,
      'PageReference save()': unsupported,
      'PageReference view()': unsupported,
    },
  },
  {
    name: 'System.PageReference',
    kind: 'class',
    valueClass: ApexPageReference,
    constructors: {
      '(String partialURL)': (_type, url: string | null) => new ApexPageReference(url ?? raiseNullArgument()),
      '(SObject record)': unsupported,
    },
    methods: {
      'String getAnchor()': (page: ApexPageReference) => page.anchor,
      'Blob getContent()': unsupported,
      'Blob getContentAsPDF()': unsupported,
      'Map<String,Cookie> getCookies()': unsupported,
      'Map<String,String> getHeaders()': (page: ApexPageReference) => page.headers,
      'Map<String,String> getParameters()': (page: ApexPageReference) => page.parameters,
      'Boolean getRedirect()': (page: ApexPageReference) => page.isRedirect,
      'Integer getRedirectCode()': unsupported,
      'String getUrl()': (page: ApexPageReference) => madeText(page.url()),
      'PageReference setAnchor(String anchor)': (page: ApexPageReference, anchor: string | null) => {
        page.anchor = anchor ?? '';
        return page;
      },
      'void setCookies(List<Cookie> cookies)': unsupported,
      'PageReference setRedirect(Boolean redirect)': (page: ApexPageReference, redirect: boolean | null) => {
        page.isRedirect = redirect ?? raiseNullArgument();
        return page;
      },
      'PageReference setRedirectCode(Integer redirectCode)': unsupported,
    },
  },
];
