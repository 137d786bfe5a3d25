import { execution } from '../../run/execution.ts';
import { madeText } from '../../run/meter.ts';
import type { BuiltinType } from '../define.ts';
import { withoutNull } from '../number/null-arguments.ts';
import { userLocale } from '../number/user-locale.ts';
import type { ApexDatetime } from './apex-datetime.ts';
import { ApexTimeZone } from './apex-time-zone.ts';
import { zoneOf } from './zone.ts';
import { standardZoneName } from './zone-name.ts';

export const timeZoneBuiltin: BuiltinType = {
  name: 'System.TimeZone',
  kind: 'class',
  statics: {
    'TimeZone getTimeZone(String timeZoneIdString)': withoutNull((id: string) => new ApexTimeZone(zoneOf(id).id)),
  },
  methods: {
    'String getDisplayName()': (self: ApexTimeZone) =>
      madeText(standardZoneName(zoneOf(self.id), execution().now(), userLocale())),
    'String getID()': (self: ApexTimeZone) => self.id,
    'Integer getOffset(Datetime date)': withoutNull((self: ApexTimeZone, instant: ApexDatetime) =>
      zoneOf(self.id).offsetAt(instant.milliseconds),
    ),
    'String toString()': (self: ApexTimeZone) => self.id,
  },
  valueClass: ApexTimeZone,
};
