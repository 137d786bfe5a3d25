import type { InMemoryOrg } from '../../in-memory-org.ts';
import { OrgRefusal, type OrgUser } from '../org-behind-http.ts';

/** Refuses a request for a class that neither profile nor permission sets open to its user. */
export function refuseClass(org: InMemoryOrg, user: Pick<OrgUser, 'id'>, className: string): void {
  if (!org.access.of(user.id).permissions.mayRunClass(className)) {
    throw new OrgRefusal('FORBIDDEN', `You do not have access to the Apex class named: ${className}`);
  }
}
