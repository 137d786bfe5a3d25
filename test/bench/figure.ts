/** One measured number, with the bar it has to reach; without a bar it is only information. */
export type Figure = { name: string; amount: number; unit: string; bar: Bar | null };

export type Bar = { kind: 'atLeast' | 'atMost'; limit: number };

export const atLeast = (limit: number): Bar => ({ kind: 'atLeast', limit });
export const atMost = (limit: number): Bar => ({ kind: 'atMost', limit });

/** Whether a figure misses its bar. */
export function isShort({ amount, bar }: Figure): boolean {
  if (bar === null) {
    return false;
  }
  // Written this way round a figure that is not a number is short, too.
  return bar.kind === 'atLeast' ? !(amount >= bar.limit) : !(amount <= bar.limit);
}

/** Three digits are as many as a noisy machine can stand for; shares below a tenth keep four places. */
export function formatAmount(amount: number): string {
  const size = Math.abs(amount);
  const digits = size >= 100 || Number.isInteger(amount) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
  return amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** `decide with record          41,300 leads/s    bar ≥ 30,000     ok` */
export function formatFigure(figure: Figure): string {
  const line = `${figure.name.padEnd(44)}${formatAmount(figure.amount).padStart(10)} ${figure.unit.padEnd(12)}`;
  if (figure.bar === null) {
    return line.trimEnd();
  }
  const bar = `bar ${figure.bar.kind === 'atLeast' ? '≥' : '≤'} ${figure.bar.limit.toLocaleString('en-US')}`;
  return `${line}${bar.padEnd(16)}${isShort(figure) ? 'short' : 'ok'}`;
}
