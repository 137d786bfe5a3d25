/**
 * A type of Apex. There is one object for each type, so types are compared with `===`.
 *
 * `name` is canonical: the platform's types carry their namespace (`System.String`, `Database.SaveResult`), a type that
 * source declares has the name it was declared with (`SbxJudge`, `SbxJudge.Answer`), an sObject has its object name behind
 * `SObject:` (`SObject:Account`). A name read from source may have any case; the canonical one has the case of its declaration.
 */
export type ApexType = {
  readonly name: string;
  readonly args: readonly ApexType[];
  /** name and arguments as one text: `System.Map<System.String,SObject:Account>`. */
  readonly key: string;
};

const known = new Map<string, ApexType>();

/** The one object for a type. typeOf('System.List', [stringType]).key → "System.List<System.String>". */
export function typeOf(name: string, args: readonly ApexType[] = []): ApexType {
  const key = args.length === 0 ? name : `${name}<${args.map((each) => each.key).join(',')}>`;
  let type = known.get(key);
  if (type === undefined) {
    type = { name, args, key };
    known.set(key, type);
  }
  return type;
}

/** As Apex shows a type to people, for instance in messages: `Map<String,Account>`. */
export function displayName(type: ApexType): string {
  const name = type.name.replace(/^System\.|^SObject:/, '');
  return type.args.length === 0 ? name : `${name}<${type.args.map(displayName).join(',')}>`;
}

export const objectType = typeOf('System.Object');
export const stringType = typeOf('System.String');
export const booleanType = typeOf('System.Boolean');
export const integerType = typeOf('System.Integer');
export const longType = typeOf('System.Long');
export const doubleType = typeOf('System.Double');
export const decimalType = typeOf('System.Decimal');
export const idType = typeOf('System.Id');
export const dateType = typeOf('System.Date');
export const datetimeType = typeOf('System.Datetime');
export const timeType = typeOf('System.Time');
export const blobType = typeOf('System.Blob');
export const sObjectType = typeOf('System.SObject');
/** What a method without a value returns. */
export const voidType = typeOf('void');
/** The type of the literal null. */
export const nullType = typeOf('null');

export function listOf(element: ApexType): ApexType {
  return typeOf('System.List', [element]);
}
