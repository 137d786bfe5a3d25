import { bar } from '../../../../core/src/author/report/charts/tally-table.ts';
import { html, type Html } from '../../../../core/src/author/report/html.ts';
import type { CardData, CardLine, CardPart } from './card-data.ts';
import type { Instants } from './instants.ts';
import { stateWords } from './promise-words.ts';
import { toldList, type ToldLine } from './told-list.ts';

/** What the rep sees on the record in HubSpot: made by the server, shown here in plain HTML. */
export function cardSection(card: CardData, instants: Instants): Html {
  const lines = (title: string, told: readonly CardLine[]): Html | string =>
    told.length === 0
      ? ''
      : html`<h3>${title}</h3>
          ${toldList(told.map((line) => toldOf(line, instants)))}`;
  return html`<p class="headline">${partsOf(card.headline, instants)}</p>
    ${card.staleness.map(({ text }) => html`<p class="flag">${text}</p>`)}
    <ul class="axes" aria-label="Scores">
      ${card.axes.map((axis) => axisItem(axis, instants))} ${confidenceItem(card)}
    </ul>
    ${clockLine(card, instants)} ${lines('Why it is theirs', card.why)}
    ${
      card.question === null
        ? ''
        : html`<h3>Ask next</h3>
            <p>${card.question}</p>`
    }
    ${lines('What would change it', card.changes)}`;
}

function axisItem({ axis, score, band, highFrom, reasons }: CardData['axes'][number], instants: Instants): Html {
  const from = highFrom === null ? '' : `, ${band === 'high' ? '' : 'high '}from ${highFrom} on`;
  return html`<li>
    <span class="axis-name">${axis}</span>
    <strong>${score ?? '–'}</strong> <small>${band === null ? '' : `${band}${from}`}</small>
    ${bar(`${score ?? 0}%`)} ${toldList(reasons.map((reason) => toldOf(reason, instants)))}
  </li>`;
}

function confidenceItem({ confidence }: CardData): Html | string {
  if (confidence === null) return '';
  const basis = confidence.basis === 'history' ? 'from past leads' : 'by policy, not by history';
  return html`<li>
    <span class="axis-name">confidence</span> <strong>${confidence.value}</strong>
    <small>${confidence.band === null ? basis : `${confidence.band}, ${basis}`}</small>
    ${bar(`${confidence.value}%`)}
  </li>`;
}

function clockLine({ clock }: CardData, instants: Instants): Html | string {
  if (clock === null) return '';
  return html`<p>
    <span class="state ${clock.state}">${stateWords[clock.state]}</span>
    ${clock.promise ?? 'First touch'}${clock.dueAt === null ? '' : html`, due ${instants.shown(clock.dueAt)}`}${
      clock.answersFor === null ? '' : `; ${clock.answersFor} answers for it`
    }
  </p>`;
}

function toldOf({ points, parts }: CardLine, instants: Instants): ToldLine {
  return { points, words: html`${partsOf(parts, instants)}` };
}

function partsOf(parts: readonly CardPart[], instants: Instants): Html[] {
  return parts.map((part) => ('at' in part ? instants.shown(part.at) : html`${part.text}`));
}
