import { unsupported, type BuiltinType } from '../define.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';

/** System.AccessLevel: whose permissions a query or a DML operation obeys. */
export class ApexAccessLevel extends PlatformObject {
  readonly mode: 'user' | 'system';

  static {
    setTypeOf(this, 'System.AccessLevel');
  }

  constructor(mode: 'user' | 'system') {
    super();
    this.mode = mode;
  }

  tostring$(): string {
    return `${this.mode.toUpperCase()}_MODE`;
  }
}

const userMode = new ApexAccessLevel('user');
const systemMode = new ApexAccessLevel('system');

export const accessLevelType: BuiltinType = {
  name: 'System.AccessLevel',
  kind: 'class',
  valueClass: ApexAccessLevel,
  staticProperties: {
    'System.AccessLevel USER_MODE': { get: () => userMode },
    'System.AccessLevel SYSTEM_MODE': { get: () => systemMode },
  },
  methods: { 'System.AccessLevel withPermissionSetId(String permissionSetId)': unsupported },
};
