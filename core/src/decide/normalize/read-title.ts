import { fold } from '../model/fold.ts';
import { isPlain, splitText, wordsOfPlain } from '../model/text.ts';
import { readAliasTable } from './read-alias-table.ts';

/** From the top down; the highest word in a title counts. Titles of several languages, folded. */
const seniorityLines: string[] = [
  'owner|founder|cofounder|inhaber|inhaberin|gerant|dueno|proprietor|fondateur|fundador|fundadora|wlasciciel|eigenaar|socio',
  'chief|ceo|cto|cfo|coo|cio|cmo|cro|ciso|cpo|cdo|president|geschaeftsfuehrer|geschaeftsfuehrerin|vorstand|pdg|dg|prezes|managing|bestuurder',
  'vp|svp|evp|avp|vicepresident|vice|vicepresidente|vizepraesident',
  'head|leiter|leiterin|bereichsleiter|responsable|jefe|jefa|hoofd|kierownik|leitung',
  'director|direktor|direktorin|directeur|directrice|diretor|diretora|directora|dyrektor|dir',
  'manager|mgr|chef|cheffe|gerente|manageress|lead|teamlead|teamleiter|teamleiterin|supervisor|coordinator|koordinator|menedzer',
  'specialist|analyst|engineer|developer|consultant|executive|representative|associate|assistant|administrator|architect|officer|rep|buyer|einkaeufer|referent|entwickler|berater|ingenieur|analista',
  'intern|student|trainee|praktikant|praktikantin|stagiaire|phd|becario|estagiario|researcher|werkstudent',
];

const seniorityNames: string[] = [
  'owner',
  'chief',
  'vicePresident',
  'head',
  'director',
  'manager',
  'specialist',
  'student',
];

const functionLines: string[] = [
  'sales|vertrieb|vente|ventes|ventas|vendas|verkoop|sprzedaz|revenue|revops|commercial|account|accounts|bdr|sdr|cro|kommerziell|handlowy',
  'marketing|growth|brand|demand|cmo|content|kommunikation|communications',
  'operations|ops|betrieb|operaciones|operacoes|coo|logistics|logistik|supply|process|operacyjny',
  'it|technology|technik|informatique|cio|cto|infrastructure|systems|software|engineering|engineer|developer|informatik|ciso|security|data|digital|crm|salesforce|hubspot',
  'finance|finanzen|finanzas|cfo|controller|controlling|accounting|buchhaltung|treasury|finances',
  'procurement|purchasing|einkauf|achats|compras|buyer|sourcing|einkaeufer|inkoop',
  'hr|people|talent|recruiting|recruiter|personal|human|rh|recruitment',
  'support|service|customer|success|kundenservice|helpdesk|care',
  'legal|compliance|counsel|recht|juridique|privacy|datenschutz',
  'product|produkt|produit|producto|produto',
  'general|ceo|founder|owner|president|geschaeftsfuehrer|inhaber|cofounder|pdg|prezes',
];

const seniorityByWord: Map<string, string> = readAliasTable(seniorityLines);
const functionByWord: Map<string, string> = readAliasTable(functionLines);

/** Before "owner" these name a task, not a firm. */
const ownedThings: string[] = ['product', 'process', 'data', 'system', 'business', 'service', 'project', 'solution'];

/** The words of a title, in any Latin spelling. */
function titleWords(title: string): string[] {
  const folded = fold(title);
  return isPlain(folded) ? wordsOfPlain(folded) : splitText(folded, ' ');
}

/**
 * How high a title stands, by its highest word; null when no word is known.
 * readSeniority("Head of Sales & Managing Director") → "chief"; readSeniority("wizard") → null.
 */
export function readSeniority(title: string | null): string | null {
  if (title === null) {
    return null;
  }
  let found: string | null = null;
  let earlierWord = '';
  for (const word of titleWords(title)) {
    // A vice president is no president.
    if (earlierWord === 'to' || earlierWord === 'assistant') {
      // "Assistant to the CEO" is an assistant.
      break;
    }
    const isPartOfName = earlierWord === 'vice' || (word === 'owner' && ownedThings.includes(earlierWord));
    const line = isPartOfName ? null : (seniorityByWord.get(word) ?? null);
    earlierWord = word;
    if (line !== null && (found === null || isAbove(line, found))) {
      found = line;
    }
  }
  return found === null ? null : nameOfSeniority(found);
}

/** Lines are named by their first word; the order of the lines is the order of the ranks. */
const rankWords: string[] = ['owner', 'chief', 'vp', 'head', 'director', 'manager', 'specialist', 'intern'];

function isAbove(one: string, other: string): boolean {
  return rankWords.indexOf(one) < rankWords.indexOf(other);
}

function nameOfSeniority(rankWord: string): string {
  return seniorityNames[rankWords.indexOf(rankWord)]!;
}

/** What part of the company a title works in, by its first word that says so. readJobFunction("VP Vertrieb") → "sales". */
export function readJobFunction(title: string | null): string | null {
  if (title === null) {
    return null;
  }
  for (const word of titleWords(title)) {
    const found = functionByWord.get(word) ?? null;
    if (found !== null) {
      return found;
    }
  }
  return null;
}
