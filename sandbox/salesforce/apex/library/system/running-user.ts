import { execution } from '../../run/execution.ts';
import { readField } from '../record/field-access.ts';
import { unsupported, type Members } from '../define.ts';
import { ApexTimeZone } from '../time/apex-time-zone.ts';
import { textOf } from '../../run/values.ts';
import { currentUser } from './users-run-as.ts';

/** The user outside of every System.runAs block. There is no org behind it, so these are examples. */
const defaults: Readonly<Record<string, string>> = {
  id: '005000000000001AAA',
  profileid: '00e000000000001AAA',
  firstname: 'Running',
  lastname: 'User',
  username: 'running.user@example.com',
  email: 'running.user@example.com',
  usertype: 'Standard',
};

const organizationId = '00D000000000001EAA';

function readUser(field: string): string | null {
  const user = currentUser();
  if (user === null) {
    return defaults[field] ?? null;
  }
  const value = readField(user, field);
  return value === null ? null : textOf(value);
}

/** Statics of System.UserInfo. */
export const userInfoMembers: Members = {
  'String getDefaultCurrency()': () => 'USD',
  'String getFirstName()': () => readUser('firstname'),
  'String getLanguage()': () => readUser('languagelocalekey') ?? execution().locale,
  'String getLastName()': () => readUser('lastname'),
  'String getLocale()': () => readUser('localesidkey') ?? execution().locale,
  'String getName()': () => [readUser('firstname'), readUser('lastname')].filter((part) => part !== null).join(' '),
  'String getOrganizationId()': () => organizationId,
  'String getOrganizationName()': () => 'Signalbox',
  'String getProfileId()': () => readUser('profileid'),
  'String getSessionId()': unsupported,
  'TimeZone getTimeZone()': () => new ApexTimeZone(readUser('timezonesidkey') ?? execution().timeZone),
  'String getUiTheme()': () => 'Theme4d',
  'String getUiThemeDisplayed()': () => 'Theme4d',
  'String getUserEmail()': () => readUser('email'),
  'String getUserId()': () => readUser('id'),
  'String getUserName()': () => readUser('username'),
  'String getUserRoleId()': () => readUser('userroleid'),
  'String getUserType()': () => readUser('usertype') ?? 'Standard',
  'Boolean isCurrentUserLicensed(String namespace)': unsupported,
  'Boolean isCurrentUserLicensedForPackage(Id packageId)': unsupported,
  'Boolean hasPackageLicense(Id packageId)': unsupported,
  'Boolean isMultiCurrencyOrganization()': () => false,
};
