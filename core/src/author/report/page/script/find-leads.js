/** Small letters without accents, so that "garcia" finds García. */
export function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Everything a lead can be found by, in one text. */
export function searchText(lead, times) {
  const { personName, email, company, receivedAt, submissionKey } = lead.lead;
  const instants = [times.iso(receivedAt), times.day(receivedAt)];
  return plain(
    [personName, email, company, submissionKey, lead.owner, lead.destination, lead.reason, lead.bucket, ...instants]
      .filter((each) => each !== null)
      .join('\n'),
  );
}

/** A lead is found when it has every word and passes every filter that is set. Days are written 2026-01-31. */
export function isFound(indexed, query) {
  const { lead, text, day } = indexed;
  return (
    query.words.every((word) => text.includes(word)) &&
    (query.owner === '' || lead.owner === query.owner) &&
    (query.destination === '' || lead.destination === query.destination) &&
    (query.reason === '' || lead.reason === query.reason) &&
    (query.bucket === '' || lead.bucket === query.bucket) &&
    (query.from === '' || day >= query.from) &&
    (query.until === '' || day <= query.until)
  );
}

/** The words of a search; what stands in quotation marks is one word. wordsOfSearch('ana "east pool"') → ["ana", "east pool"] */
export function wordsOfSearch(search) {
  return [...plain(search).matchAll(/"([^"]+)"?|(\S+)/g)].map((match) => match[1] ?? match[2]);
}

/** Orders by one value of each lead; equals stay in the order of the run, so that a list never jumps. */
export function orderLeads(found, valueOf, isDescending) {
  const sign = isDescending ? -1 : 1;
  return found
    .map((indexed) => ({ indexed, value: valueOf(indexed.lead) }))
    .sort((one, other) => sign * compare(one.value, other.value) || sign * (one.indexed.place - other.indexed.place))
    .map(({ indexed }) => indexed);
}

function compare(one, other) {
  return typeof one === 'number' ? one - other : one < other ? -1 : one > other ? 1 : 0;
}
