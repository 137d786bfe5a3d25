import { LightningElement } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import { messageOf } from 'c/sbxErrors';
import { History, Stopped } from 'c/sbxLearning';
import readView from '@salesforce/apex/SbxLearnPage.view';
import readPage from '@salesforce/apex/SbxLearnPage.page';
import putInRows from '@salesforce/apex/SbxLearnPage.putIn';
import takeBackRows from '@salesforce/apex/SbxLearnPage.takeBack';

const mostLeads = 50000;
const leastKnown = 0.05;
/** Words by which a status most likely means that nobody will buy; whoever looks says for sure. */
const lostWords = ['not converted', 'unqualified', 'disqualified', 'lost', 'dead', 'junk', 'rejected'];

const tell = (count, thing) => `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

/**
 * From won and lost leads to a draft: reads the history page by page, learns in the page, shows what came of it, and puts it into
 * the draft when somebody says so.
 */
export default class SbxLearn extends LightningElement {
  timeZone = timeZone;
  view = null;
  problem = null;
  isLoading = true;
  /** reading, learning or null. */
  phase = null;
  progress = '';
  percentDone = 0;
  lostStatuses = [];
  training = null;
  /** What goes into the draft; null where nothing was learned. */
  parts = null;
  /** Fields that nearly no lead of the past has: what was in them then cannot be told. */
  unknownFields = '';
  /** What putting it into the draft came to. */
  told = null;

  history = null;
  last = null;
  isRead = false;
  isStopped = false;

  connectedCallback() {
    this.load();
  }

  disconnectedCallback() {
    this.isStopped = true;
  }

  get isOpening() {
    return this.isLoading && !this.isBusy;
  }

  get isReady() {
    return this.view !== null && this.view.policy;
  }

  get isUnpublished() {
    return this.view !== null && !this.view.policy;
  }

  get isBusy() {
    return this.phase !== null;
  }

  get isHalfway() {
    return !this.isBusy && this.history !== null && this.training === null;
  }

  get statusOptions() {
    return this.view.statuses.map((status) => ({ label: status, value: status }));
  }

  get hasStatuses() {
    return this.view.statuses.length > 0;
  }

  get goOnLabel() {
    return this.isRead ? 'Learn again' : `Go on after ${tell(this.history.count, 'lead')}`;
  }

  get outcome() {
    const { leadCount, labels, horizon } = this.training;
    return (
      `${tell(leadCount, 'lead')} read. ${tell(labels.count, 'lead')} with an answer within ${horizon.days} days ` +
      `(${horizon.reason}), ${labels.wonCount} of them won; ${labels.censoredCount} are too young for one.`
    );
  }

  /** The first thing to know: which axis learned something, and whether it does better than today. */
  get verdicts() {
    return this.cards.map((card) => ({ axis: card.axis, text: verdictOf(card) }));
  }

  get cards() {
    return [this.training.fit, this.training.engagement];
  }

  get mayPutIn() {
    return this.view.mayPutIn && this.parts !== null;
  }

  get hasTrainings() {
    return this.view !== null && this.view.trainings.length > 0;
  }

  get trainings() {
    return this.view.trainings.map((each, place) => ({ ...each, place: `${place}` }));
  }

  takeStatuses(event) {
    this.lostStatuses = event.detail.value;
  }

  async load() {
    await this.attempt(async () => {
      this.view = await readView();
      this.lostStatuses = this.view.statuses.filter((status) =>
        lostWords.some((word) => status.toLowerCase().includes(word)),
      );
    });
  }

  /** From the beginning. */
  async look() {
    this.history = new History(this.view.policy);
    this.last = null;
    this.isRead = false;
    await this.goOn();
  }

  /** Where an error or somebody stopped it. */
  async goOn() {
    this.training = null;
    this.told = null;
    this.isStopped = false;
    await this.attempt(async () => {
      await this.readHistory();
      await this.learn();
    });
    this.phase = null;
  }

  async readHistory() {
    this.phase = 'reading';
    while (!this.isRead) {
      this.show(`${tell(this.history.count, 'lead')} read`, this.history.count, mostLeads);
      // One page after the other: each begins where the one before ended.
      // eslint-disable-next-line no-await-in-loop
      const page = await readPage({
        before: this.last,
        lostStatuses: this.lostStatuses,
        trackedSince: this.view.trackedSince,
      });
      if (this.isStopped) {
        throw new Stopped();
      }
      const { last, isDone } = this.history.add(page, mostLeads);
      this.last = last ?? this.last;
      this.isRead = isDone;
    }
  }

  async learn() {
    this.phase = 'learning';
    const training = await this.history.learn(Date.now(), (phase, done, all) => {
      this.show(`Learning from ${tell(this.history.count, 'lead')}, ${phase}: ${done} of ${all}`, done, all);
      return !this.isStopped;
    });
    this.parts = this.history.partsOf(training);
    this.unknownFields = this.history
      .known()
      .filter(({ count }) => count < this.history.count * leastKnown)
      .map(({ label }) => label)
      .join(', ');
    this.training = training;
  }

  show(progress, done, all) {
    this.progress = progress;
    this.percentDone = all === 0 ? 0 : Math.round((done / all) * 100);
  }

  cancel() {
    this.isStopped = true;
  }

  async putIn() {
    await this.attempt(async () => {
      const { added, removed } = await putInRows({ learned: this.parts, summary: this.outcome });
      await this.refresh();
      this.told = `It is in the draft: ${added} rows came, ${removed} went. Nothing is published yet. Go on with the page Publish: it shows the difference.`;
    });
  }

  async takeBack() {
    await this.attempt(async () => {
      await takeBackRows();
      await this.refresh();
      this.told = 'The draft has the cards of the live revision again.';
    });
  }

  async refresh() {
    const { trainings } = await readView();
    this.view = { ...this.view, trainings };
  }

  async attempt(action) {
    this.isLoading = true;
    this.problem = null;
    try {
      await action();
    } catch (error) {
      this.problem =
        error instanceof Stopped ? 'Stopped. What was read is kept until you leave the page.' : messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }
}

function verdictOf(card) {
  const name = card.axis === 'fit' ? 'Fit' : 'Engagement';
  if (card.kind === 'refused') {
    return `${name}: nothing was learned, the present card stays.`;
  }
  const split = card.evaluation.timeSplit;
  if (split === null) {
    return `${name}: learned, and never tried on later leads.`;
  }
  const own = split.frozen.areaUnderCurve.toFixed(2);
  if (!split.present) {
    return `${name}: learned. On later leads ${own}, where 0.50 is chance.`;
  }
  const present = split.present.areaUnderCurve.toFixed(2);
  return split.present.areaUnderCurve >= split.frozen.areaUnderCurve
    ? `${name}: learned, but no better than today. On later leads ${own}, the present card ${present}.`
    : `${name}: learned, and better than today. On later leads ${own}, the present card ${present}.`;
}
