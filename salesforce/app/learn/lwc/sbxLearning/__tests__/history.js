/** A history whose larger companies of one industry buy more often, as SbxLearnPage sends it. */

const day = 86400000;
const now = Date.UTC(2026, 10, 1);
/** Positions of core's standard fields. */
const channel = 0;
const industry = 9;
const employees = 31;
const messageWords = 35;

const card = (axis, attributes = []) => ({
  axis,
  basis: 'expert',
  basePoints: 40,
  attributes,
  tableStart: 0,
  scoreTable: [],
  agreementTable: [],
  isCalibrated: true,
  trainedOn: 0,
});

export const policy = {
  fields: [],
  scorecards: [card('fit'), card('engagement'), card('intent'), card('capacity')],
  signals: [],
  decayTable: [],
  thresholds: { fitHigh: 60, engagementHigh: 50 },
};

/** The same numbers every time: 0 to 1. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function row(place, count, draw) {
  const arrivedAt = now - (700 - (place / count) * 600) * day;
  const isSoftware = draw() < 0.4;
  const size = Math.floor(draw() * 500);
  const words = Math.floor(draw() * 60);
  const isWon = draw() < 0.06 + (isSoftware ? 0.2 : 0) + (size > 250 ? 0.2 : 0) + (words > 30 ? 0.15 : 0);
  return [
    `00Q${`${place}`.padStart(12, '0')}AAA`,
    arrivedAt,
    `person${place}`,
    isWon ? 'won' : 'lost',
    arrivedAt + (5 + draw() * 40) * day,
    isWon ? 'Closed Won' : 'Closed Lost',
    isWon ? 'Closed Won' : 'Closed Lost',
    isWon ? 'Best offer' : 'Too expensive',
    'Ana',
    arrivedAt + day / 2,
    [
      channel,
      draw() < 0.5 ? 'webform' : 'demorequest',
      industry,
      isSoftware ? 'software' : 'finance',
      employees,
      size,
      messageWords,
      words,
    ],
    [],
    [],
  ];
}

/** Pages of 200 leads, and how they are asked for. */
export function pagesOf(count) {
  const draw = chance(7);
  const rows = Array.from({ length: count }, (_, place) => row(place, count, draw));
  const pages = [];
  for (let start = 0; start < count || start === 0; start += 200) {
    const some = rows.slice(start, start + 200);
    pages.push(
      JSON.stringify({
        rows: some,
        last: some.length === 0 ? null : some[some.length - 1][0],
        isDone: start + 200 >= count,
      }),
    );
  }
  return pages;
}

export const lookedAt = now;
