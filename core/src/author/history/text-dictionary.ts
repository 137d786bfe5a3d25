import type { History } from './open-history.ts';

/** The texts of a column as an enumeration of the database, so that its rows come as numbers. */
export type TextDictionary = {
  /** A whole number by row; -1 is not known. */
  codeSql: string;
  /** The place in `texts` of each number; -1 is not known after all. */
  places: Int32Array;
  texts: string[];
};

/**
 * Reads every text of a column once.
 *
 * @param cell the text in SQL
 * @param read how a text is written for comparing; null when it says nothing
 */
export async function readDictionary(
  { connection }: History,
  name: string,
  relation: string,
  cell: string,
  read: (text: string) => string | null,
): Promise<TextDictionary> {
  await connection.run(`DROP TYPE IF EXISTS ${name}`);
  await connection.run(
    `CREATE TYPE ${name} AS ENUM (SELECT DISTINCT ${cell} AS text FROM ${relation} WHERE ${cell} IS NOT NULL ORDER BY text)`,
  );
  const listed = await connection.runAndReadAll(`SELECT unnest(enum_range(NULL::${name}))::VARCHAR`);
  const texts: string[] = [];
  const placeByText = new Map<string, number>();
  const places = Int32Array.from(listed.getRows(), ([typed]) => {
    const text = read(String(typed));
    if (text === null) {
      return -1;
    }
    const place = placeByText.get(text) ?? texts.length;
    if (place === texts.length) {
      placeByText.set(text, place);
      texts.push(text);
    }
    return place;
  });
  return { codeSql: `coalesce(enum_code((${cell})::${name})::INTEGER, -1)`, places, texts };
}
