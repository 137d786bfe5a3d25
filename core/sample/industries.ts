export type Industry = {
  readonly key: string;
  readonly labels: readonly string[];
  readonly germanLabel?: string;
  /** How well Northlight's product suits the industry. */
  readonly suits: 'core' | 'adjacent' | 'weak';
  readonly workers: readonly string[];
  /** What such companies call themselves, per language. */
  readonly descriptors: Readonly<Record<string, readonly string[]>>;
  /** Yearly revenue in euro per employee, for plausible revenue columns. */
  readonly revenuePerEmployee: number;
};

export const industries: readonly Industry[] = [
  {
    key: 'facility',
    labels: ['Facility Services', 'facilities management', 'Facility Mgmt', 'Cleaning & Facility'],
    suits: 'core',
    workers: ['cleaners', 'caretakers', 'facility technicians'],
    revenuePerEmployee: 48000,
    descriptors: {
      en: ['Facilities', 'Building Services'],
      de: ['Gebäudedienste', 'Objektservice'],
      fr: ['Propreté', 'Services'],
      es: ['Servicios', 'Mantenimiento'],
      pt: ['Serviços', 'Manutenção'],
      nl: ['Facilitair', 'Schoonmaak'],
      pl: ['Serwis', 'Obsługa'],
      ja: ['Building Care'],
    },
  },
  {
    key: 'utilities',
    labels: ['Utilities', 'Energy & Utilities', 'utility'],
    suits: 'core',
    workers: ['line crews', 'meter technicians', 'network engineers'],
    revenuePerEmployee: 320000,
    descriptors: {
      en: ['Energy Networks', 'Water'],
      de: ['Netze', 'Stadtwärme'],
      fr: ['Énergie', 'Réseaux'],
      es: ['Energía', 'Aguas'],
      pt: ['Energia', 'Águas'],
      nl: ['Netbeheer', 'Warmte'],
      pl: ['Energia', 'Wodociągi'],
      ja: ['Energy'],
    },
  },
  {
    key: 'maintenance',
    labels: ['Industrial Maintenance', 'Machinery', 'Mechanical engineering'],
    germanLabel: 'Maschinenbau',
    suits: 'core',
    workers: ['service technicians', 'fitters', 'maintenance engineers'],
    revenuePerEmployee: 170000,
    descriptors: {
      en: ['Engineering', 'Plant Services'],
      de: ['Anlagentechnik', 'Maschinenbau'],
      fr: ['Maintenance', 'Mécanique'],
      es: ['Maquinaria', 'Instalaciones'],
      pt: ['Máquinas', 'Instalações'],
      nl: ['Techniek', 'Installaties'],
      pl: ['Maszyny', 'Technika'],
      ja: ['Engineering'],
    },
  },
  {
    key: 'logistics',
    labels: ['Logistics', 'Transportation', 'Transport & Logistics', 'logistic'],
    germanLabel: 'Spedition',
    suits: 'core',
    workers: ['drivers', 'warehouse pickers', 'dock workers'],
    revenuePerEmployee: 120000,
    descriptors: {
      en: ['Logistics', 'Freight'],
      de: ['Logistik', 'Spedition'],
      fr: ['Logistique', 'Transports'],
      es: ['Logística', 'Transportes'],
      pt: ['Logística', 'Transportes'],
      nl: ['Transport', 'Logistiek'],
      pl: ['Logistyka', 'Spedycja'],
      ja: ['Logistics', '物流'],
    },
  },
  {
    key: 'healthcare',
    labels: ['Healthcare', 'Hospital', 'Health Care Providers', 'Home care'],
    suits: 'adjacent',
    workers: ['nurses', 'home carers', 'hospital porters'],
    revenuePerEmployee: 75000,
    descriptors: {
      en: ['Care', 'Clinics'],
      de: ['Pflegedienste', 'Kliniken'],
      fr: ['Soins', 'Santé'],
      es: ['Cuidados', 'Salud'],
      pt: ['Saúde', 'Cuidados'],
      nl: ['Thuiszorg', 'Zorg'],
      pl: ['Opieka', 'Zdrowie'],
      ja: ['Care'],
    },
  },
  {
    key: 'construction',
    labels: ['Construction', 'Building & Construction', 'construction '],
    germanLabel: 'Bau',
    suits: 'adjacent',
    workers: ['site crews', 'electricians', 'scaffolders'],
    revenuePerEmployee: 190000,
    descriptors: {
      en: ['Construction', 'Contracting'],
      de: ['Bau', 'Gerüstbau'],
      fr: ['Bâtiment', 'Travaux'],
      es: ['Construcciones', 'Obras'],
      pt: ['Construções', 'Obras'],
      nl: ['Bouw', 'Infra'],
      pl: ['Budowa', 'Instalacje'],
      ja: ['Construction'],
    },
  },
  {
    key: 'manufacturing',
    labels: ['Manufacturing', 'Food Production', 'manufacturing', 'Mfg'],
    germanLabel: 'Industrie',
    suits: 'adjacent',
    workers: ['line operators', 'shift workers', 'assembly workers'],
    revenuePerEmployee: 210000,
    descriptors: {
      en: ['Manufacturing', 'Foods'],
      de: ['Werke', 'Lebensmittel'],
      fr: ['Industries', 'Alimentaire'],
      es: ['Industrias', 'Alimentos'],
      pt: ['Indústrias', 'Alimentos'],
      nl: ['Industrie', 'Voeding'],
      pl: ['Zakłady', 'Produkcja'],
      ja: ['Manufacturing', '製作所'],
    },
  },
  {
    key: 'retail',
    labels: ['Retail', 'Retail & Wholesale', 'retail'],
    suits: 'adjacent',
    workers: ['store staff', 'shop assistants'],
    revenuePerEmployee: 160000,
    descriptors: {
      en: ['Stores', 'Wholesale'],
      de: ['Handel', 'Märkte'],
      fr: ['Distribution', 'Commerce'],
      es: ['Comercial', 'Tiendas'],
      pt: ['Comércio', 'Lojas'],
      nl: ['Winkels', 'Handel'],
      pl: ['Handel', 'Sklepy'],
      ja: ['Retail'],
    },
  },
  {
    key: 'agency',
    labels: ['Marketing & Advertising', 'Design', 'Consulting', 'Professional Services', 'Agency'],
    suits: 'weak',
    workers: ['consultants', 'designers'],
    revenuePerEmployee: 110000,
    descriptors: {
      en: ['Studio', 'Partners'],
      de: ['Agentur', 'Beratung'],
      fr: ['Conseil', 'Studio'],
      es: ['Consultores', 'Estudio'],
      pt: ['Consultoria', 'Estúdio'],
      nl: ['Advies', 'Bureau'],
      pl: ['Doradztwo', 'Studio'],
      ja: ['Design'],
    },
  },
  {
    key: 'education',
    labels: ['Education', 'Higher Education', 'Non-profit', 'Public sector'],
    suits: 'weak',
    workers: ['teachers', 'volunteers'],
    revenuePerEmployee: 60000,
    descriptors: {
      en: ['Academy', 'Trust'],
      de: ['Akademie', 'Stiftung'],
      fr: ['Formation', 'Association'],
      es: ['Academia', 'Fundación'],
      pt: ['Academia', 'Fundação'],
      nl: ['Academie', 'Stichting'],
      pl: ['Akademia', 'Fundacja'],
      ja: ['Academy'],
    },
  },
  {
    key: 'hospitality',
    labels: ['Restaurants', 'Hospitality', 'Hotels', 'food & bev'],
    suits: 'weak',
    workers: ['waiters', 'kitchen staff'],
    revenuePerEmployee: 55000,
    descriptors: {
      en: ['Kitchens', 'Hotels'],
      de: ['Gastronomie', 'Hotels'],
      fr: ['Restauration', 'Hôtels'],
      es: ['Hoteles', 'Restauración'],
      pt: ['Hotéis', 'Restaurantes'],
      nl: ['Horeca', 'Hotels'],
      pl: ['Hotele', 'Gastronomia'],
      ja: ['Hotels'],
    },
  },
];

export function industryByKey(key: string): Industry {
  const industry = industries.find((candidate) => candidate.key === key);
  if (industry === undefined) throw new Error(`Unknown industry ${key}`);
  return industry;
}
