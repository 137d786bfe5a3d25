import { countWords } from '../../report/charts/percent.ts';
import { pointsPerDoubling } from '../fit/point-scale.ts';

/** A blank at which no line ends. */
const unbroken = '\u00a0';

/** A share of 0 to 1 in words. percentWords(0.074) → "7.4 %"; from ten per cent on without decimals. */
export function percentWords(share: number): string {
  if (!isFigure(share)) return 'not known';
  const percent = share * 100;
  return `${percent.toFixed(Math.abs(percent) < 9.95 && percent !== 0 ? 1 : 0)}${unbroken}%`;
}

/** rangeWords(0.266, 0.412) → "27 – 41 %" */
export function rangeWords(low: number, high: number): string {
  return `${percentWords(low).slice(0, -2)}${unbroken}–${unbroken}${percentWords(high)}`;
}

/** wholePercentWords(0.05) → "5 %" */
export function wholePercentWords(share: number): string {
  return isFigure(share) ? `${Math.round(share * 100)}${unbroken}%` : 'not known';
}

/** A figure with so many decimals; what could not be measured is "not known". */
export function figureWords(figure: number, decimals: number): string {
  return isFigure(figure) ? figure.toFixed(decimals) : 'not known';
}

/** What JSON can't hold comes back as null. */
export function isFigure(figure: number | null): figure is number {
  return figure !== null && Number.isFinite(figure);
}

/** countOf(1, 'lead') → "1 lead"; countOf(1200, 'lead') → "1,200 leads". */
export function countOf(count: number, one: string, more = `${one}s`): string {
  return `${countWords(count)} ${count === 1 ? one : more}`;
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** An instant as a day in UTC: "1 Jul 2026". */
export function dayWords(instant: number | null): string {
  return isFigure(instant) ? day.format(instant) : 'not known';
}

/** signedWords(-6) → "−6" */
export function signedWords(points: number): string {
  return points === 0 ? '0' : `${points < 0 ? '−' : '+'}${countWords(Math.abs(points))}`;
}

/** The first letter as a sentence begins. */
export function upperFirst(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** What a finding says as a sentence of its own. asSentence('no field has values') → "No field has values." */
export function asSentence(words: string): string {
  const sentence = upperFirst(words);
  return sentence === '' || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What points do to the odds of winning. oddsWords(20) → "× 2.0"; oddsWords(-20) → "× 0.50". */
export function oddsWords(points: number): string {
  const times = 2 ** (points / pointsPerDoubling);
  return `× ${times.toFixed(times < 1 ? 2 : times < 10 ? 1 : 0)}`;
}
