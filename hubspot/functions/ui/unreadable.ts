import type { UiRefusal } from '../../handlers/ui/ui-refusals.ts';

export const unreadable: UiRefusal = {
  code: 'HSF007',
  message: 'Signalbox could not read what was asked. Nothing was done.',
  nextStep:
    'Reload the page. If that does not help, cards and functions are of different versions: upload the project again.',
};
