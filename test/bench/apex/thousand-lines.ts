const classCount = 22;

/** Classes of some fifty lines that call each other: a thousand lines of Apex that nobody read before `nonce`. */
export function thousandLines(nonce: string): Map<string, string> {
  return new Map(
    Array.from({ length: classCount }, (_, place) => [`Part${place}.cls`, writeClass(place, nonce)] as const),
  );
}

/** Anonymous Apex that reaches every class. */
export const callEveryPart = `Integer total = 0;
for (String word : new List<String>{ 'one', 'two', 'three' }) {
  total += Part0.measure(word, 3);
}
System.debug(total);
`;

function writeClass(place: number, nonce: string): string {
  const next = place + 1 < classCount ? `Part${place + 1}.measure(word, depth - 1)` : 'word.length()';
  return `/**
 * Part ${place} of a program (${nonce}): counts what a text holds, as a helper class of a package does.
 */
public with sharing class Part${place} {
  private static final Integer LIMIT_OF_WORDS = ${100 + place};
  private static final Map<String, Integer> WEIGHTS = new Map<String, Integer>{ 'one' => 1, 'two' => 2 };

  /** A word with how often it was seen. */
  public class Seen {
    public String word { get; private set; }
    public Integer count { get; private set; }

    public Seen(String word) {
      this.word = word;
      this.count = 1;
    }

    public void again() {
      count++;
    }
  }

  public static Integer measure(String word, Integer depth) {
    if (String.isBlank(word) || depth < 0) {
      return 0;
    }
    Map<String, Seen> seenByWord = new Map<String, Seen>();
    for (String part : word.split('')) {
      if (seenByWord.containsKey(part)) {
        seenByWord.get(part).again();
      } else {
        seenByWord.put(part, new Seen(part));
      }
    }
    Integer total = WEIGHTS.containsKey(word) ? WEIGHTS.get(word) : 0;
    for (Seen seen : seenByWord.values()) {
      total += seen.count * ${place + 1};
    }
    try {
      total = total > LIMIT_OF_WORDS ? LIMIT_OF_WORDS : total;
    } catch (Exception problem) {
      System.debug(problem.getMessage());
    }
    return total + ${next};
  }
}
`;
}
