import type { Installation } from '../installation/installation.ts';
import { administrator } from '../installation/install-signalbox.ts';
import type { LightningAnswer, RecordRequest } from '../lightning/serve/answer-question.ts';

/** Answers what components ask of records by the platform's own data service, through the org's API and as the asking user. */
export function answerRecordOf(
  installation: Pick<Installation, 'admin' | 'connectAs'>,
): (request: RecordRequest) => Promise<LightningAnswer> {
  return async (request) => {
    const { records } = await installation.admin.query<{ Username: string }>(
      `SELECT Username FROM User WHERE Id = '${request.userId}'`,
    );
    const connection = installation.connectAs(records[0]?.Username ?? administrator);
    const apiName = request.recordId.startsWith('00Q') ? 'Lead' : request.recordId.startsWith('003') ? 'Contact' : null;
    if (apiName === null) {
      return { error: { message: `Records such as ${request.recordId} are not offered here.` } };
    }
    try {
      if (request.kind === 'update') {
        await connection.sobject(apiName).update({ Id: request.recordId, ...request.fields });
      }
      const asked =
        request.kind === 'get' ? [...request.fields, ...request.optionalFields] : Object.keys(request.fields);
      const fields = asked.map((each) => each.split('.').slice(1).join('.') || each);
      const record = await connection.sobject(apiName).retrieve(request.recordId, { fields });
      return { data: { id: request.recordId, apiName, fields: valuesOf(record, fields) } };
    } catch (error) {
      return { error: { message: error instanceof Error ? error.message : String(error) } };
    }
  };
}

function valuesOf(record: Record<string, unknown>, fields: readonly string[]) {
  return Object.fromEntries(
    fields.map((field) => {
      const value = (record[field] ?? null) as string | number | boolean | null;
      return [field, { value, displayValue: value === null ? null : String(value) }];
    }),
  );
}
