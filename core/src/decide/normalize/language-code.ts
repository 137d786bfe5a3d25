import { fold } from '../model/fold.ts';
import { readAliasTable } from './read-alias-table.ts';

/** ISO 639-1, then the names under which people type the language, folded. */
const languageLines: string[] = [
  'en|english|englisch|anglais|ingles|engels|angielski',
  'de|german|deutsch|allemand|aleman|alemao|duits|niemiecki',
  'fr|french|francais|franzoesisch|frances|frans|francuski',
  'es|spanish|espanol|spanisch|espagnol|castellano|spaans|hiszpanski',
  'pt|portuguese|portugues|portugiesisch|portugais|portugees|portugalski',
  'it|italian|italiano|italienisch|italien|italiaans|wloski',
  'nl|dutch|nederlands|niederlaendisch|neerlandais|holandes|holenderski',
  'pl|polish|polski|polnisch|polonais|polaco|pools',
  'ja|jp|japanese|japanisch|japonais|japones|日本語',
  'zh|chinese|chinesisch|chinois|chino|中文',
  'ko|korean|koreanisch|한국어',
  'sv|swedish|svenska|schwedisch',
  'da|danish|dansk|daenisch',
  'nb|no|nn|norwegian|norsk|norwegisch',
  'fi|finnish|suomi|finnisch',
  'cs|czech|cestina|tschechisch',
  'tr|turkish|turkce|tuerkisch',
  'ar|arabic|arabisch',
  'he|hebrew|hebraeisch',
  'hi|hindi',
  'ru|russian|russisch',
  'uk|ukrainian|ukrainisch',
  'hu|hungarian|magyar|ungarisch',
  'ro|romanian|romana|rumaenisch',
  'el|greek|griechisch',
];

const codeByName: Map<string, string> = readAliasTable(languageLines);

/** The language of a typed name or tag; null when it is none we know. languageCode("de-AT") → "de"; languageCode("Dutch") → "nl". */
export function languageCode(typed: string | null): string | null {
  if (typed === null) {
    return null;
  }
  const folded = fold(typed);
  const hasRegion = folded.length > 3 && (folded.substring(2, 3) === '-' || folded.substring(2, 3) === '_');
  return codeByName.get(hasRegion ? folded.substring(0, 2) : folded) ?? null;
}
