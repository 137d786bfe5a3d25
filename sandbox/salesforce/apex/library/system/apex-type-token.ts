import { displayName, type ApexType } from '../../types/apex-type.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';

const known = new Map<ApexType, ApexTypeToken>();

/** A value of System.Type. There is one for each type, so they are compared with `===`. */
export class ApexTypeToken extends PlatformObject {
  readonly type: ApexType;

  static {
    setTypeOf(this, 'System.Type');
  }

  constructor(type: ApexType) {
    super();
    this.type = type;
  }

  /** The one token for a type: `String.class` is ApexTypeToken.of(stringType). */
  static of(type: ApexType): ApexTypeToken {
    let token = known.get(type);
    if (token === undefined) {
      token = new ApexTypeToken(type);
      known.set(type, token);
    }
    return token;
  }

  /** How text of it is made: String.valueOf(String.class) → 'String'. */
  tostring$(): string {
    return displayName(this.type);
  }
}
