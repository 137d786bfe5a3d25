/* global document */

/**
 * @typedef {{ code: string, text: string, points: number }} Line
 * @typedef {{ code: string, title: string, lines: Line[] }} Section
 * @typedef {{ submissionKey: string, personName: string, email: string | null, company: string | null,
 *   message: string | null, receivedAt: number }} Person
 * @typedef {{ rowNumber: number, lead: Person, decisionHash: string, arrivedFrom: string, owner: string,
 *   destination: string, reason: string, bucket: string, fit: number, engagement: number, intent: number,
 *   capacity: number, confidence: number, dueAt: number, problems: string[], headline: string,
 *   story: number[][] }} Lead
 */

/** Reads what the page was written with. */
export function readData() {
  const { timeZone, lines, titles, leads } = JSON.parse(document.getElementById('report-data').textContent);
  return { timeZone, leads, storyOf: (lead) => lead.story.map((places) => sectionOf(places, lines, titles)) };
}

function sectionOf([title, ...places], lines, titles) {
  return {
    code: titles[title][0],
    title: titles[title][1],
    lines: places.map((place) => ({ code: lines[place][0], text: lines[place][1], points: lines[place][2] })),
  };
}
