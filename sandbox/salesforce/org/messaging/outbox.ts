import type { Messages, SentEmail, SentNotification } from '../../apex/library/system/emails.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';

/** What Apex sent to people and would have left the org: kept here, and gone again where its transaction fails. */
export class Outbox implements Messages {
  readonly emails: SentEmail[] = [];
  readonly notifications: SentNotification[] = [];
  private readonly org: InMemoryOrg;

  constructor(org: InMemoryOrg) {
    this.org = org;
  }

  sendEmail(email: SentEmail): void {
    this.keep(this.emails, email);
  }

  notify(notification: SentNotification): void {
    this.keep(this.notifications, notification);
  }

  private keep<T>(list: T[], item: T): void {
    this.org.store.perform(() => {
      list.push(item);
      return () => {
        list.splice(list.lastIndexOf(item), 1);
      };
    });
  }
}
