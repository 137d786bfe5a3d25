/** What a problem of the data means, for whoever reads a report. Codes are stable. */
export const problemTexts: ReadonlyMap<string, string> = new Map([
  ['INT001', 'half of a character was replaced by a mark'],
  ['INT002', 'longer than its room in a record; the rest was not considered'],
  ['INT003', 'a number that counts nothing was taken as not known'],
  ['INT004', 'more own fields than a record holds'],
  ['INT005', 'more activities than a record holds; the latest counted'],
  ['EDG001', 'no readable arrival time; that of the row before it stands in, or the beginning of the run'],
  ['EDG002', 'a channel that the mapping does not name'],
  ['EDG003', 'no readable number; taken as not known'],
  ['NRM001', 'an e-mail address that is none; taken as not known'],
  ['NRM002', 'a country that is not in the table; taken as not known'],
  ['EDG004', 'neither yes nor no; taken as not known'],
]);
