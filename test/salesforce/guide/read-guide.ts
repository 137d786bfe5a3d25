/** A numbered step of a guide. */
export type Step = { readonly number: number; readonly title: string; readonly text: string };

/** stepsOf('## 1. Deploy\n\ntext') → [{ number: 1, title: 'Deploy', text: '\ntext' }]. */
export function stepsOf(guide: string): Step[] {
  return guide
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      const [, number = '0', title = ''] = /^(\d+)\. (.+)$/.exec(heading) ?? [];
      return { number: Number(number), title, text: lines.join('\n') };
    });
}

/** The commands of a step that begin with these words, as somebody would type them. */
export function commandsOf(step: Step, beginning: string): string[] {
  const commands = step.text
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .map((line) => line.trim())
    .filter((line) => line.startsWith(beginning));
  if (commands.length === 0) {
    throw new Error(`Step ${step.number} "${step.title}" has no command that begins with "${beginning}".`);
  }
  return commands;
}

/** optionsOf('sf x --name A --name B --values "C=D"') → { name: ['A', 'B'], values: ['C=D'] }. */
export function optionsOf(command: string): Record<string, string[]> {
  const options: Record<string, string[]> = {};
  for (const [, name, quoted, plain] of command.matchAll(/--([a-z-]+) (?:"([^"]*)"|(\S+))/g)) {
    (options[name!] ??= []).push(quoted ?? plain!);
  }
  return options;
}

/** valuesOf("LastName=Example Company='Example Ltd' NumberOfEmployees=800") → numbers as numbers, all else as text. */
export function valuesOf(values: string): Record<string, string | number> {
  return Object.fromEntries(
    [...values.matchAll(/(\w+)=(?:'([^']*)'|(\S+))/g)].map(([, name, quoted, plain]) => {
      const text = quoted ?? plain!;
      return [name!, /^\d+$/.test(text) ? Number(text) : text];
    }),
  );
}

/** The names in bold type, each once and in their order: wordsOf(step with **Signalbox Review**) → ['Signalbox Review']. */
export function wordsOf(step: Step): string[] {
  return [...new Set([...step.text.matchAll(/\*\*([^*]+)\*\*/g)].map((found) => found[1]!))];
}
