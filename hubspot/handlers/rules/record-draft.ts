import type { PolicyRow } from '../../../core/src/decide/index.ts';
import type { PortalConfiguration } from '../portal/portal-settings.ts';
import type { Crm, CrmRecord, ObjectUpdate, PropertyValues } from '../crm/crm.ts';
import { readConfiguration, rowsOfConfiguration } from './configuration-rows.ts';
import { orderRows, type DraftRow } from './draft-row.ts';
import { requireKeepable } from './keepable-rows.ts';
import { keepText, takeWhole } from './kept-text.ts';
import { matchRows } from './match-rows.ts';
import type { TypeIds } from './object-types.ts';
import { policyRowsOf } from './policy-rows.ts';
import { placeProblems } from './problem-places.ts';
import { problemText } from './problem-text.ts';
import { columnProperties, propertyOf, rowProperty } from './row-properties.ts';
import { aboutRecord, propertiesOfRow, rowOfRecord, rowPropertyNames, valueOf } from './row-records.ts';
import { ruleSentences, titleOf } from './row-title.ts';
import type { DraftRows, RuleProblem } from './rule-store.ts';
import { inBatches, isGone, requireAllWritten } from './write-outcomes.ts';

type RowRecord = { readonly record: CrmRecord; readonly row: DraftRow };

/** The draft as records of one object type, a row a record. */
export class RecordDraft {
  readonly #crm: Crm;
  readonly #types: TypeIds;

  constructor(crm: Crm, types: TypeIds) {
    this.#crm = crm;
    this.#types = types;
  }

  async read(): Promise<DraftRows> {
    const { rows, problems } = await this.#readRecords();
    const ordered = orderRows(rows.map(({ row }) => row));
    const { configuration, problems: ofConfiguration } = readConfiguration(ordered);
    return { rows: policyRowsOf(ordered), configuration, problems: [...problems, ...ofConfiguration] };
  }

  /** Adds and changes before it archives, so that what is cut off loses no row. Rows that are right are not written. */
  async write(rows: readonly PolicyRow[], configuration: PortalConfiguration): Promise<void> {
    const wanted: DraftRow[] = [...rows, ...rowsOfConfiguration(configuration)];
    requireKeepable(wanted);
    const typeId = await this.#types.require('row');
    const present = await this.#readRecords();
    const sentences = ruleSentences(rows);
    const propertiesOf = (row: DraftRow): PropertyValues => ({
      ...propertiesOfRow(row),
      [rowProperty.title]: titleOf(row, sentences.get(row as PolicyRow) ?? null),
    });
    const match = matchRows(
      present.rows.map(({ record, row }) => ({ id: record.id, row })),
      wanted,
    );
    const recordById = new Map(present.rows.map(({ record }) => [record.id, record]));
    const updates = match.kept.flatMap(({ id, row }) => changesOf(recordById.get(id)!, propertiesOf(row)));
    await this.#update(typeId, updates);
    const added = match.added;
    const outcomes = await inBatches(added, (batch) =>
      this.#crm.createObjects(
        typeId,
        batch.map((row) => ({ properties: withoutEmpty(propertiesOf(row)), associations: [] })),
      ),
    );
    requireAllWritten(outcomes, (position) => `${added[position]!.kind} row ${added[position]!.position + 1}`);
    await this.#archive(typeId, [...match.leftIds, ...present.otherIds]);
  }

  /** Problems, titles and sentences: what Signalbox itself says at each row. Columns that people edit are never written. */
  async note(problems: readonly RuleProblem[]): Promise<void> {
    const typeId = await this.#types.find('row');
    if (typeId === null) return;
    const { rows, otherIds, records } = await this.#readRecords();
    const placed = placeProblems(
      rows.map(({ record, row }) => ({ ...row, id: record.id })),
      problems,
      new Map(otherIds.map((id) => [aboutRecord(id), id])),
    );
    const titles = titlesById(rows);
    const updates = records.flatMap((record) =>
      changesOf(record, {
        [rowProperty.problem]: problemText(placed.get(record.id) ?? []),
        ...titles.get(record.id),
      }),
    );
    await this.#update(typeId, updates);
  }

  async #readRecords(): Promise<{
    rows: RowRecord[];
    otherIds: string[];
    records: CrmRecord[];
    problems: RuleProblem[];
  }> {
    const typeId = await this.#types.find('row');
    const listed = typeId === null ? [] : await this.#crm.listObjects(typeId, rowPropertyNames);
    const records = listed.filter(({ isArchived }) => !isArchived).toSorted(compareIds);
    const rows: RowRecord[] = [];
    const otherIds: string[] = [];
    const problems: RuleProblem[] = [];
    for (const record of records) {
      const read = rowOfRecord(record);
      if (read.isRow) {
        rows.push({ record, row: read.row });
      } else {
        otherIds.push(record.id);
        problems.push(read.problem);
      }
    }
    return { rows, otherIds, records, problems };
  }

  /** A row that was archived in the meantime needs no change. */
  async #update(typeId: string, updates: readonly ObjectUpdate[]): Promise<void> {
    const outcomes = await inBatches(updates, (batch) => this.#crm.updateObjects(typeId, batch));
    requireAllWritten(
      outcomes.filter((outcome) => !isGone(outcome)),
      (position) => aboutRecord(updates[position]!.id),
    );
  }

  async #archive(typeId: string, ids: readonly string[]): Promise<void> {
    await inBatches(ids, async (batch) => {
      await this.#crm.archiveObjects(typeId, batch);
      return [];
    });
  }
}

/** Titles, and the sentences that stand in rules. */
function titlesById(rows: readonly RowRecord[]): Map<string, PropertyValues> {
  const idByRow = new Map<DraftRow, string>();
  const policyRows = rows.flatMap(({ record, row }) => {
    const [policyRow] = policyRowsOf([row]);
    if (policyRow === undefined) return [];
    idByRow.set(policyRow, record.id);
    return [policyRow];
  });
  const sentenceById = new Map([...ruleSentences(policyRows)].map(([row, text]) => [idByRow.get(row)!, text]));
  return new Map(
    rows.map(({ record, row }) => {
      const sentence = sentenceById.get(record.id) ?? null;
      const title = { [rowProperty.title]: titleOf(row, sentence) };
      return [record.id, sentence === null ? title : { ...title, [propertyOf('sentence')]: keepText(sentence) }];
    }),
  );
}

/** HubSpot may give back "3.0" where "3" was written. */
const wholeProperties: ReadonlySet<string> = new Set([
  rowProperty.position,
  ...columnProperties().flatMap(({ form, definition }) => (form === 'whole' ? [definition.name] : [])),
]);

/** No update where nothing is different; else only what is. */
function changesOf(record: CrmRecord, wanted: PropertyValues): ObjectUpdate[] {
  const different = Object.entries(wanted).filter(([property, value]) => {
    const present = valueOf(record.properties, property);
    return (present !== null && wholeProperties.has(property) ? takeWhole(present) : present) !== value;
  });
  return different.length === 0 ? [] : [{ id: record.id, properties: Object.fromEntries(different) }];
}

function withoutEmpty(properties: PropertyValues): PropertyValues {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

/** Ids are numbers in texts, which pass what a number can hold. */
function compareIds(one: CrmRecord, other: CrmRecord): number {
  return one.id.length - other.id.length || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
