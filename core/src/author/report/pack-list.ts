import type { ListedLead, ReportData } from './report-data.ts';

/** A story line: code, text, points. */
type PackedLine = readonly [code: string, text: string, points: number];

/** The list as the page reads it: every distinct story line once, each story as places among them. */
export type PackedList = {
  timeZone: string;
  lines: PackedLine[];
  titles: (readonly [code: string, title: string])[];
  leads: (Omit<ListedLead, 'tell'> & { headline: string; story: number[][] })[];
};

/** Most lines stand in many stories, so that a list is a third of its size when it names each of them once. */
export function packList({ list, timeZone }: ReportData): PackedList {
  const lines = new Places<PackedLine>();
  const titles = new Places<readonly [string, string]>();
  const leads = list.map(({ tell, ...lead }) => {
    const { headline, sections } = tell();
    const story = sections.map((section) => [
      titles.placeOf([section.code, section.title]),
      ...section.lines.map(({ code, text, points }) => lines.placeOf([code, text, points])),
    ]);
    return { ...lead, headline, story };
  });
  return { timeZone, lines: lines.values, titles: titles.values, leads };
}

class Places<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();

  placeOf(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
