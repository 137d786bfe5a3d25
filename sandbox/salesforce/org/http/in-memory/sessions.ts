import { createHash } from 'node:crypto';
import { zoneOf } from '../../../apex/library/time/zone.ts';
import type { RecordStore } from '../../records/record-store.ts';
import type { OrgUser } from '../org-behind-http.ts';
import type { StoredRecord } from '../../records/stored-record.ts';
import { writeApexValue } from './write-apex-value.ts';

/** How users get in, beside sessions that are begun for them. */
export interface Logins {
  /** By user name. */
  readonly passwords?: Readonly<Record<string, string>>;
  /** Session ids by user name that are always good: for scripts that cannot log in. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** Connected apps by client id, with the user whom each runs as. */
  readonly clients?: Readonly<Record<string, { readonly secret: string; readonly username: string }>>;
}

/** Who is logged in to an org, and with which password one logs in. */
export class Sessions {
  private readonly store: RecordStore;
  private readonly organizationId: string;
  private readonly logins: Logins;
  /** By lower-case user name. */
  private readonly passwords: Map<string, string>;
  private readonly now: () => number;
  private readonly open = new Map<string, string>();
  private count = 0;

  constructor(store: RecordStore, organizationId: string, logins: Logins, now: () => number) {
    this.store = store;
    this.now = now;
    this.organizationId = organizationId;
    this.logins = logins;
    this.passwords = new Map(Object.entries(logins.passwords ?? {}).map(([name, each]) => [name.toLowerCase(), each]));
  }

  /** A new session of a user; null where no active user has the name. */
  begin(username: string): string | null {
    const user = this.findByName(username);
    if (user === null) {
      return null;
    }
    const mark = this.sign(`${user.id} ${String(++this.count)}`);
    const sessionId = `${this.organizationId.slice(0, 15)}!AQ${mark}`;
    this.open.set(sessionId, user.id);
    return sessionId;
  }

  logIn(username: string, password: string): string | null {
    return this.passwords.get(username.toLowerCase()) === password ? this.begin(username) : null;
  }

  /** A session of the user whom a connected app runs as. */
  logInClient(clientId: string, clientSecret: string): string | null {
    const client = this.logins.clients?.[clientId];
    return client?.secret === clientSecret ? this.begin(client.username) : null;
  }

  setPassword(userId: string, password: string): void {
    const user = this.findUser(userId);
    if (user !== null) {
      this.passwords.set(user.username.toLowerCase(), password);
    }
  }

  /** What begins new sessions of a user without the password: begin with refresh(refreshTokenOf('ada@example.com')). */
  refreshTokenOf(username: string): string {
    return `5Aep861${this.sign(username.toLowerCase())}`;
  }

  refresh(token: string): string | null {
    const user = this.users().find((each) => this.refreshTokenOf(each.username) === token);
    return user === undefined ? null : this.begin(user.username);
  }

  end(sessionId: string): void {
    this.open.delete(sessionId);
  }

  /** The user of a session, as long as the user is active. */
  userOf(sessionId: string): OrgUser | null {
    const user = this.findUser(this.open.get(sessionId) ?? '') ?? this.findByToken(sessionId);
    return user?.isActive === true ? user : null;
  }

  findUser(id: string): OrgUser | null {
    const record = this.store.findRecord(id);
    return record?.objectName === 'User' ? readUser(record, this.now()) : null;
  }

  private findByToken(token: string): OrgUser | null {
    const [username] = Object.entries(this.logins.tokens ?? {}).find(([, each]) => each === token) ?? [];
    return username === undefined ? null : this.findByName(username);
  }

  private findByName(username: string): OrgUser | null {
    const found = this.users().find((each) => each.username.toLowerCase() === username.toLowerCase());
    return found?.isActive === true ? found : null;
  }

  private users(): OrgUser[] {
    const now = this.now();
    return [...this.store.recordsOf('User')].map((each) => readUser(each, now));
  }

  private sign(text: string): string {
    return createHash('sha256').update(`${this.organizationId} ${text}`).digest('base64url');
  }
}

/** The user that a record is about. */
export function readUser({ id, fields }: StoredRecord, now: number): OrgUser {
  const read = (name: string): string | null => {
    const value = writeApexValue(fields.get(name) ?? null);
    return value === null ? null : String(value);
  };
  const timeZone = read('timezonesidkey') ?? 'GMT';
  return {
    id,
    username: read('username') ?? '',
    email: read('email') ?? '',
    firstName: read('firstname'),
    lastName: read('lastname') ?? '',
    userType: read('usertype') ?? 'Standard',
    isActive: fields.get('isactive') === true,
    timeZone,
    language: read('languagelocalekey') ?? 'en_US',
    locale: read('localesidkey') ?? 'en_US',
    utcOffset: zoneOf(timeZone).offsetAt(now),
  };
}
