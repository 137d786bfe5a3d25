/**
 * A number of things in words.
 *
 * countOf(1, "contact") → "1 contact"; countOf(1240, "past lead") → "1,240 past leads"; countOf(2, "company", "companies")
 */
export function countOf(count: number, one: string, many = `${one}s`, locale = 'en'): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? one : many}`;
}
