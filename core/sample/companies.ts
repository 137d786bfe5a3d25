import { countryByCode } from './countries.ts';
import { industryByKey } from './industries.ts';
import { toPlainLetters } from './plain-text.ts';
import type { RandomStream } from './random.ts';

export type Company = {
  readonly name: string;
  readonly domain: string;
  readonly countryCode: string;
  readonly industryKey: string;
  readonly employees: number;
};

/** Invented place-like words; none of them is meant to name a real firm. */
const stems: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Aldermoss',
    'Ashquill',
    'Bexwold',
    'Birchholt',
    'Brackmere',
    'Brannoch',
    'Caldrow',
    'Carrowick',
    'Corvane',
    'Dravell',
    'Eastmarsh',
    'Ellismoor',
    'Fennquay',
    'Garrowby',
    'Glenfirth',
    'Greyvale',
    'Hallowick',
    'Hartsquill',
    'Inverdoon',
    'Jarrowmill',
    'Kelborne',
    'Kestrelby',
    'Langmere',
    'Larkmoor',
    'Marrowdale',
    'Milbeckton',
    'Netherwyn',
    'Orrinbrook',
    'Pellgrove',
    'Quarrydene',
    'Redfallow',
    'Skelhaven',
    'Thornmarsh',
    'Ulverstoke',
    'Vexley',
    'Wrenfold',
    'Yarrowgate',
    'Zephyrdale',
  ],
  de: [
    'Hallbruck',
    'Steinmoos',
    'Wendelau',
    'Kraftwald',
    'Lindholz',
    'Brenntal',
    'Eschrode',
    'Moorbach',
    'Tannwerder',
    'Falkrode',
    'Weidenstein',
    'Rohrfelden',
    'Grünhagen',
    'Köhlermark',
    'Süderau',
  ],
  fr: [
    'Vermorel',
    'Chantebrise',
    'Montclairet',
    'Boisgrand',
    'Larivaux',
    'Fontvielle',
    'Duroussel',
    'Pierrelac',
    'Castelmont',
    'Bellombre',
    'Hautepré',
    'Évrecœur',
  ],
  es: [
    'Talavanca',
    'Montesoro',
    'Riovela',
    'Almarco',
    'Peñaclara',
    'Valdesol',
    'Sierralta',
    'Nuevamar',
    'Torrealbana',
    'Cañaverde',
  ],
  pt: ['Serranova', 'Costamar', 'Vilaformosa', 'Pontereal', 'Montalvão', 'Rioclarim', 'Quintaflor', 'Açorvale'],
  nl: ['Vanderloo', 'Waterhoek', 'Duinzicht', 'Molenrade', 'Heidekamp', 'Zuiderdok', 'Polderwerk', 'Weversgat'],
  pl: ['Brzozowit', 'Wiślanka', 'Zamorek', 'Dębolas', 'Lipnicz', 'Kalinowo', 'Górnopol', 'Źródłowit'],
  ja: ['Asahime', 'Minatogi', 'Hoshikura', 'Takamoriya', 'Seitou Kikai', 'Aoyamaki'],
};

/** Makes companies no two of which share a domain. */
export class CompanyMaker {
  private readonly taken: Set<string>;

  constructor(takenDomains: readonly string[]) {
    this.taken = new Set(takenDomains);
  }

  make(random: RandomStream, countryCode: string, industryKey: string, employees: number): Company {
    const country = countryByCode(countryCode);
    const language = country.language;
    const descriptors = industryByKey(industryKey).descriptors[language]!;
    for (;;) {
      const stem = random.pick(stems[language]!);
      const descriptor = random.chance(86) ? random.pick(descriptors) : '';
      // Some firms put their trade in the domain, some do not, some hyphenate.
      const plain = toPlainLetters(random.chance(45) ? `${stem} ${descriptor}` : stem);
      const base = random.chance(30) ? plain.replaceAll('-', '') : plain;
      const number =
        this.taken.size > 160 && random.chance(30)
          ? `-${toPlainLetters(random.pick(['group', 'hq', 'online', 'co', country.code]))}`
          : '';
      const domain = `${base}${number}${random.chance(82) ? '.example' : '.test'}`;
      if (this.taken.has(domain)) continue;
      this.taken.add(domain);
      const group = employees > 3000 && random.chance(40) ? ' Group' : '';
      const legalForm = random.pick(country.legalForms);
      const name = `${stem}${descriptor ? ` ${descriptor}` : ''}${group}${legalForm ? ` ${legalForm}` : ''}`;
      return { name, domain, countryCode, industryKey, employees };
    }
  }
}
