import { ApexException } from '../../../apex/run/apex-object.ts';
import { messageOf } from '../../../apex/library/exception/exceptions.ts';
import type { InMemoryOrg } from '../../in-memory-org.ts';
import { asksForAccess, RecordAccessRows } from '../../access/record-access-rows.ts';
import { runQuery, type QueryResult } from '../../soql/run-query.ts';
import { OrgRefusal, type OrgUser, type QueryOutcome } from '../org-behind-http.ts';
import { writeApexRow } from './write-apex-value.ts';

/** Runs a query in the mode of its user, with the recycle bin where it is wanted. */
export function queryOrg(org: InMemoryOrg, user: OrgUser, text: string, withDeleted: boolean): QueryOutcome {
  const whole = withDeleted && !/\bALL\s+ROWS\s*$/i.test(text) ? `${text} ALL ROWS` : text;
  const { rows, totalSize, columns } = runOrRefuse(() =>
    runQuery(asksForAccess(whole) ? new RecordAccessRows(org.store, org.access) : org.store, whole, [], {
      now: org.changes.environment.now(),
      userTimeZone: user.timeZone,
      userId: user.id,
      mode: 'user',
      ...org.access.of(user.id).queryRights,
    }),
  );
  return { totalSize, rows: rows.map((row) => writeApexRow(row, columns, org.schema)) };
}

function runOrRefuse(run: () => QueryResult): QueryResult {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApexException && error.$type.name === 'System.QueryException') {
      const message = messageOf(error);
      throw new OrgRefusal(codeOf(message), message);
    }
    throw error;
  }
}

/** The interface has a code for what Apex tells by words alone. */
function codeOf(message: string): string {
  if (/^(No such column|Didn't understand relationship|field '[^']*' can not be)/i.test(message)) {
    return 'INVALID_FIELD';
  }
  return message.startsWith('sObject type ') ? 'INVALID_TYPE' : 'MALFORMED_QUERY';
}
