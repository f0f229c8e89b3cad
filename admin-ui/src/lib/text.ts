/** The first letters of the first and last word of a name. */
export function initials(name: string): string {
  const words = name.split(/[\s_-]+/).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return (first.charAt(0) + last.charAt(0)).toUpperCase();
}

/** "NOT_ELIGIBLE" as "Not eligible", "churn_risk" as "Churn risk". */
export function humanize(code: string): string {
  const words = code.replaceAll(/[_-]+/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  const text = words.toLowerCase().replaceAll(/\b(api|csv|id|pmml|sql)\b/g, (word) => word.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Ana", "Ana and Jonas", "Ana, Jonas and Mira". */
export const listed = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
