import { html } from '../../../core/src/author/report/html.ts';
import { pageOf, tableOfRows } from './page-frame.ts';
import { sentence } from './problem-text.ts';
import type { RuleProblem } from './rule-store.ts';

export const problemsFileName = 'draft-problems.html';

/** What keeps the draft from being published, as a page. The same problems make the same page. */
export function problemsPage(problems: readonly RuleProblem[]): string {
  const rows = problems.map(({ code, about, found, next }) => [code, about, sentence(found), next]);
  return pageOf(
    'Problems of the draft',
    html`<h1>Problems of the draft</h1>
      ${
        problems.length === 0
          ? html`<p>There are none. The draft can be published.</p>`
          : tableOfRows(['Code', 'Where', 'What', 'What to do'], rows)
      }`,
  );
}
