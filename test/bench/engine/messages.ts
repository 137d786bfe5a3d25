import type { RandomStream } from '../../../core/sample/random.ts';

/** Who writes, in which words. Sales leads are most of them, as in a real inbox. */
// prettier-ignore
const openings = [
  'Hello Northlight team,', 'Hi there,', 'Good morning,', 'Hey,', 'Dear Sir or Madam,', 'Hi, thanks for the webinar last week.',
  'Guten Tag,', 'Bonjour à toute l’équipe,', 'Hola, ¿qué tal?',
];

const wishes = [
  [
    'we are comparing tools for shift planning and would like a quote for about eighty seats.',
    'we run three depots and plan everything in spreadsheets, which no longer works since we opened the second site.',
    'could somebody show us a demo this week? Our current contract with Rotaplan ends in June and must be cancelled in time.',
    'my director has approved the budget and asked me to find two vendors, so I need prices and your terms.',
    'we saw your comparison page and want to know whether an import from our old system is part of the price.',
    'wir suchen für unsere Werke in Köln und Graz eine Lösung für die Einsatzplanung und bitten um ein Angebot.',
    'nous cherchons un outil pour planifier nos équipes à Lyon et à Genève, idéalement avant l’été.',
    'I am looking for pricing for 250 field technicians, with single sign-on and an interface to our payroll.',
  ],
  [
    'the monthly export shows the last week twice and payroll is due tomorrow, please help.',
    'I can no longer log in since this morning, the reset link never arrives and my colleagues have the same problem.',
  ],
  [
    'we are a consultancy with forty customers in retail and would like to become a reseller or implementation partner.',
  ],
  ['we offer search engine marketing at a fraction of the usual rates and guarantee the first page of every search.'],
  ['just having a look around, nothing concrete yet.', 'please send more information.'],
];

const details = [
  'We have around 120 people in four countries and grow by a third every year.',
  'Timing matters: we want to go live before the end of the quarter, and holidays start soon.',
  'Our works council has to agree, so data protection and hosting in Europe are important to us.',
  'At present two planners spend a whole day a week on it.',
  'Is there an interface to SAP, and who would train our team leads?',
  'Besides me the head of operations and somebody from procurement will be in the call.',
  'A short call next Tuesday or Wednesday afternoon would suit us best.',
  'Please no long sales process, an offer and one call are enough for us.',
  'We had a look at OpsGrid as well but found it too complicated for the people on the floor.',
  'Für Rückfragen erreichen Sie mich am besten vormittags.',
];

/** A message of some 250 characters: an opening, a wish and two or three details. */
export function writeMessage(draw: RandomStream): string {
  // prettier-ignore
  const wish = draw.pick(wishes[draw.weighted([[0, 74], [1, 8], [2, 5], [3, 7], [4, 6]])]!);
  // prettier-ignore
  const count = draw.weighted([[0, 10], [1, 35], [2, 40], [3, 15]]);
  return `${draw.pick(openings)}\n\n${[wish, ...draw.shuffled(details).slice(0, count)].join(' ')}`;
}
