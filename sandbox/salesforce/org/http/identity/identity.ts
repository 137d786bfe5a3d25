import type { JsonObject } from '../json.ts';
import type { OrgUser } from '../org-behind-http.ts';
import { restTime, type Site } from '../answer/site.ts';

/** The address that stands for a user: identityUrl(site, '005…'). */
export function identityUrl(site: Site, userId: string): string {
  return `${site.url}/id/${site.org.organization.id}/${userId}`;
}

function nameOf(user: OrgUser): string {
  return [user.firstName, user.lastName].filter((each) => each !== null).join(' ');
}

function writeUrls(site: Site, user: OrgUser): JsonObject {
  const data = `${site.url}/services/data/v{version}/`;
  return {
    rest: data,
    sobjects: `${data}sobjects/`,
    query: `${data}query/`,
    profile: `${site.url}/${user.id}`,
    custom_domain: site.url,
  };
}

/** What `/id/ORG/USER` says. */
export function writeIdentity(site: Site, user: OrgUser): JsonObject {
  return {
    id: identityUrl(site, user.id),
    asserted_user: true,
    user_id: user.id,
    organization_id: site.org.organization.id,
    username: user.username,
    nick_name: user.username.replace(/@.*$/, ''),
    display_name: nameOf(user),
    email: user.email,
    email_verified: true,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: user.timeZone,
    active: user.isActive,
    user_type: user.userType.toUpperCase(),
    language: user.language,
    locale: user.locale,
    utcOffset: user.utcOffset,
    last_modified_date: restTime(site.now()),
    is_app_installed: true,
    urls: writeUrls(site, user),
  };
}

/** What `/services/oauth2/userinfo` says. */
export function writeUserInfo(site: Site, user: OrgUser): JsonObject {
  return {
    sub: identityUrl(site, user.id),
    user_id: user.id,
    organization_id: site.org.organization.id,
    preferred_username: user.username,
    nickname: user.username.replace(/@.*$/, ''),
    name: nameOf(user),
    email: user.email,
    email_verified: true,
    given_name: user.firstName,
    family_name: user.lastName,
    zoneinfo: user.timeZone,
    active: user.isActive,
    user_type: user.userType.toUpperCase(),
    language: user.language,
    locale: user.locale,
    utcOffset: user.utcOffset,
    urls: writeUrls(site, user),
  };
}
