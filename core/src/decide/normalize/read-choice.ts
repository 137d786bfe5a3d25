import { readLong, type Int } from '../model/number.ts';
import { wordsOf } from '../model/words.ts';
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
  'telecom|telecommunications|telco|telekommunikation',
  'hospitality|travel|tourism|hotel|restaurant|gastronomy|gastronomie',
  'agriculture|farming|food|landwirtschaft|agricultura',
];

/** Nearest first: of several hints the nearest one counts. */
const timelineLines: string[] = [
  'now|asap|immediately|urgent|today|week|weeks|sofort|immediat|ya|yesterday|inmediato|dringend|woche|wochen|semaine|semaines|semana|semanas',
  'quarter|month|months|30|60|90|q1|q2|q3|q4|monat|monate|mois|mes|meses|quartal|trimestre|soon|kwartal',
  'year|half|jahr|annee|ano|fy|h1|h2|rok',
  'later|exploring|research|researching|browsing|someday|undecided|curious|unsure|spaeter|idea',
];

/** Words that turn a hint round: then nothing is read. */
const negations: string[] = ['not', 'no', 'never', 'nicht', 'kein', 'keine', 'pas', 'nao', 'niet', 'nie'];

const budgetLines: string[] = [
  'approved|yes|allocated|signed|genehmigt|available|set|ja|si|oui|confirmed|funded|bewilligt',
  'planned|planning|pending|requested|process|geplant|estimate|maybe|soon|depends|range|next',
  'none|no|nein|zero|unfunded|nothing|non|nope|kein',
];

const industryByWord: Map<string, string> = readAliasTable(industryLines);
const timelineByWord: Map<string, string> = readAliasTable(timelineLines);
const budgetByWord: Map<string, string> = readAliasTable(budgetLines);

/** The words of a choice, fillers such as "none" included: here they are answers. */
function choiceWords(typed: string | null): string[] {
  return typed === null ? [] : wordsOf(typed);
}

function firstChoice(typed: string | null, choiceByWord: Map<string, string>): string | null {
  for (const word of choiceWords(typed)) {
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

/**
 * When they want to start: now, quarter, year, later; the nearest that is named. A number of months says it exactly.
 * readTimeline("within 3 months") → "quarter"; readTimeline("18 months") → "year"; readTimeline("not right now") → null.
 */
export function readTimeline(typed: string | null): string | null {
  const words = choiceWords(typed);
  if (hasNegation(words)) {
    return null;
  }
  let nearest: Int = timelineChoices.length;
  let earlierWord = '';
  for (const word of words) {
    const single = timelineByWord.get(word) ?? null;
    const choice = spanChoice(earlierWord, word) ?? single;
    const rank: Int = choice === null ? timelineChoices.length : timelineChoices.indexOf(choice);
    if (rank < nearest) {
      nearest = rank;
    }
    earlierWord = word;
  }
  return nearest < timelineChoices.length ? timelineChoices[nearest]! : null;
}

const timelineChoices: string[] = ['now', 'quarter', 'year', 'later'];
const monthWords: string[] = ['month', 'months', 'monat', 'monate', 'mois', 'mes', 'meses'];

/** spanChoice("18", "months") → "year". */
function spanChoice(amount: string, unit: string): string | null {
  const count = readLong(amount);
  if (count === null || !monthWords.includes(unit)) {
    return null;
  }
  return count <= 3 ? 'quarter' : 'year';
}

/** What they say of money: approved, planned, none; an amount is planned money. readBudget("approved") → "approved". */
export function readBudget(typed: string | null): string | null {
  const words = choiceWords(typed);
  if (words.length === 1) {
    return budgetByWord.get(words[0]!) ?? (hasDigit(words[0]!) ? 'planned' : null);
  }
  if (hasNegation(words)) {
    return null;
  }
  for (const word of words) {
    const choice = budgetByWord.get(word) ?? null;
    if (choice !== null) {
      return choice;
    }
  }
  return hasDigit(words.join(' ')) ? 'planned' : null;
}

function hasNegation(words: string[]): boolean {
  for (const word of words) {
    if (negations.includes(word)) {
      return true;
    }
  }
  return false;
}

function hasDigit(folded: string): boolean {
  for (const digit of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) {
    if (folded.includes(digit)) {
      return true;
    }
  }
  return false;
}
