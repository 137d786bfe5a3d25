import { cutAtPlain, isPlain, isPrintable, lowerPlain, squeezePlain } from './text.ts';
import type { Int } from './number.ts';
import { isPlainRun } from './plain-run.ts';

/**
 * The Latin letters beyond ASCII with what they fold to, as pairs "éIe": the engine's own table, so that no platform's
 * locale or Unicode version decides. Letters of other scripts stay as they are.
 */
const latinFolds: string[] = [
  'ÀÁÂÃÅĀĂĄàáâãåāăąa',
  'ÇĆĈĊČçćĉċčc',
  'ĎĐďđÐðd',
  'ÈÉÊËĒĔĖĘĚèéêëēĕėęěe',
  'ĜĞĠĢĝğġģg',
  'ĤĦĥħh',
  'ÌÍÎÏĨĪĬĮİìíîïĩīĭįıi',
  'Ĵĵj',
  'Ķķk',
  'ĹĻĽĿŁĺļľŀłl',
  'ÑŃŅŇñńņňn',
  'ÒÓÔÕØŌŎŐòóôõøōŏőo',
  'ŔŖŘŕŗřr',
  'ŚŜŞŠȘśŝşšșs',
  'ŢŤŦȚţťŧțt',
  'ÙÚÛŨŪŬŮŰŲùúûũūŭůűųu',
  'Ŵŵw',
  'ÝŶŸýÿŷy',
  'ŹŻŽźżžz',
];

/** Letters that fold to two, as German and Scandinavian address books do. */
const doubleFolds: string[] = ['Ääae', 'Ööoe', 'Üüue', 'ßẞss', 'Ææae', 'Œœoe', 'Þþth'];

function latinTable(): Map<Int, string> {
  const table = new Map<Int, string>();
  for (const line of latinFolds) {
    for (let place: Int = 0; place < line.length - 1; place += 1) {
      table.set(line.charCodeAt(place), line.substring(line.length - 1));
    }
  }
  for (const line of doubleFolds) {
    table.set(line.charCodeAt(0), line.substring(2));
    table.set(line.charCodeAt(1), line.substring(2));
  }
  return table;
}

const foldedByUnit: Map<Int, string> = latinTable();

/** Blanks beyond ASCII: no-break, ogham, en to hair, narrow, mathematical, ideographic, byte order mark. */
export function isBlankUnit(unit: Int): boolean {
  if (unit <= 32 || unit === 0x7f || unit === 0x85 || unit === 0xa0 || unit === 0x1680) {
    return true;
  }
  if (unit >= 0x2000 && unit <= 0x200b) {
    return true;
  }
  return unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000 || unit === 0xfeff;
}

/**
 * One spelling for comparing: lower case, Latin letters without marks, single blanks, none at the ends.
 *
 * fold("  Müller & Søn ") → "mueller & son"; fold("ŁÓDŹ") → "lodz".
 */
export function fold(text: string): string {
  if (isPrintable(text)) {
    return lowerPlain(isSqueezed(text) ? text : squeezePlain(text));
  }
  if (isPlain(text)) {
    return lowerPlain(squeezePlain(text));
  }
  const parts: string[] = [];
  let before: string = '';
  for (const run of cutAtPlain(text)) {
    if (isPlainRun(run)) {
      parts.push(lowerPlain(run));
    } else {
      foldOthers(parts, run, before);
    }
    before = run;
  }
  return squeezePlain(parts.join(''));
}

/** Folds a run of characters that are not plain; `before` is the plain run it follows. Blanks of all kinds become one. */
function foldOthers(parts: string[], run: string, before: string): void {
  for (let place: Int = 0; place < run.length; place += 1) {
    const unit: Int = run.charCodeAt(place);
    parts.push(isBlankUnit(unit) ? ' ' : foldUnit(run, place, unit, before));
  }
}

/**
 * What one unit beyond plain text folds to: a letter of the table, nothing for a mark that stands on the letter before it, or
 * the unit itself.
 */
export function foldUnit(run: string, place: Int, unit: Int, before: string): string {
  if (unit >= 0x300 && unit <= 0x36f) {
    return unit === 0x308 && place === 0 && endsInUmlautLetter(before) ? 'e' : '';
  }
  return foldedByUnit.get(unit) ?? run.substring(place, place + 1);
}

/** Whether two dots typed as a character of their own make an umlaut of the letter before them. */
function endsInUmlautLetter(before: string): boolean {
  return before.length > 0 && 'aouAOU'.includes(before.substring(before.length - 1));
}

/** Whether a printable text has no blank at its ends and no two in a row. */
function isSqueezed(text: string): boolean {
  return !text.startsWith(' ') && !text.endsWith(' ') && !text.includes('  ');
}

/** As typed, but with single blanks and none at the ends. squeeze("\u00a0 Ana  Ruiz") → "Ana Ruiz". */
export function squeeze(text: string): string {
  if (isPrintable(text) && isSqueezed(text)) {
    return text;
  }
  if (isPlain(text)) {
    return squeezePlain(text);
  }
  const parts: string[] = [];
  for (const run of cutAtPlain(text)) {
    parts.push(isPlainRun(run) ? run : blankOut(run));
  }
  return squeezePlain(parts.join(''));
}

/** A run of characters that are not plain, with a plain blank for each that is blank. */
function blankOut(run: string): string {
  const parts: string[] = [];
  for (let place: Int = 0; place < run.length; place += 1) {
    parts.push(isBlankUnit(run.charCodeAt(place)) ? ' ' : run.substring(place, place + 1));
  }
  return parts.join('');
}
