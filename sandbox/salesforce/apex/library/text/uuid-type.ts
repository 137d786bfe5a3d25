import { execution } from '../../run/execution.ts';
import { madeText } from '../../run/meter.ts';
import { hashOfLong } from '../../run/values-hash.ts';
import type { BuiltinType } from '../define.ts';
import { raise } from '../raise.ts';
import { PlatformObject, setTypeOf } from '../system/platform-object.ts';
import { refuseNull } from './refuse-null.ts';

/** A value of type UUID: its 36 characters, in small letters. */
export class ApexUuid extends PlatformObject {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  tostring$(): string {
    return this.text;
  }

  equals$object(other: unknown): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  /** As java.util.UUID: the two halves of its bits laid over each other. */
  hashcode$(): number {
    const digits = this.text.replaceAll('-', '');
    return hashOfLong(BigInt(`0x${digits.slice(0, 16)}`) ^ BigInt(`0x${digits.slice(16)}`));
  }
}

setTypeOf(ApexUuid, 'System.UUID');

const written = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function fromText(text: string): ApexUuid {
  if (!written.test(text)) {
    raise('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
  }
  return new ApexUuid(madeText(text.toLowerCase()));
}

/** Version 4, from the program's own source of chance. */
function makeRandom(): ApexUuid {
  const text = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (each) => {
    const digit = Math.floor(execution().random() * 16);
    return (each === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
  return new ApexUuid(madeText(text));
}

/** System.UUID. */
export const uuidBuiltin: BuiltinType = {
  name: 'System.UUID',
  kind: 'class',
  valueClass: ApexUuid,
  statics: {
    'UUID randomUUID()': makeRandom,
    ...refuseNull({ 'UUID fromString(String string)': fromText }),
  },
  methods: {
    'Boolean equals(Object obj)': (uuid: ApexUuid, other: unknown) => uuid.equals$object(other),
    'Integer hashCode()': (uuid: ApexUuid) => uuid.hashcode$(),
    'String toString()': (uuid: ApexUuid) => uuid.text,
  },
};
