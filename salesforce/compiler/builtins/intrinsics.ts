import { binary, callOn, callStatic, type Expression } from '../apex/tree.ts';
import { long } from '../types/type.ts';

type Writer = (args: readonly Expression[]) => Expression;

const inClass =
  (className: string, name: string): Writer =>
  (args) =>
    callStatic(className, name, ...args);

const valueOf: Writer = (args) => callStatic('System.String', 'valueOf', ...args);
const divide: Writer = ([dividend, divisor]) => binary('/', dividend!, divisor!);

/**
 * The functions of model/number.ts and model/text.ts, which are written by hand on every platform. Where Apex has an operator
 * or a method that means the same, it stands in place of the call.
 */
export const intrinsics: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  // Apex divides whole numbers toward zero.
  ['quotient', divide],
  ['quotientLong', divide],
  ['toLong', ([whole]) => ({ kind: 'cast', type: long, value: whole! })],
  ['toInt', ([whole]) => callOn(whole!, 'intValue')],
  ['printInt', valueOf],
  ['printLong', valueOf],
  ['printInts', ([amounts, separator]) => callStatic('System.String', 'join', amounts!, separator!)],
  ['readLong', inClass('SbxNumber', 'readLong')],
  ['isPlain', inClass('SbxText', 'isPlain')],
  ['isPrintable', ([text]) => callOn(text!, 'isAsciiPrintable')],
  ['isQuotable', inClass('SbxText', 'isQuotable')],
  // Plain texts are ASCII, for which the platform's own case mapping has one answer.
  ['lowerPlain', ([text]) => callOn(text!, 'toLowerCase')],
  ['upperPlain', ([text]) => callOn(text!, 'toUpperCase')],
  ['squeezePlain', inClass('SbxText', 'squeezePlain')],
  ['wordsOfPlain', inClass('SbxText', 'wordsOfPlain')],
  ['wordsOfFolded', inClass('SbxText', 'wordsOfFolded')],
  ['cutAtPlain', inClass('SbxText', 'cutAtPlain')],
  ['escapeUnits', inClass('SbxText', 'escapeUnits')],
  ['isWellFormed', inClass('SbxText', 'isWellFormed')],
  ['textOfUnits', ([units]) => callStatic('System.String', 'fromCharArray', units!)],
  ['replaceText', ([text, piece, replacement]) => callOn(text!, 'replace', piece!, replacement!)],
  ['splitText', inClass('SbxText', 'splitText')],
  ['compareText', ([one, other]) => callOn(one!, 'compareTo', other!)],
  ['orderTexts', inClass('SbxText', 'orderTexts')],
]);
