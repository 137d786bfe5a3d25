import { readFile, writeFile } from 'node:fs/promises';
import { contentPolicy } from '../../report/content-policy.ts';
import { readStyle } from '../../report/read-page-files.ts';
import type { Training } from '../training.ts';
import { layOutTrainingPage } from './lay-out-training-page.ts';

/**
 * Writes what a training found as one HTML file that loads nothing, so that it can be mailed, archived and opened anywhere.
 *
 * await writeTrainingReport(training, 'runs/may/training.html');
 */
export async function writeTrainingReport(training: Training, file: string): Promise<void> {
  const style = await readTrainingStyle();
  await writeFile(file, layOutTrainingPage(training, { style, policy: contentPolicy(style, null) }).markup);
}

/** The style of the page, for whoever shows the training inside another one. */
export async function readTrainingStyle(): Promise<string> {
  return readStyle([await readFile(new URL('./style/training.css', import.meta.url), 'utf8')]);
}
