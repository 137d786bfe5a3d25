import type { CrmRecord, PropertyValues } from '../../handlers/crm/crm.ts';
import { readInstant } from '../../handlers/effects/read-instant.ts';
import { keepEntryText, takeEntryText } from './entry-text.ts';
import { entryKinds, entryProperty, partNames, textParts, type EntryKind, type TextName } from './entry-type.ts';

/** Columns of an entry beside its texts, under their logical names. */
export type EntryColumns = { readonly [Name in ColumnName]?: string | null };

type ColumnName = Exclude<
  keyof typeof entryProperty,
  'key' | 'turnKey' | 'kind' | 'state' | 'contactId' | 'at' | 'maker'
>;

export type EntryTexts = { readonly [Name in TextName]?: string };

/** What is written of a new entry. */
export type NewEntry = {
  readonly key: string;
  /** Null where it changes no order of turns. */
  readonly turnKey: string | null;
  readonly kind: EntryKind;
  readonly state: string;
  readonly contactId: string | null;
  readonly at: number;
  readonly columns: EntryColumns;
  readonly texts: EntryTexts;
};

/** An entry as it stands in the portal. */
export type Entry = Omit<NewEntry, 'kind'> & {
  readonly id: string;
  /** Null where somebody changed it to a kind that there is none of. */
  readonly kind: EntryKind | null;
  readonly maker: string;
  readonly createdAt: number;
};

/** What of an entry may change after it was made. */
export type EntryChange = {
  readonly state?: string;
  readonly at?: number;
  readonly columns?: EntryColumns;
  readonly texts?: EntryTexts;
};

const headProperties: readonly string[] = Object.values(entryProperty);

/** The properties of an entry without its texts, or with those that are named. */
export function propertiesToRead(texts: readonly TextName[]): string[] {
  return [...headProperties, ...texts.flatMap(partNames)];
}

export function propertiesOfEntry(entry: NewEntry, maker: string): PropertyValues {
  return withoutNulls({
    [entryProperty.key]: entry.key,
    [entryProperty.turnKey]: entry.turnKey,
    [entryProperty.kind]: entry.kind,
    [entryProperty.contactId]: entry.contactId,
    [entryProperty.maker]: maker,
    ...propertiesOfChange(entry),
  });
}

export function propertiesOfChange({ state, at, columns, texts }: EntryChange): PropertyValues {
  return {
    ...(state === undefined ? {} : { [entryProperty.state]: state }),
    ...(at === undefined ? {} : { [entryProperty.at]: new Date(at).toISOString() }),
    ...Object.fromEntries(
      Object.entries(columns ?? {}).map(([name, value]) => [entryProperty[name as ColumnName], value]),
    ),
    ...Object.fromEntries(
      Object.entries(texts ?? {}).flatMap(([name, text]) => Object.entries(keepEntryText(name as TextName, text))),
    ),
  };
}

export function entryOfRecord({ id, properties, createdAt }: CrmRecord): Entry {
  const valueOf = (name: keyof typeof entryProperty): string | null => {
    const value = properties[entryProperty[name]] ?? '';
    return value === '' ? null : value;
  };
  return {
    id,
    key: valueOf('key') ?? '',
    turnKey: valueOf('turnKey'),
    kind: entryKinds.find((kind) => kind === valueOf('kind')) ?? null,
    state: valueOf('state') ?? '',
    contactId: valueOf('contactId'),
    at: readInstant(valueOf('at')) ?? createdAt,
    maker: valueOf('maker') ?? '',
    createdAt,
    columns: Object.fromEntries(columnNames.map((name) => [name, valueOf(name)])),
    texts: Object.fromEntries(
      (Object.keys(textParts) as TextName[]).map((name) => [name, takeEntryText(name, properties)]),
    ),
  };
}

const fixed: ReadonlySet<string> = new Set(['key', 'turnKey', 'kind', 'state', 'contactId', 'at', 'maker']);
const columnNames = (Object.keys(entryProperty) as (keyof typeof entryProperty)[]).filter(
  (name): name is ColumnName => !fixed.has(name),
);

function withoutNulls(properties: PropertyValues): PropertyValues {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== ''));
}
