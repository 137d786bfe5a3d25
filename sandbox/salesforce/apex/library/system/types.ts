import type { BuiltinType } from '../define.ts';
import { accessLevelType } from './access-level.ts';
import { ApexTypeToken } from './apex-type-token.ts';
import { askedInterfaces } from './asked-interfaces.ts';
import { assertMembers } from './assertions.ts';
import { systemEnums } from './enum-types.ts';
import { limitsMembers } from './limits.ts';
import { userInfoMembers } from './running-user.ts';
import { searchType } from './search-type.ts';
import { systemMembers } from './system-members.ts';
import { testMembers } from './test-members.ts';
import { triggerType } from './trigger-context.ts';
import { typeMembers, typeStatics } from './type-members.ts';
import { versionType } from './version.ts';

export const systemTypes: readonly BuiltinType[] = [
  { name: 'System.System', kind: 'class', statics: systemMembers },
  { name: 'System.Assert', kind: 'class', statics: assertMembers },
  { name: 'System.Test', kind: 'class', statics: testMembers },
  { name: 'System.Type', kind: 'class', valueClass: ApexTypeToken, statics: typeStatics, methods: typeMembers },
  { name: 'System.Limits', kind: 'class', statics: limitsMembers },
  { name: 'System.UserInfo', kind: 'class', statics: userInfoMembers },
  triggerType,
  accessLevelType,
  versionType,
  searchType,
  ...systemEnums,
  ...askedInterfaces,
];
