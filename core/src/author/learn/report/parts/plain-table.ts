import { html, type Html } from '../../../report/html.ts';

/** A heading of a table; numbers stand to the right. */
export type Heading = { words: string; isNumber: boolean };

export const text = (words: string): Heading => ({ words, isNumber: false });
export const number = (words: string): Heading => ({ words, isNumber: true });

type Cell = Html | string;

/** A table whose first column names the row. */
export function plainTable(
  caption: string,
  headings: readonly Heading[],
  rows: readonly (readonly [name: Cell, ...cells: Cell[]])[],
): Html {
  const kind = ({ isNumber }: Heading): string => (isNumber ? 'number' : '');
  return html`<table class="plain">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col" class="${kind(heading)}">${heading.words}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell, place) => html`<td class="${kind(headings[place + 1]!)}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
