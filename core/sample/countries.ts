import type { PhonePlan } from './phone.ts';

export type City = readonly [name: string, state: string, postcode: string];

export type Country = {
  readonly code: string;
  readonly names: readonly string[];
  readonly language: string;
  /** Hours ahead of UTC in winter; good enough to place an arrival in somebody's working day. */
  readonly hoursAhead: number;
  readonly phonePlan: PhonePlan;
  readonly legalForms: readonly string[];
  readonly cities: readonly City[];
  /** Northlight sells and supports here. */
  readonly home: boolean;
};

export const countries: readonly Country[] = [
  {
    code: 'US',
    names: ['United States', 'US', 'USA', 'U.S.', 'United States of America', 'usa', 'us '],
    language: 'en',
    hoursAhead: -6,
    phonePlan: 'northAmerica',
    legalForms: ['Inc.', 'LLC', 'Corp.', 'Inc', ''],
    home: true,
    cities: [
      ['Columbus', 'OH', '43215'],
      ['Austin', 'TX', '78701'],
      ['Portland', 'OR', '97204'],
      ['Atlanta', 'GA', '30303'],
      ['Milwaukee', 'WI', '53202'],
      ['Tampa', 'FL', '33602'],
      ['Denver', 'CO', '80202'],
      ['Pittsburgh', 'PA', '15222'],
      ['Boston', 'MA', '02110'],
      ['Sacramento', 'CA', '95814'],
      ['Tulsa', 'Oklahoma', '74103'],
      ['Newark', 'NJ', '07102'],
    ],
  },
  {
    code: 'CA',
    names: ['Canada', 'CA', 'CAN', 'canada'],
    language: 'en',
    hoursAhead: -5,
    phonePlan: 'northAmerica',
    legalForms: ['Inc.', 'Ltd.', 'Corp.', ''],
    home: true,
    cities: [
      ['Hamilton', 'ON', 'L8P 1A1'],
      ['Calgary', 'AB', 'T2P 1J9'],
      ['Halifax', 'NS', 'B3J 1S9'],
    ],
  },
  {
    code: 'GB',
    names: ['United Kingdom', 'UK', 'GB', 'Great Britain', 'England', 'U.K.', 'uk'],
    language: 'en',
    hoursAhead: 0,
    phonePlan: 'britain',
    legalForms: ['Ltd', 'Ltd.', 'Limited', 'PLC', ''],
    home: true,
    cities: [
      ['Leeds', 'West Yorkshire', 'LS1 4AP'],
      ['Bristol', '', 'BS1 5TR'],
      ['Manchester', '', 'M1 2EE'],
      ['Glasgow', 'Scotland', 'G2 1DY'],
      ['London', '', 'EC2A 4NE'],
      ['Norwich', 'Norfolk', 'NR1 3PA'],
    ],
  },
  {
    code: 'IE',
    names: ['Ireland', 'IE', 'Republic of Ireland', 'Éire'],
    language: 'en',
    hoursAhead: 0,
    phonePlan: 'none',
    legalForms: ['Ltd', 'DAC', ''],
    home: true,
    cities: [
      ['Cork', 'Co. Cork', 'T12 K8AF'],
      ['Dublin', '', 'D02 X285'],
    ],
  },
  {
    code: 'DE',
    names: ['Germany', 'Deutschland', 'DE', 'germany ', 'GER', 'D', 'BRD'],
    language: 'de',
    hoursAhead: 1,
    phonePlan: 'germany',
    legalForms: ['GmbH', 'AG', 'GmbH & Co. KG', 'SE', 'mbH'],
    home: true,
    cities: [
      ['Kassel', 'Hessen', '34117'],
      ['Hannover', 'Niedersachsen', '30159'],
      ['München', 'Bayern', '80331'],
      ['Leipzig', 'Sachsen', '04109'],
      ['Duisburg', 'NRW', '47051'],
      ['Köln', 'NRW', '50667'],
      ['Bremen', '', '28195'],
    ],
  },
  {
    code: 'AT',
    names: ['Austria', 'Österreich', 'AT', 'Oesterreich'],
    language: 'de',
    hoursAhead: 1,
    phonePlan: 'none',
    legalForms: ['GmbH', 'AG', 'Ges.m.b.H.'],
    home: true,
    cities: [
      ['Linz', 'OÖ', '4020'],
      ['Graz', 'Steiermark', '8010'],
      ['Wien', '', '1010'],
    ],
  },
  {
    code: 'CH',
    names: ['Switzerland', 'Schweiz', 'CH', 'Suisse'],
    language: 'de',
    hoursAhead: 1,
    phonePlan: 'none',
    legalForms: ['AG', 'GmbH', 'SA'],
    home: true,
    cities: [
      ['Winterthur', 'ZH', '8400'],
      ['Basel', 'BS', '4051'],
    ],
  },
  {
    code: 'FR',
    names: ['France', 'FR', 'france', 'FRANCE', 'République française'],
    language: 'fr',
    hoursAhead: 1,
    phonePlan: 'france',
    legalForms: ['SAS', 'S.A.', 'SARL', 'SA'],
    home: true,
    cities: [
      ['Nantes', '', '44000'],
      ['Lille', 'Hauts-de-France', '59000'],
      ['Lyon', '', '69002'],
      ['Toulouse', 'Occitanie', '31000'],
      ['Orléans', '', '45000'],
    ],
  },
  {
    code: 'BE',
    names: ['Belgium', 'België', 'Belgique', 'BE'],
    language: 'nl',
    hoursAhead: 1,
    phonePlan: 'none',
    legalForms: ['NV', 'BV', 'SA'],
    home: true,
    cities: [
      ['Gent', '', '9000'],
      ['Antwerpen', '', '2000'],
    ],
  },
  {
    code: 'ES',
    names: ['Spain', 'España', 'ES', 'Espana', 'spain'],
    language: 'es',
    hoursAhead: 1,
    phonePlan: 'none',
    legalForms: ['S.L.', 'S.A.', 'SL', 'S.L.U.'],
    home: true,
    cities: [
      ['Valencia', '', '46002'],
      ['Zaragoza', 'Aragón', '50001'],
      ['Sevilla', 'Andalucía', '41001'],
      ['Bilbao', 'Bizkaia', '48001'],
    ],
  },
  {
    code: 'MX',
    names: ['Mexico', 'México', 'MX', 'MEX'],
    language: 'es',
    hoursAhead: -6,
    phonePlan: 'none',
    legalForms: ['S.A. de C.V.', 'S. de R.L.'],
    home: false,
    cities: [
      ['Monterrey', 'N.L.', '64000'],
      ['Puebla', 'PUE', '72000'],
    ],
  },
  {
    code: 'PT',
    names: ['Portugal', 'PT', 'portugal'],
    language: 'pt',
    hoursAhead: 0,
    phonePlan: 'none',
    legalForms: ['Lda.', 'S.A.', 'Lda'],
    home: true,
    cities: [
      ['Porto', '', '4000-322'],
      ['Aveiro', '', '3800-200'],
      ['Lisboa', '', '1100-148'],
    ],
  },
  {
    code: 'BR',
    names: ['Brazil', 'Brasil', 'BR', 'BRASIL'],
    language: 'pt',
    hoursAhead: -3,
    phonePlan: 'none',
    legalForms: ['Ltda.', 'S.A.', 'LTDA'],
    home: false,
    cities: [
      ['Curitiba', 'PR', '80010-000'],
      ['Campinas', 'SP', '13010-000'],
    ],
  },
  {
    code: 'NL',
    names: ['Netherlands', 'The Netherlands', 'NL', 'Nederland', 'Holland'],
    language: 'nl',
    hoursAhead: 1,
    phonePlan: 'none',
    legalForms: ['B.V.', 'BV', 'N.V.'],
    home: true,
    cities: [
      ['Utrecht', '', '3511 LX'],
      ['Rotterdam', 'ZH', '3011 AD'],
      ['Eindhoven', 'Noord-Brabant', '5611 AZ'],
    ],
  },
  {
    code: 'PL',
    names: ['Poland', 'Polska', 'PL', 'poland'],
    language: 'pl',
    hoursAhead: 1,
    phonePlan: 'none',
    legalForms: ['Sp. z o.o.', 'S.A.', 'sp. z o. o.'],
    home: true,
    cities: [
      ['Poznań', 'wielkopolskie', '61-001'],
      ['Łódź', '', '90-001'],
      ['Wrocław', '', '50-001'],
    ],
  },
  {
    code: 'SE',
    names: ['Sweden', 'Sverige', 'SE'],
    language: 'en',
    hoursAhead: 1,
    phonePlan: 'sweden',
    legalForms: ['AB', ''],
    home: true,
    cities: [
      ['Göteborg', '', '411 03'],
      ['Malmö', '', '211 22'],
    ],
  },
  {
    code: 'JP',
    names: ['Japan', '日本', 'JP', 'JAPAN'],
    language: 'ja',
    hoursAhead: 9,
    phonePlan: 'none',
    legalForms: ['K.K.', 'Co., Ltd.'],
    home: false,
    cities: [
      ['大阪市', '大阪府', '530-0001'],
      ['名古屋市', '愛知県', '450-0002'],
      ['Yokohama', 'Kanagawa', '220-0011'],
    ],
  },
  {
    code: 'AU',
    names: ['Australia', 'AU', 'AUS'],
    language: 'en',
    hoursAhead: 10,
    phonePlan: 'australia',
    legalForms: ['Pty Ltd', 'Pty. Ltd.'],
    home: true,
    cities: [
      ['Brisbane', 'QLD', '4000'],
      ['Adelaide', 'SA', '5000'],
    ],
  },
  {
    code: 'IN',
    names: ['India', 'IN', 'india', 'Bharat'],
    language: 'en',
    hoursAhead: 5,
    phonePlan: 'none',
    legalForms: ['Pvt. Ltd.', 'Private Limited'],
    home: false,
    cities: [
      ['Pune', 'MH', '411001'],
      ['Kochi', 'Kerala', '682001'],
    ],
  },
  {
    code: 'NG',
    names: ['Nigeria', 'NG'],
    language: 'en',
    hoursAhead: 1,
    phonePlan: 'none',
    legalForms: ['Ltd', 'Limited'],
    home: false,
    cities: [
      ['Lagos', '', '100001'],
      ['Abuja', 'FCT', '900001'],
    ],
  },
];

export function countryByCode(code: string): Country {
  const country = countries.find((candidate) => candidate.code === code);
  if (country === undefined) throw new Error(`Unknown country ${code}`);
  return country;
}
