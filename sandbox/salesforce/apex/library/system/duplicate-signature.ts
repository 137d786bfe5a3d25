import { textOf } from '../../run/values.ts';
import type { BuiltinType } from '../define.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';

/** A QueueableDuplicateSignature: two are the same where they were built of the same parts. */
export class ApexSignature extends PlatformObject {
  readonly text: string;

  static {
    setTypeOf(this, 'System.QueueableDuplicateSignature');
  }

  constructor(text: string) {
    super();
    this.text = text;
  }
}

class SignatureBuilder extends PlatformObject {
  readonly parts: string[] = [];

  static {
    setTypeOf(this, 'System.QueueableDuplicateSignature.Builder');
  }
}

function addPart(builder: SignatureBuilder, part: unknown): SignatureBuilder {
  builder.parts.push(textOf(part));
  return builder;
}

/** System.QueueableDuplicateSignature and its builder. */
export const signatureTypes: readonly BuiltinType[] = [
  {
    name: 'System.QueueableDuplicateSignature',
    kind: 'class',
    valueClass: ApexSignature,
    statics: { 'System.QueueableDuplicateSignature.Builder Builder()': () => new SignatureBuilder() },
  },
  {
    name: 'System.QueueableDuplicateSignature.Builder',
    kind: 'class',
    valueClass: SignatureBuilder,
    constructors: { '()': () => new SignatureBuilder() },
    methods: {
      'System.QueueableDuplicateSignature.Builder addId(Id value)': addPart,
      'System.QueueableDuplicateSignature.Builder addInteger(Integer value)': addPart,
      'System.QueueableDuplicateSignature.Builder addString(String value)': addPart,
      'System.QueueableDuplicateSignature build()': ({ parts }: SignatureBuilder) =>
        new ApexSignature(JSON.stringify(parts)),
    },
  },
];
