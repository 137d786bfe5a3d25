import { open } from 'node:fs/promises';
import { contentPolicy } from './content-policy.ts';
import { scriptJson } from './html.ts';
import { layOutPage } from './lay-out-page.ts';
import { packList, type PackedList } from './pack-list.ts';
import { readPageFiles } from './read-page-files.ts';
import type { ReportData } from './report-data.ts';

/**
 * Writes a report as one HTML file that loads nothing, so that it can be mailed, archived and opened anywhere.
 *
 * await writeReport(collector.finish(), 'runs/may/report.html');
 */
export async function writeReport(data: ReportData, outFile: string): Promise<void> {
  const { style, script } = await readPageFiles();
  const policy = contentPolicy(style, script);
  const page = layOutPage(data, { style, script, json: dataMark, policy }).markup;
  const place = page.indexOf(dataMark);
  const file = await open(outFile, 'w');
  try {
    await file.write(page.slice(0, place));
    for (const piece of listPieces(packList(data))) {
      await file.write(piece);
    }
    await file.write(page.slice(place + dataMark.length));
  } finally {
    await file.close();
  }
}

/** Stands where the list belongs until it is written: a list of thousands is never one text in memory. */
const dataMark = '"signalbox list"';

function* listPieces({ timeZone, lines, titles, leads }: PackedList): Generator<string> {
  yield `{"timeZone":${scriptJson(timeZone)},"titles":${scriptJson(titles)},"lines":[`;
  yield* arrayPieces(lines);
  yield '],"leads":[';
  yield* arrayPieces(leads);
  yield ']}';
}

function* arrayPieces(values: unknown[]): Generator<string> {
  const together = 200;
  for (let place = 0; place < values.length; place += together) {
    const piece = scriptJson(values.slice(place, place + together)).slice(1, -1);
    yield place === 0 ? piece : `,${piece}`;
  }
}
