import { hashOfText } from '../../run/values-hash.ts';
import { PlatformObject, setTypeOf } from '../system/platform-object.ts';

/** The parts of an address as java.net.URL names them; a part that is not there is null. */
export type AddressParts = {
  readonly protocol: string;
  readonly userInfo: string | null;
  readonly host: string;
  /** -1 where none is written. */
  readonly port: number;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;
};

/** A value of type URL. */
export class ApexUrl extends PlatformObject {
  readonly parts: AddressParts;

  constructor(parts: AddressParts) {
    super();
    this.parts = parts;
  }

  tostring$(): string {
    return printAddress(this.parts);
  }

  equals$object(other: unknown): boolean {
    return other instanceof ApexUrl && printAddress(other.parts) === printAddress(this.parts);
  }

  hashcode$(): number {
    return hashOfText(printAddress(this.parts));
  }
}

setTypeOf(ApexUrl, 'System.URL');

const absolute =
  /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Null for a text without a protocol: readAddress('https://a.b:8080/c?d#e')?.port → 8080. */
export function readAddress(text: string): AddressParts | null {
  const match = absolute.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [, protocol = '', userInfo, host, port, path = '', query, ref] = match;
  return {
    protocol: protocol.toLowerCase(),
    userInfo: userInfo ?? null,
    host: host ?? '',
    port: port === undefined || port === '' ? -1 : Number(port),
    path,
    query: query ?? null,
    ref: ref ?? null,
  };
}

const relative = /^(\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** An address as it is meant where another is the base: path "c" next to "/a/b" is "/a/c". */
export function resolveAddress(base: AddressParts, text: string): AddressParts | null {
  const whole = readAddress(text);
  if (whole !== null) {
    return whole;
  }
  const [, authority, path = '', query, ref] = relative.exec(text.trim()) ?? [];
  if (authority !== undefined) {
    return readAddress(`${base.protocol}:${text.trim()}`);
  }
  const folder = base.path.slice(0, base.path.lastIndexOf('/') + 1);
  const joined = path === '' ? base.path : path.startsWith('/') ? path : `${folder || '/'}${path}`;
  return {
    ...base,
    path: withoutDots(joined),
    query: query ?? (path === '' ? base.query : null),
    ref: ref ?? null,
  };
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const parts = path.split('/');
  parts.forEach((part, index) => {
    if (part === '..' && kept.length > 1) {
      kept.pop();
    } else if (part !== '.' && part !== '..') {
      kept.push(part);
    }
    if ((part === '.' || part === '..') && index === parts.length - 1) {
      kept.push('');
    }
  });
  return kept.join('/');
}

/** What stands between "//" and the path; null where there is nothing: authorityOf(parts) → "user@host:80". */
export function authorityOf(parts: AddressParts): string | null {
  const user = parts.userInfo === null ? '' : `${parts.userInfo}@`;
  const authority = user + parts.host + (parts.port < 0 ? '' : `:${parts.port}`);
  return authority === '' ? null : authority;
}

/** Path and query. */
export function fileOf(parts: AddressParts): string {
  return parts.path + (parts.query === null ? '' : `?${parts.query}`);
}

/** The address as one text. */
export function printAddress(parts: AddressParts): string {
  const authority = authorityOf(parts);
  const start = parts.protocol + ':' + (authority === null ? '' : `//${authority}`);
  return start + fileOf(parts) + (parts.ref === null ? '' : `#${parts.ref}`);
}
