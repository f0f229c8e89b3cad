/** An instant as a field of day and time shows it: in the time of this browser, to the minute. */
export function localMoment(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant a person means who typed a day and a time here; null when they typed none. */
export function instantOf(moment: string): string | null {
  const at = new Date(moment);
  return moment === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What the clock here is called, e.g. "Europe/Berlin". */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
