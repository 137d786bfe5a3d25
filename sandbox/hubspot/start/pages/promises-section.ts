import { countWords } from '../../../../core/src/author/report/charts/percent.ts';
import { tallyTable } from '../../../../core/src/author/report/charts/tally-table.ts';
import { html, type Html } from '../../../../core/src/author/report/html.ts';
import { promiseStates, type DecidedView, type PromiseState } from './lead-view.ts';
import { stateWords } from './promise-words.ts';

type Promised = NonNullable<DecidedView['promise']>;

/** How the promises of a first touch stand, all together and by promise. */
export function promisesSection(promised: readonly Promised[]): Html {
  const inState = (of: readonly Promised[], state: PromiseState): number =>
    of.filter((promise) => promise.state === state).length;
  const tallies = promiseStates.map((state) => ({
    key: state,
    label: stateWords[state],
    count: inState(promised, state),
  }));
  const byLabel = [...Map.groupBy(promised, ({ label }) => label)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return html`<section id="promises" aria-labelledby="promises-heading">
    <h2 id="promises-heading">Promises of a first touch</h2>
    <div class="cards">
      <div class="card whole">${tallyTable('How they stand', 'State', tallies, promised.length)}</div>
      <div class="card whole">
        <div class="scroll" tabindex="0" role="group" aria-label="Promises by name">
          <table class="plain">
            <caption>
              By promise
            </caption>
            <thead>
              <tr>
                <th scope="col">Promise</th>
                ${promiseStates.map((state) => html`<th scope="col" class="number">${stateWords[state]}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${byLabel.map(
                ([label, of]) =>
                  html`<tr>
                    <th scope="row">${label}</th>
                    ${promiseStates.map((state) => html`<td class="number">${countWords(inState(of, state))}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  </section>`;
}
