import type { Company } from './companies.ts';

export type Account = Company & {
  readonly owner: string;
  readonly customer: boolean;
  readonly named: boolean;
  readonly openOpportunity: boolean;
  /** The day an earlier opportunity was lost, as year-month-day, or nothing. */
  readonly lostAt: string;
};

type AccountLine = readonly [
  name: string,
  domain: string,
  countryCode: string,
  employees: number,
  industryKey: string,
  owner: string,
  marks: string,
  lostAt?: string,
];

/** Marks: c customer, n named, o open opportunity. */
const lines: readonly AccountLine[] = [
  ['Halvorsgate Energy Networks', 'halvorsgate-energy.example', 'GB', 5200, 'utilities', 'ben', 'no'],
  ['Brennmark Gebäudedienste SE', 'brennmark.example', 'DE', 8400, 'facility', 'chiara', 'n'],
  ['Aquilonde Services SA', 'aquilonde.example', 'FR', 12600, 'facility', 'chiara', 'no'],
  ['Ridgeway Parcel Corp.', 'ridgeway-parcel.example', 'US', 9100, 'logistics', 'dev', 'n'],
  ['Norrhamn Logistik AB', 'norrhamn.example', 'SE', 2900, 'logistics', 'ewa', 'n'],
  ['Kestrel Ridge Hospitals Inc.', 'kestrelridge.example', 'US', 14000, 'healthcare', 'ben', 'n'],
  ['Valdecanto Energía S.A.', 'valdecanto.example', 'ES', 6100, 'utilities', 'ana', 'no'],
  ['Wisłomost Logistyka S.A.', 'wislomost.example', 'PL', 3300, 'logistics', 'ewa', 'n'],
  ['Tesselmeer Techniek N.V.', 'tesselmeer.example', 'NL', 2450, 'maintenance', 'ewa', 'cn'],
  ['Orangewood Facilities LLC', 'orangewood.example', 'US', 4700, 'facility', 'finn', 'cno'],
  ['Pacific Lantern Utilities', 'pacificlantern.example', 'US', 7800, 'utilities', 'finn', 'n'],
  ['Castrelo Manutenção S.A.', 'castrelo.example', 'PT', 1900, 'maintenance', 'ana', 'cn'],
  ['Steinwarte Maschinenbau AG', 'steinwarte.example', 'DE', 3600, 'maintenance', 'chiara', 'n'],
  ['Dunmorrow Rail Services PLC', 'dunmorrow.example', 'GB', 4100, 'maintenance', 'ben', 'cn'],
  ['Maplefield Cold Chain Ltd.', 'maplefield.example', 'CA', 2100, 'logistics', 'ben', 'n'],
  ['Südring Klinikverbund GmbH', 'suedring-kliniken.example', 'DE', 6900, 'healthcare', 'chiara', 'n'],
  ['Hoshimine Logistics K.K.', 'hoshimine.example', 'JP', 5100, 'logistics', 'mara', 'n'],
  ['Bluewater Crane & Rigging', 'bluewatercrane.example', 'AU', 1300, 'construction', 'finn', 'n'],
  ['Alderbank Facilities Ltd', 'alderbank.example', 'GB', 640, 'facility', 'ben', 'c'],
  ['Tannhof Netze GmbH', 'tannhof-netze.example', 'DE', 780, 'utilities', 'chiara', 'c'],
  ['Lacombelle Transports SAS', 'lacombelle.example', 'FR', 310, 'logistics', 'chiara', 'c'],
  ['Prairie Wheel Freight Inc.', 'prairiewheel.example', 'US', 460, 'logistics', 'dev', 'co'],
  ['Copperline HVAC LLC', 'copperline-hvac.example', 'US', 120, 'maintenance', 'dev', 'c'],
  ['Serradoira Servicios S.L.', 'serradoira.example', 'ES', 240, 'facility', 'ana', 'c'],
  ['Zielonka Serwis Sp. z o.o.', 'zielonka-serwis.example', 'PL', 180, 'facility', 'ewa', 'c'],
  ['Waddenzicht Thuiszorg B.V.', 'waddenzicht.example', 'NL', 520, 'healthcare', 'ewa', 'c'],
  ['Redcliff Line Construction', 'redcliffline.example', 'US', 330, 'construction', 'finn', 'c'],
  ['Harbour & Pell Engineering Ltd', 'harbourpell.example', 'GB', 210, 'maintenance', 'ben', 'c'],
  ['Montlaurier Soins SARL', 'montlaurier-soins.example', 'FR', 95, 'healthcare', 'chiara', 'c'],
  ['Ostertal Spedition GmbH & Co. KG', 'ostertal.example', 'DE', 270, 'logistics', 'chiara', 'c'],
  ['Fjellstrand Service AB', 'fjellstrand.example', 'SE', 150, 'maintenance', 'ewa', 'c'],
  ['Goldfinch Home Care Ltd', 'goldfinchcare.example', 'IE', 410, 'healthcare', 'ben', 'c'],
  ['Three Creeks Water District', 'threecreeks.example', 'US', 230, 'utilities', 'dev', 'c'],
  ['Brightsill Window Services', 'brightsill.example', 'US', 44, 'facility', 'finn', 'c'],
  ['Oliventa Alimentos S.A.', 'oliventa.example', 'ES', 860, 'manufacturing', 'ana', 'co'],
  ['Vilarinho Obras Lda.', 'vilarinho-obras.example', 'PT', 140, 'construction', 'ana', 'c'],
  ['Kaltwasser Lebensmittel GmbH', 'kaltwasser.example', 'DE', 1150, 'manufacturing', 'chiara', 'c'],
  ['Northstrand Ferries Ltd', 'northstrand.example', 'GB', 980, 'logistics', 'ben', 'c'],
  ['Sugarloaf Elevator Co.', 'sugarloaf-elevator.example', 'US', 85, 'maintenance', 'ben', 'c'],
  ['Eikenhof Installaties B.V.', 'eikenhof.example', 'NL', 160, 'maintenance', 'ewa', 'c'],
  ['Tramonto Cleaning Group', 'tramonto.example', 'CH', 730, 'facility', 'chiara', 'c'],
  ['Wattlebird Solar Pty Ltd', 'wattlebird.example', 'AU', 190, 'utilities', 'finn', 'c'],
  ['Quarterdeck Marine Services', 'quarterdeck.example', 'US', 260, 'maintenance', 'ben', 'c'],
  ['Bergkamp & Zonen Bouw', 'bergkampbouw.example', 'BE', 115, 'construction', 'ewa', 'c'],
  ['Fernhollow Foods Inc.', 'fernhollow.example', 'CA', 620, 'manufacturing', 'dev', 'c'],
  ['Sandmoor Logistics Ltd', 'sandmoor.example', 'GB', 540, 'logistics', 'ben', '', '2025-01-17'],
  ['Granitas Construcciones S.A.', 'granitas.example', 'ES', 1300, 'construction', 'ana', '', '2024-11-28'],
  ['Lindenquell Pflegedienste GmbH', 'lindenquell.example', 'DE', 890, 'healthcare', 'chiara', '', '2025-02-11'],
  ['Bellgrove Manufacturing Inc.', 'bellgrove.example', 'US', 2200, 'manufacturing', 'dev', '', '2024-10-08'],
  ['Rivemont Propreté SAS', 'rivemont.example', 'FR', 1700, 'facility', 'chiara', '', '2025-03-05'],
  ['Czarnobór Maszyny S.A.', 'czarnobor.example', 'PL', 760, 'maintenance', 'ewa', '', '2024-12-12'],
  ['Highmoor Electric Cooperative', 'highmoor.example', 'US', 410, 'utilities', 'ben', '', '2025-04-22'],
  ['Tidewrack Shipping Corp.', 'tidewrack.example', 'US', 3100, 'logistics', 'finn', '', '2025-02-27'],
  ['Grachtenburg Zorg B.V.', 'grachtenburg.example', 'NL', 480, 'healthcare', 'ewa', '', '2025-05-14'],
  ['Penhallow Water PLC', 'penhallow-water.example', 'GB', 2600, 'utilities', 'ben', 'n', '2025-06-03'],
  ['Cinderpath Facilities LLC', 'cinderpath.example', 'US', 350, 'facility', 'dev', '', '2024-09-19'],
  ['Molinar Transportes Lda.', 'molinar.example', 'PT', 290, 'logistics', 'ana', '', '2025-01-30'],
  ['Eisenfurt Anlagentechnik AG', 'eisenfurt.example', 'DE', 4300, 'maintenance', 'chiara', 'n', '2024-08-21'],
  ['Saltmarsh Scaffolding Ltd', 'saltmarsh.example', 'GB', 130, 'construction', 'ben', '', '2025-07-09'],
  ['Bramblewick Stores Ltd', 'bramblewick.example', 'GB', 1500, 'retail', 'ben', '', '2025-03-26'],
  ['Ironbark Civil Pty Ltd', 'ironbark.example', 'AU', 670, 'construction', 'finn', 'o'],
  ['Coldspring Meter Services', 'coldspring.example', 'US', 520, 'utilities', 'dev', 'o'],
  ['Dolmenic Bâtiment SAS', 'dolmenic.example', 'FR', 940, 'construction', 'chiara', 'o'],
  ['Wrenhaven Clinics Inc.', 'wrenhaven.example', 'US', 1800, 'healthcare', 'ben', 'o'],
  ['Pradolargo Logística S.L.', 'pradolargo.example', 'ES', 370, 'logistics', 'ana', ''],
  ['Hammerau Bau GmbH', 'hammerau.example', 'AT', 260, 'construction', 'chiara', ''],
  ['Lowestream Dredging B.V.', 'lowestream.example', 'NL', 430, 'maintenance', 'ewa', ''],
  ['Cactus Flat Logistics', 'cactusflat.example', 'US', 75, 'logistics', 'finn', ''],
  ['Mirrorlake Hotels Inc.', 'mirrorlake.example', 'US', 900, 'hospitality', 'ben', ''],
  ['Ravensport Packaging Ltd', 'ravensport.example', 'GB', 310, 'manufacturing', 'ben', ''],
  ['Tulipwood Nurseries', 'tulipwood.example', 'NL', 60, 'retail', 'ewa', ''],
  ['Monte Alvor Águas S.A.', 'montealvor.example', 'PT', 1050, 'utilities', 'ana', 'o'],
];

/** The companies the CRM already knows. */
export const accounts: readonly Account[] = lines.map(
  ([name, domain, countryCode, employees, industryKey, owner, marks, lostAt]) => ({
    name,
    domain,
    countryCode,
    employees,
    industryKey,
    owner,
    customer: marks.includes('c'),
    named: marks.includes('n'),
    openOpportunity: marks.includes('o'),
    lostAt: lostAt ?? '',
  }),
);
