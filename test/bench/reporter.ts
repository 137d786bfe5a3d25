import { formatFigure, isShort, type Bar, type Figure } from './figure.ts';

/** Prints figures as they are measured and remembers whether any is short. */
export class Reporter {
  #shortCount = 0;

  get shortCount(): number {
    return this.#shortCount;
  }

  heading(text: string): void {
    console.log(`\n${text}`);
  }

  note(text: string): void {
    console.log(`  ${text}`);
  }

  figure(name: string, amount: number, unit: string, bar: Bar | null = null): void {
    const figure: Figure = { name, amount, unit, bar };
    this.#shortCount += isShort(figure) ? 1 : 0;
    console.log(`  ${formatFigure(figure)}`);
  }
}
