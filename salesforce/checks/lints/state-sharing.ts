import { ClassDeclarationContext } from '@apexdevtools/apex-parser';
import { enclosing, modifiersOf, type Hit, type Lint } from './apex-file.ts';
import { listDataAccess } from './data-access.ts';

/**
 * Every outer class says whose records it sees, and every inner one that reads or writes records: an inner class does
 * not take it from the class around it.
 */
export const stateSharing: Lint = {
  code: 'APC030',
  find: (file): Hit[] => {
    // Who runs a test is chosen by System.runAs, and what it may see by what it tests.
    if (file.isTest) return [];
    const withAccess = listDataAccess(file).map(({ node }) => enclosing(node, 'class'));
    return (
      file.nodes
        .filter((node) => node instanceof ClassDeclarationContext)
        .filter((node) => enclosing(node, 'class') === undefined || withAccess.includes(node))
        // An exception has only a message.
        .filter((node) => !/Exception$/i.test(node.typeRef()?.getText() ?? ''))
        .filter((node) => !modifiersOf(node).some((modifier) => modifier.endsWith('sharing')))
        .map((node) => ({
          node,
          cause: 'This class does not say whose records it sees.',
          next: 'write with sharing, without sharing or inherited sharing',
        }))
    );
  },
};
