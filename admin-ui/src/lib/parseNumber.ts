/**
 * The number a person has typed so far, in the notation of a language; null while it is none. "60" in a field of
 * percentages is 0.6.
 */
export function parseNumber(
  text: string,
  locale: string,
  format: Intl.NumberFormatOptions = {},
): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6);
  const sign = (type: Intl.NumberFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  const plain = text
    .replaceAll(sign('group'), '')
    .replaceAll(sign('minusSign'), '-')
    .replaceAll(sign('decimal'), '.')
    .replaceAll(/[\s\p{Sc}%\p{L}]/gu, '');
  if (!/^-?\d+(\.\d*)?$/.test(plain)) return null;
  const number = Number(plain);
  return format.style === 'percent' ? Number((number / 100).toPrecision(12)) : number;
}
