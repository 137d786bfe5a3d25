import { chargeParsedCharacters, madeText } from '../../run/meter.ts';
import { type BuiltinType, type Members, unsupported } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import {
  type AddressParts,
  ApexUrl,
  authorityOf,
  fileOf,
  printAddress,
  readAddress,
  resolveAddress,
} from './apex-url.ts';
import { refuseNull } from './refuse-null.ts';

function made(parts: AddressParts | null, text: string): ApexUrl {
  return new ApexUrl(parts ?? raise('System.StringException', `no protocol: ${text}`));
}

function urlFromText(text: string | null): ApexUrl {
  if (text === null) {
    return raiseNullArgument();
  }
  chargeParsedCharacters(text.length);
  return made(readAddress(text), text);
}

function urlFromParts(protocol: string | null, host: string | null, port: number | null, file: string | null): ApexUrl {
  if (protocol === null || host === null || port === null || file === null) {
    return raiseNullArgument();
  }
  return urlFromText(`${protocol}://${host}${port < 0 ? '' : `:${port}`}${file}`);
}

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

const getters: Members = {
  'String getAuthority()': ({ parts }: ApexUrl) => authorityOf(parts),
  'Integer getDefaultPort()': ({ parts }: ApexUrl) => defaultPorts[parts.protocol] ?? -1,
  'String getFile()': ({ parts }: ApexUrl) => madeText(fileOf(parts)),
  'String getHost()': ({ parts }: ApexUrl) => parts.host,
  'String getPath()': ({ parts }: ApexUrl) => parts.path,
  'Integer getPort()': ({ parts }: ApexUrl) => parts.port,
  'String getProtocol()': ({ parts }: ApexUrl) => parts.protocol,
  'String getQuery()': ({ parts }: ApexUrl) => parts.query,
  'String getRef()': ({ parts }: ApexUrl) => parts.ref,
  'String getUserInfo()': ({ parts }: ApexUrl) => parts.userInfo,
  'String toExternalForm()': ({ parts }: ApexUrl) => madeText(printAddress(parts)),
  'String toString()': ({ parts }: ApexUrl) => madeText(printAddress(parts)),
};

/** System.URL. */
export const urlBuiltin: BuiltinType = {
  name: 'System.URL',
  kind: 'class',
  valueClass: ApexUrl,
  constructors: {
    '(String spec)': (_type, text: string | null) => urlFromText(text),
    '(URL context, String spec)': (_type, context: ApexUrl | null, text: string | null) =>
      text === null || context === null ? raiseNullArgument() : made(resolveAddress(context.parts, text), text),
    '(String protocol, String host, String file)': (_type, protocol: string, host: string, file: string) =>
      urlFromParts(protocol, host, -1, file),
    '(String protocol, String host, Integer port, String file)': (
      _type,
      protocol: string,
      host: string,
      port: number,
      file: string,
    ) => urlFromParts(protocol, host, port, file),
  },
  statics: {
    'URL getCurrentRequestUrl()': unsupported,
    'String getFileFieldURL(String entityId, String fieldName)': unsupported,
    // There is no org: an address of the documented form.
    'URL getOrgDomainUrl()': () => urlFromText('https://example.my.salesforce.com'),
    'URL getSalesforceBaseUrl()': unsupported,
  },
  methods: {
    ...getters,
    'Boolean equals(Object other)': (url: ApexUrl, other: unknown) => url.equals$object(other),
    ...refuseNull({
      // All but the part behind "#".
      'Boolean sameFile(URL URLToCompare)': (url: ApexUrl, other: ApexUrl) =>
        printAddress({ ...url.parts, ref: null }) === printAddress({ ...other.parts, ref: null }),
    }),
  },
};
