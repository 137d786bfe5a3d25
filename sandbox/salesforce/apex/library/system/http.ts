import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import { chargeCharacters, madeObject, madeText } from '../../run/meter.ts';
import { listOf, stringType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { mangle, unsupported, type BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexBlob } from '../text/apex-blob.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';
import { transactionState } from './transaction-state.ts';

/** What requests and responses share: a body, and headers that are found by a name in any case. */
class HttpContent extends PlatformObject {
  body: Uint8Array = new Uint8Array();
  readonly headers = new Map<string, { readonly name: string; readonly value: string | null }>();

  constructor() {
    super();
    madeObject(6);
  }
}

export class ApexHttpRequest extends HttpContent {
  endpoint: string | null = null;
  method: string | null = null;
  isCompressed = false;
  timeout: number | null = null;
  certificate: string | null = null;

  static {
    setTypeOf(this, 'System.HttpRequest');
  }

  tostring$(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? 'null'}, Method=${this.method ?? 'null'}]`;
  }
}

export class ApexHttpResponse extends HttpContent {
  status: string | null = null;
  statusCode = 0;

  static {
    setTypeOf(this, 'System.HttpResponse');
  }

  tostring$(): string {
    return `System.HttpResponse[Status=${this.status ?? 'null'}, StatusCode=${this.statusCode}]`;
  }
}

class ApexHttp extends PlatformObject {
  static {
    setTypeOf(this, 'System.Http');
  }
}

const bodyMembers = {
  'String getBody()': (content: HttpContent) => {
    chargeCharacters(content.body.length);
    return madeText(new TextDecoder().decode(content.body));
  },
  'Blob getBodyAsBlob()': (content: HttpContent) => new ApexBlob(content.body),
  'Dom.Document getBodyDocument()': unsupported,
  'void setBody(String body)': (content: HttpContent, body: string | null) => {
    content.body = new TextEncoder().encode(body ?? raiseNullArgument());
  },
  'void setBodyAsBlob(Blob body)': (content: HttpContent, body: ApexBlob | null) => {
    content.body = (body ?? raiseNullArgument()).bytes;
  },
  'String getHeader(String key)': (content: HttpContent, key: string | null) =>
    content.headers.get((key ?? raiseNullArgument()).toLowerCase())?.value ?? null,
  'void setHeader(String key, String value)': (content: HttpContent, key: string | null, value: string | null) => {
    const name = key ?? raiseNullArgument();
    content.headers.set(name.toLowerCase(), { name, value });
  },
} as const;

const respond = mangle('respond', ['HttpRequest']);

/** Asks the mock that the test set. There is no network here, so without one a test fails as it does on the platform. */
function send(_http: ApexHttp, request: ApexHttpRequest | null): unknown {
  const asked = request ?? raiseNullArgument();
  const mock = transactionState().mocks.get('System.HttpCalloutMock') as
    Record<string, (request: ApexHttpRequest) => unknown> | undefined;
  const answer = mock?.[respond];
  if (mock !== undefined && answer !== undefined) {
    return answer.call(mock, asked);
  }
  if (execution().isRunningTest()) {
    return raise('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  }
  throw new Unsupported('Http.send', 'a runtime without network');
}

export const httpTypes: readonly BuiltinType[] = [
  {
    name: 'System.Http',
    kind: 'class',
    valueClass: ApexHttp,
    constructors: { '()': () => new ApexHttp() },
    methods: {
      'System.HttpResponse send(System.HttpRequest request)': send,
      'String toString()': () => 'System.Http[]',
    },
  },
  {
    name: 'System.HttpRequest',
    kind: 'class',
    valueClass: ApexHttpRequest,
    constructors: { '()': () => new ApexHttpRequest() },
    methods: {
      ...bodyMembers,
      'Boolean getCompressed()': (request: ApexHttpRequest) => request.isCompressed,
      'String getEndpoint()': (request: ApexHttpRequest) => request.endpoint,
      'String getMethod()': (request: ApexHttpRequest) => request.method,
      'void setBodyDocument(Dom.Document document)': unsupported,
      'void setClientCertificate(String clientCert, String password)': unsupported,
      'void setClientCertificateName(String certDevName)': (request: ApexHttpRequest, name: string | null) => {
        request.certificate = name;
      },
      'void setCompressed(Boolean flag)': (request: ApexHttpRequest, flag: boolean | null) => {
        request.isCompressed = flag ?? raiseNullArgument();
      },
      'void setEndpoint(String endpoint)': (request: ApexHttpRequest, endpoint: string | null) => {
        request.endpoint = endpoint;
      },
      'void setMethod(String method)': (request: ApexHttpRequest, method: string | null) => {
        request.method = method;
      },
      'void setTimeout(Integer timeout)': (request: ApexHttpRequest, timeout: number | null) => {
        request.timeout = timeout;
      },
      'String toString()': (request: ApexHttpRequest) => madeText(request.tostring$()),
    },
  },
  {
    name: 'System.HttpResponse',
    kind: 'class',
    valueClass: ApexHttpResponse,
    constructors: { '()': () => new ApexHttpResponse() },
    methods: {
      ...bodyMembers,
      'List<String> getHeaderKeys()': (response: ApexHttpResponse) =>
        new ApexList(
          listOf(stringType),
          [...response.headers.values()].map((each) => each.name),
        ),
      'String getStatus()': (response: ApexHttpResponse) => response.status,
      'Integer getStatusCode()': (response: ApexHttpResponse) => response.statusCode,
      'XmlStreamReader getXmlStreamReader()': unsupported,
      'void setStatus(String status)': (response: ApexHttpResponse, status: string | null) => {
        response.status = status;
      },
      'void setStatusCode(Integer statusCode)': (response: ApexHttpResponse, code: number | null) => {
        response.statusCode = code ?? raiseNullArgument();
      },
      'String toString()': (response: ApexHttpResponse) => madeText(response.tostring$()),
    },
  },
];
