import type { Members } from '../define.ts';
import { ApexList } from '../collection/apex-list.ts';
import { DatabaseError } from '../record/database-error.ts';
import { ApexId } from '../text/apex-id.ts';
import { listOf, typeOf, type ApexType } from '../../types/apex-type.ts';
import { PlatformObject } from './platform-object.ts';

/** What an org answers for one record of a change. */
export interface OutcomeOfRecord {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
}

/** A Database.SaveResult, UpsertResult, DeleteResult or UndeleteResult. */
export class RecordOutcome extends PlatformObject {
  override readonly $type: ApexType;
  readonly outcome: OutcomeOfRecord;

  constructor(type: ApexType, outcome: OutcomeOfRecord) {
    super();
    this.$type = type;
    this.outcome = outcome;
  }

  /** The same objects each time, so that they can be compared. */
  readErrors(): DatabaseError[] {
    this.errors ??= this.outcome.errors.map((each) => new DatabaseError(each.message, each.fields, each.statusCode));
    return this.errors;
  }

  private errors: DatabaseError[] | null = null;

  tostring$(): string {
    const errors = this.readErrors()
      .map((each) => each.tostring$())
      .join(', ');
    const id = this.outcome.id ?? 'null';
    return `${this.$type.name}[getErrors=(${errors});getId=${id};isSuccess=${String(this.outcome.success)};]`;
  }
}

/** The methods that all of these results have: outcomeMembers['Boolean isSuccess()']. */
export const outcomeMembers: Members = {
  'List<Database.Error> getErrors()': (result: RecordOutcome) =>
    new ApexList(listOf(typeOf('Database.Error')), [...result.readErrors()]),
  'Id getId()': ({ outcome: { id } }: RecordOutcome) => (id === null ? null : new ApexId(id)),
  'Boolean isSuccess()': ({ outcome }: RecordOutcome) => outcome.success,
};
