import { readXml, type XmlElement } from '../../schema/read-xml.ts';

/** What a SOAP request asks for: the name of the call and its texts by their names, all without namespaces. */
export interface SoapCall {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Of its header: that of a login. */
  readonly sessionId: string | null;
}

/** Reads an envelope: readEnvelope('<Envelope><Body><login><username>…').name → 'login'; null where it is none. */
export function readEnvelope(text: string): SoapCall | null {
  const envelope = readSafely(text);
  if (envelope === null || localName(envelope) !== 'Envelope') {
    return null;
  }
  const call = child(envelope, 'Body')?.children[0] ?? null;
  const session = [child(envelope, 'Header')].flatMap((header) => header?.children ?? []).map(readSession);
  return call === null
    ? null
    : {
        name: localName(call),
        texts: new Map(call.children.map((each) => [localName(each), each.text] as const)),
        sessionId: session.find((each) => each !== null) ?? null,
      };
}

function readSafely(text: string): XmlElement | null {
  try {
    return readXml(text, 'the request');
  } catch {
    return null;
  }
}

function readSession(element: XmlElement): string | null {
  return localName(element) === 'SessionHeader' ? (child(element, 'sessionId')?.text ?? null) : null;
}

function child(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((each) => localName(each) === name) ?? null;
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
