import { writeInstants } from './format-time.js';
import { make } from './make-element.js';

const axes = ['fit', 'engagement', 'intent', 'capacity', 'confidence'];

/** These say what did not decide: there, but folded. */
const foldedCodes = ['guardsPassed', 'rulePassed'];

/** A lead's whole story: the decision in one line, the person's own words, then one answer after the other. */
export function storyContent(lead, sections, times) {
  return [
    storyHead(lead, times),
    ownWords(lead),
    ...sections.map((section) => storySection(section, times)),
    storyFoot(lead),
  ].filter((part) => part !== null);
}

function storyHead(lead, times) {
  const { personName, email, company, submissionKey, receivedAt } = lead.lead;
  const about = [company, email].filter((each) => each !== null && each !== '').join(' · ');
  return make(
    'header',
    {},
    make('h2', { id: 'story-name', tabindex: '-1' }, personName || email || submissionKey),
    make('p', { class: 'about' }, about),
    make('p', { class: 'headline' }, writeInstants(lead.headline, times)),
    make('ul', { class: 'meters' }, ...axes.map((axis) => meterOf(axis, lead[axis]))),
    make('p', { class: 'about' }, `Received ${times.full(receivedAt)}`),
  );
}

function meterOf(axis, score) {
  const meter = make('span', { class: 'meter', 'aria-hidden': 'true' }, make('span', {}));
  meter.firstChild.style.width = `${score}%`;
  return make('li', {}, make('span', {}, axis), ' ', make('strong', {}, String(score)), meter);
}

/** These are about points, also where they came to none. */
const scoredCodes = ['value', 'otherValue', 'missingValue', 'signal', 'base'];

/** So much of a message is read at a glance; the whole of a longer one is folded. */
const glance = 600;

function ownWords({ lead: { message } }) {
  if (message === null) return null;
  const whole = make('blockquote', {}, message);
  return make(
    'section',
    { class: 'own-words' },
    make('h3', {}, 'In their words'),
    ...(message.length <= glance
      ? [whole]
      : [
          make('blockquote', {}, beginningOf(message)),
          make('details', {}, make('summary', {}, 'The whole message'), whole),
        ]),
  );
}

/** Ends at a blank where there is one, so that no word and no character is cut in two. */
function beginningOf(message) {
  const blank = message.lastIndexOf(' ', glance);
  return `${blank > 0 ? message.slice(0, blank) : [...message].slice(0, glance).join('')} …`;
}

function storySection({ code, title, lines }, times) {
  const isFolded = (line) => foldedCodes.includes(line.code);
  const open = lines.filter((line) => !isFolded(line));
  const folded = lines.filter(isFolded);
  return make(
    'section',
    { class: `story-${code}` },
    make('h3', {}, title),
    make('ul', {}, ...open.map((line) => storyLine(line, times))),
    folded.length === 0
      ? null
      : make(
          'details',
          {},
          make('summary', {}, `What did not decide (${folded.length})`),
          make('ul', {}, ...folded.map((line) => storyLine(line, times))),
        ),
  );
}

function storyLine({ code, text, points }, times) {
  const words = make('span', {}, writeInstants(text, times));
  if (!scoredCodes.includes(code)) return make('li', { class: `line-${code}` }, words);
  return make(
    'li',
    { class: `line-${code} scored` },
    make('span', { class: pointsClass(points) }, signed(points)),
    words,
  );
}

function pointsClass(points) {
  if (points === 0) return 'points none';
  return points < 0 ? 'points minus' : 'points';
}

/** signed(-6) → "−6" */
function signed(points) {
  if (points === 0) return '0';
  return points < 0 ? `−${-points}` : `+${points}`;
}

function storyFoot({ lead, rowNumber, arrivedFrom, decisionHash, problems }) {
  return make(
    'footer',
    {},
    problems.length === 0 ? null : make('p', {}, `Problems noted: ${problems.join(', ')}`),
    make('p', {}, `Lead ${lead.submissionKey}, row ${rowNumber} of ${arrivedFrom}`),
    make('p', {}, 'Decision ', make('code', {}, decisionHash)),
  );
}
