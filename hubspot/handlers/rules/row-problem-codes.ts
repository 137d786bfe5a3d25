/** What can be wrong with the rows themselves, before core reads a policy out of them. Codes are stable. */
export const rowProblemCodes = {
  unknownKind: 'HSR020',
  noPosition: 'HSR021',
  unknownColumn: 'HSR022',
  unknownOption: 'HSR023',
  unreadableOption: 'HSR024',
  unreadablePerson: 'HSR025',
  unreadableCalendar: 'HSR026',
  keyTwice: 'HSR027',
  unreadableFile: 'HSR028',
} as const;
