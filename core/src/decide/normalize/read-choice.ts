import { isPlain, splitText, wordsOfPlain } from '../model/text.ts';
import { knownFolded } from './clean-name.ts';
import { readAliasTable } from './read-alias-table.ts';

/** Free words that mean one of a few choices. The first word of a line is the choice. */
const industryLines: string[] = [
  'software|saas|tech|technology|technolgy|it|internet|edv|informatik|computer|technologie',
  'manufacturing|manufacturer|industrial|industry|industrie|fertigung|maschinenbau|machinery|automotive|fabricacion|produktion|engineering',
  'logistics|logistik|transport|transportation|shipping|freight|supply|logistique|logistica|warehousing',
  'finance|financial|banking|bank|insurance|fintech|versicherung|finanzen|finanzas|finances|payments',
  'healthcare|health|medical|medizin|hospital|pharma|pharmaceutical|biotech|sante|salud|gesundheit|clinic',
  'retail|ecommerce|commerce|shop|handel|einzelhandel|consumer|wholesale|grocery|reseller|grosshandel',
  'services|consulting|consultancy|agency|beratung|agentur|professional|marketing|legal|accounting|staffing|conseil',
  'construction|bau|building|realestate|estate|immobilien|property|architecture',
  'energy|utilities|oil|gas|energie|solar|renewables|energia',
  'education|university|school|bildung|universitaet|edtech|college|academic|educacion',
  'public|government|ngo|nonprofit|charity|behoerde|municipal|council|verein|gobierno',
  'media|entertainment|publishing|advertising|gaming|medien|news|film',
  'telecom|telecommunications|telco|telekommunikation|employment|hospitality|travel|tourism|hotel|food|agriculture|restaurant',
];

const timelineLines: string[] = [
  'now|asap|immediately|urgent|today|week|weeks|sofort|immediat|ya|yesterday|straight|right|inmediato|dringend',
  'quarter|month|months|30|60|90|q1|q2|q3|q4|monat|monate|mois|mes|meses|quartal|trimestre|soon|kwartal',
  'year|6|12|half|jahr|annee|ano|fy|h1|h2|rok',
  'later|exploring|research|researching|browsing|someday|undecided|curious|unsure|spaeter|idea|plan|looking',
];

const budgetLines: string[] = [
  'approved|yes|allocated|signed|genehmigt|available|set|ja|si|oui|confirmed|funded|bewilligt',
  'planned|planning|pending|requested|process|geplant|estimate|maybe|soon|depends|range|next',
  'none|no|nein|zero|unfunded|nothing|non|nope|kein',
];

const industryByWord: Map<string, string> = readAliasTable(industryLines);
const timelineByWord: Map<string, string> = readAliasTable(timelineLines);
const budgetByWord: Map<string, string> = readAliasTable(budgetLines);

function firstChoice(typed: string | null, choiceByWord: Map<string, string>): string | null {
  const folded = knownFolded(typed);
  if (folded === null) {
    return null;
  }
  const words = isPlain(folded) ? wordsOfPlain(folded) : splitText(folded, ' ');
  for (const word of words) {
    const choice = choiceByWord.get(word) ?? null;
    if (choice !== null) {
      return choice;
    }
  }
  return null;
}

/** readIndustry("IT & Software") → "software". A word that no line knows stays as typed, folded. */
export function readIndustry(typed: string | null): string | null {
  return firstChoice(typed, industryByWord) ?? knownFolded(typed);
}

/** When they want to start: now, quarter, year, later. readTimeline("within 3 months") → "quarter". */
export function readTimeline(typed: string | null): string | null {
  return firstChoice(typed, timelineByWord);
}

/** What they say of money: approved, planned, none; an amount is planned money. readBudget("approved") → "approved". */
export function readBudget(typed: string | null): string | null {
  const choice = firstChoice(typed, budgetByWord);
  if (choice !== null) {
    return choice;
  }
  return hasDigit(knownFolded(typed)) ? 'planned' : null;
}

function hasDigit(folded: string | null): boolean {
  if (folded === null) {
    return false;
  }
  for (const digit of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) {
    if (folded.includes(digit)) {
      return true;
    }
  }
  return false;
}
