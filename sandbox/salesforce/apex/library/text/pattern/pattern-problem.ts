/** Why a text is no regular expression, in the words of java.util.regex. */
export class PatternProblem extends Error {
  constructor(description: string, pattern: string, index: number) {
    const lines = [index >= 0 ? `${description} near index ${index}` : description, pattern];
    if (index >= 0 && index < pattern.length) {
      lines.push(`${' '.repeat(index)}^`);
    }
    super(lines.join('\n'));
    this.name = 'PatternProblem';
  }
}
