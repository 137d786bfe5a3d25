import { madeText } from '../../run/meter.ts';
import type { BuiltinType } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';

/** A package version: `new Version(1, 2, 3)`. */
export class ApexVersion extends PlatformObject {
  readonly major: number;
  readonly minor: number;
  readonly patch: number | null;

  static {
    setTypeOf(this, 'System.Version');
  }

  constructor(major: number | null, minor: number | null, patch: number | null) {
    super();
    this.major = major ?? raiseNullArgument();
    this.minor = minor ?? raiseNullArgument();
    this.patch = patch;
  }

  tostring$(): string {
    return [this.major, this.minor, ...(this.patch === null ? [] : [this.patch])].join('.');
  }
}

function compare(left: ApexVersion, right: ApexVersion | null): number {
  const other = right ?? raiseNullArgument();
  const difference = left.major - other.major || left.minor - other.minor || (left.patch ?? 0) - (other.patch ?? 0);
  return Math.sign(difference);
}

export const versionType: BuiltinType = {
  name: 'System.Version',
  kind: 'class',
  valueClass: ApexVersion,
  constructors: {
    '(Integer major, Integer minor)': (_type, major: number | null, minor: number | null) =>
      new ApexVersion(major, minor, null),
    '(Integer major, Integer minor, Integer patch)': (
      _type,
      major: number | null,
      minor: number | null,
      patch: number | null,
    ) => new ApexVersion(major, minor, patch),
  },
  methods: {
    'Integer compareTo(Version version)': compare,
    'Integer major()': (version: ApexVersion) => version.major,
    'Integer minor()': (version: ApexVersion) => version.minor,
    'Integer patch()': (version: ApexVersion) => version.patch,
    'String toString()': (version: ApexVersion) => madeText(version.tostring$()),
  },
};
