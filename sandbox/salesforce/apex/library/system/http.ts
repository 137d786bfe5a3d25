import { execution } from '../../run/execution.ts';
import { chargeCharacters, madeObject, madeText } from '../../run/meter.ts';
import { listOf, stringType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { mangle, unsupported, type BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexBlob } from '../text/apex-blob.ts';
import { beginCallout, callOut, type CalloutRequest, type CalloutResponse } from './callouts.ts';
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

/** Asks the mock that the test set, without which a test fails as it does on the platform; outside of tests, the org's network. */
function send(_http: ApexHttp, request: ApexHttpRequest | null): unknown {
  const asked = request ?? raiseNullArgument();
  beginCallout();
  const mock = transactionState().mocks.get('System.HttpCalloutMock') as
    Record<string, (request: ApexHttpRequest) => unknown> | undefined;
  const answer = mock?.[respond];
  if (mock !== undefined && answer !== undefined) {
    return answer.call(mock, asked);
  }
  if (execution().isRunningTest()) {
    return raise('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  }
  return readResponse(callOut(() => writeRequest(asked)));
}

const usualTimeoutMilliseconds = 10_000;

function writeRequest({ method, endpoint, headers, body, timeout }: ApexHttpRequest): CalloutRequest {
  const missing = endpoint === null ? 'Endpoint' : method === null ? 'Method' : null;
  if (missing !== null) {
    raise('System.CalloutException', `${missing} is not set on the request.`);
  }
  return {
    method: method ?? '',
    endpoint: endpoint ?? '',
    headers: Object.fromEntries([...headers.values()].map(({ name, value }) => [name, value ?? ''])),
    body,
    timeoutMilliseconds: timeout ?? usualTimeoutMilliseconds,
  };
}

function readResponse({ statusCode, status = '', headers = {}, body = '' }: CalloutResponse): ApexHttpResponse {
  const response = new ApexHttpResponse();
  response.statusCode = statusCode;
  response.status = status;
  response.body = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  Object.entries(headers).forEach(([name, value]) => response.headers.set(name.toLowerCase(), { name, value }));
  return response;
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
