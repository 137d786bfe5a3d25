import { fold } from '../model/fold.ts';
import { replaceText } from '../model/text.ts';
import { readAliasTable } from './read-alias-table.ts';

/** ISO 3166-1 alpha-2 in lower case, then the names under which people type it, folded. */
const countryLines: string[] = [
  'us|usa|u.s.|u.s.a.|united states|united states of america|america|estados unidos|etats-unis|vereinigte staaten|eua|ee.uu.',
  'gb|uk|u.k.|united kingdom|great britain|britain|england|scotland|wales|northern ireland|gbr|vereinigtes koenigreich|reino unido|royaume-uni',
  'de|deu|germany|deutschland|allemagne|alemania|alemanha|niemcy|duitsland|brd',
  'fr|fra|france|frankreich|francia|franca|francja|frankrijk',
  'es|esp|spain|espana|spanien|espagne|espanha|hiszpania|spanje',
  'pt|prt|portugal|portugalia',
  'it|ita|italy|italia|italien|italie|wlochy',
  'nl|nld|netherlands|the netherlands|holland|nederland|niederlande|pays-bas|paises bajos|holandia',
  'be|bel|belgium|belgique|belgie|belgien',
  'lu|lux|luxembourg|luxemburg',
  'at|aut|austria|oesterreich|osterreich|autriche',
  'ch|che|switzerland|schweiz|suisse|svizzera|suiza|suica',
  'li|liechtenstein',
  'ie|irl|ireland|eire|irland|irlande',
  'dk|dnk|denmark|danmark|daenemark',
  'se|swe|sweden|sverige|schweden|suede|suecia',
  'no|nor|norway|norge|norwegen|norvege',
  'fi|fin|finland|suomi|finnland',
  'is|isl|iceland|island',
  'pl|pol|poland|polska|polen|pologne|polonia',
  'cz|cze|czech republic|czechia|cesko|ceska republika|tschechien',
  'sk|svk|slovakia|slovensko|slowakei',
  'hu|hun|hungary|magyarorszag|ungarn',
  'ro|rou|romania|rumaenien',
  'bg|bgr|bulgaria|bulgarien',
  'gr|grc|greece|griechenland|hellas',
  'hr|hrv|croatia|hrvatska|kroatien',
  'si|svn|slovenia|slovenija|slowenien',
  'rs|srb|serbia|srbija',
  'ee|est|estonia|eesti|estland',
  'lv|lva|latvia|latvija|lettland',
  'lt|ltu|lithuania|lietuva|litauen',
  'ua|ukr|ukraine|ukraina',
  'tr|tur|turkey|turkiye|tuerkei|tuerkiye',
  'cy|cyprus|zypern',
  'mt|malta',
  'il|isr|israel',
  'ae|are|uae|united arab emirates|dubai|abu dhabi',
  'sa|sau|saudi arabia|ksa',
  'qa|qatar',
  'eg|egy|egypt|aegypten',
  'ma|mar|morocco|maroc',
  'ng|nga|nigeria',
  'ke|ken|kenya',
  'gh|ghana',
  'za|zaf|south africa|suedafrika|rsa',
  'ca|can|canada|kanada',
  'mx|mex|mexico|mexiko|mexique',
  'br|bra|brazil|brasil|brasilien|bresil',
  'ar|arg|argentina|argentinien',
  'cl|chl|chile',
  'co|col|colombia|kolumbien',
  'pe|per|peru',
  'uy|uruguay',
  'ec|ecuador',
  'cr|costa rica',
  'pa|panama',
  'do|dominican republic|republica dominicana',
  'au|aus|australia|australien',
  'nz|nzl|new zealand|aotearoa|neuseeland',
  'jp|jpn|japan|nippon|nihon|日本|japon',
  'cn|chn|china|prc|中国|chine',
  'hk|hong kong|香港',
  'tw|twn|taiwan|台灣',
  'kr|kor|south korea|korea|republic of korea|한국|suedkorea',
  'in|ind|india|bharat|indien|inde',
  'pk|pak|pakistan',
  'bd|bangladesh',
  'lk|sri lanka',
  'sg|sgp|singapore|singapur',
  'my|mys|malaysia',
  'id|idn|indonesia|indonesien',
  'th|tha|thailand',
  'vn|vnm|vietnam|viet nam',
  'ph|phl|philippines|philipines|pilipinas|philippinen',
  'kz|kazakhstan',
  'ge|georgia republic|sakartvelo',
  'jo|jordan|jordanien',
  'lb|lebanon|libanon',
  'kw|kuwait',
  'tn|tunisia|tunesien',
  'ru|rus|russia|russian federation|russland',
];

const codeByName: Map<string, string> = readAliasTable(countryLines);

/** The country of a typed name or code; null when it is none we know. countryCode("Deutschland ") → "de". */
export function countryCode(typed: string | null): string | null {
  if (typed === null) {
    return null;
  }
  const folded = fold(typed);
  const code = codeByName.get(folded) ?? null;
  const undotted = replaceText(folded, '.', '');
  return code ?? codeByName.get(undotted) ?? null;
}

/** Domain endings that say nothing of a country although they look like one. */
const genericEndings: string[] = ['io', 'co', 'ai', 'me', 'tv', 'eu', 'cc', 'ws', 'fm', 'to', 'is', 'gg', 'li', 'ly'];

/** The country that a domain's ending names; null for generic endings. countryOfDomain("acme.co.uk") → "gb". */
export function countryOfDomain(domain: string): string | null {
  const ending = domain.substring(domain.lastIndexOf('.') + 1);
  if (ending.length !== 2 || genericEndings.includes(ending)) {
    return null;
  }
  return codeByName.get(ending) ?? null;
}
