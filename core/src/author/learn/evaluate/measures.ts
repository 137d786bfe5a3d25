/** Figures of predictions against what happened. `scores` may be on any scale; `chances` are 0 to 1. */

/**
 * The chance that a won lead stands above one that was not won; ties count half. NaN when there is only one class.
 *
 * areaUnderCurve([1, 2, 3], [0, 0, 1]) → 1. Source: Mann and Whitney 1947.
 */
export function areaUnderCurve(scores: ArrayLike<number>, labels: Uint8Array): number {
  const order = Uint32Array.from({ length: labels.length }, (_, place) => place);
  order.sort((one, other) => scores[one]! - scores[other]!);
  let wins = 0;
  let rankSum = 0;
  for (let place = 0; place < order.length;) {
    const score = scores[order[place]!]!;
    let end = place;
    let winsHere = 0;
    for (; end < order.length && scores[order[end]!] === score; end += 1) {
      winsHere += labels[order[end]!]!;
    }
    rankSum += winsHere * ((place + 1 + end) / 2);
    wins += winsHere;
    place = end;
  }
  const others = labels.length - wins;
  return wins === 0 || others === 0 ? Number.NaN : (rankSum - (wins * (wins + 1)) / 2) / (wins * others);
}

const leastChance = 1e-12;

/** The average surprise, in natural units. Less is better; always saying the base rate is what to beat. */
export function logLoss(chances: ArrayLike<number>, labels: Uint8Array): number {
  let sum = 0;
  for (let place = 0; place < labels.length; place += 1) {
    const chance = Math.min(1 - leastChance, Math.max(leastChance, chances[place]!));
    sum -= Math.log(labels[place] === 1 ? chance : 1 - chance);
  }
  return sum / labels.length;
}

/** The average squared distance between chance and outcome. */
export function brierScore(chances: ArrayLike<number>, labels: Uint8Array): number {
  let sum = 0;
  for (let place = 0; place < labels.length; place += 1) {
    sum += (chances[place]! - labels[place]!) ** 2;
  }
  return sum / labels.length;
}

/** What was said and what happened, in one group of leads with similar chances. */
export type CalibrationGroup = { count: number; said: number; happened: number };

/**
 * By place in an order: the won share of all leads with the same score. A card can't tell them apart, so where a cut parts them each side
 * gets its share of their wins; parted by arrival, a change of times would look like skill, or like a wrong chance.
 */
export function shareTies(order: Uint32Array, scores: ArrayLike<number>, labels: Uint8Array): Float64Array {
  const shares = new Float64Array(order.length);
  for (let from = 0; from < order.length;) {
    let until = from;
    let wins = 0;
    for (; until < order.length && scores[order[until]!] === scores[order[from]!]; until += 1) {
      wins += labels[order[until]!]!;
    }
    shares.fill(wins / (until - from), from, until);
    from = until;
  }
  return shares;
}

/** Leads in ten groups of the same size, by chance. */
export function calibrationGroups(chances: ArrayLike<number>, labels: Uint8Array, groupCount = 10): CalibrationGroup[] {
  const order = Uint32Array.from({ length: labels.length }, (_, place) => place);
  order.sort((one, other) => chances[one]! - chances[other]! || one - other);
  const shares = shareTies(order, chances, labels);
  const groups: CalibrationGroup[] = [];
  for (let group = 0; group < groupCount; group += 1) {
    const from = Math.floor((order.length * group) / groupCount);
    const until = Math.floor((order.length * (group + 1)) / groupCount);
    let said = 0;
    let happened = 0;
    for (let place = from; place < until; place += 1) {
      said += chances[order[place]!]!;
      happened += shares[place]!;
    }
    if (until > from) {
      groups.push({ count: until - from, said: said / (until - from), happened: happened / (until - from) });
    }
  }
  return groups;
}

/** How far chances are from what happened, on average over ten groups of the same size. */
export function calibrationError(chances: ArrayLike<number>, labels: Uint8Array): number {
  const groups = calibrationGroups(chances, labels);
  return groups.reduce((sum, { count, said, happened }) => sum + count * Math.abs(said - happened), 0) / labels.length;
}

/** The figures that are always shown together. */
export type Measures = {
  count: number;
  wonCount: number;
  areaUnderCurve: number;
  logLoss: number;
  /** The log-loss of always saying the share that was won. */
  baseLogLoss: number;
  brierScore: number;
  calibrationError: number;
};

export function measure(scores: ArrayLike<number>, chances: ArrayLike<number>, labels: Uint8Array): Measures {
  const wonCount = labels.reduce((sum, label) => sum + label, 0);
  const share = wonCount / labels.length;
  return {
    count: labels.length,
    wonCount,
    areaUnderCurve: areaUnderCurve(scores, labels),
    logLoss: logLoss(chances, labels),
    baseLogLoss: logLoss(new Float64Array(labels.length).fill(share), labels),
    brierScore: brierScore(chances, labels),
    calibrationError: calibrationError(chances, labels),
  };
}
