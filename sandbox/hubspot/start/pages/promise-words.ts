import { html, type Html } from '../../../../core/src/author/report/html.ts';
import type { Instants } from './instants.ts';
import type { DecidedView, PromiseState } from './lead-view.ts';

export const stateWords: Readonly<Record<PromiseState, string>> = {
  running: 'running',
  reminded: 'running, reminded',
  met: 'met',
  missed: 'missed',
  closed: 'closed',
};

/** "missed due Sat 21 Nov, 18:20:05", never by colour alone. */
export function promiseWords(promise: DecidedView['promise'], instants: Instants): Html {
  return promise === null
    ? html`<span class="soft">none</span>`
    : html`<span class="state ${promise.state}">${stateWords[promise.state]}</span>
        <small>due ${instants.shown(promise.dueAt)}</small>`;
}
