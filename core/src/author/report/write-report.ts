import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { scriptJson } from './html.ts';
import { layOutPage } from './lay-out-page.ts';
import { packList } from './pack-list.ts';
import { readPageFiles } from './read-page-files.ts';
import type { ReportData } from './report-data.ts';

/**
 * Writes a report as one HTML file that loads nothing, so that it can be mailed, archived and opened anywhere.
 *
 * await writeReport(collector.finish(), 'runs/may/report.html');
 */
export async function writeReport(data: ReportData, outFile: string): Promise<void> {
  const { style, script } = await readPageFiles();
  const policy = [
    "default-src 'none'",
    `style-src '${sourceHash(style)}'`,
    `script-src '${sourceHash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = layOutPage(data, { style, script, json: scriptJson(packList(data)), policy });
  await writeFile(outFile, page.markup);
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
