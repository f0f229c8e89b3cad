/** Numbers, money and dates as text, in the language and currency of the product. */
export interface Formats {
  currency: string;
  integer(n: number): string;
  number(n: number, digits?: number): string;
  /** Always with that many digits after the point. */
  fixed(n: number, digits: number): string;
  percent(share: number, digits?: number): string;
  /** Money without cents from one hundred up; compact from a million. */
  money(n: number): string;
  /** Money with its cents. */
  exactMoney(n: number): string;
  /** Money without cents, for a column in which amounts of any size stand below each other. */
  wholeMoney(n: number): string;
  compactMoney(n: number): string;
  date(instant: string): string;
  dateTime(instant: string): string;
  /** "09:40 today", "yesterday 18:02", else the date and time. */
  when(instant: string): string;
  bytes(n: number): string;
  duration(millis: number): string;
}

export const DASH = '–';

const DAY = 86_400_000;

export function createFormats(locale: string, currency: string, now: () => Date = () => new Date()): Formats {
  const numbers = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
    return (n: number) => format.format(n);
  };
  const integer = numbers({ maximumFractionDigits: 0 });
  const cents = numbers({ style: 'currency', currency });
  const whole = numbers({ style: 'currency', currency, maximumFractionDigits: 0 });
  const millions = numbers({ style: 'currency', currency, notation: 'compact', maximumFractionDigits: 2 });
  const compact = numbers({ style: 'currency', currency, notation: 'compact', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const thisYear = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const startOfDay = (d: Date) => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();

  return {
    currency,
    integer,
    number: (n, digits = 2) => numbers({ maximumFractionDigits: digits })(n),
    fixed: (n, digits) => numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits })(n),
    percent: (share, digits = 0) =>
      numbers({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits })(share),
    money: (n) => (Math.abs(n) >= 1e6 ? millions(n) : Math.abs(n) >= 100 ? whole(n) : cents(n)),
    exactMoney: cents,
    wholeMoney: whole,
    compactMoney: (n) => (Math.abs(n) < 1000 ? whole(n) : compact(n)),
    date: (instant) => date.format(parseDay(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    when: (instant) => {
      const at = new Date(instant);
      const days = Math.round((startOfDay(now()) - startOfDay(at)) / DAY);
      if (days === 0) return `${time.format(at)} today`;
      if (days === 1) return `yesterday ${time.format(at)}`;
      return (at.getFullYear() === now().getFullYear() ? thisYear : dateTime).format(at);
    },
    bytes: (n) => {
      const power = n < 1 ? 0 : Math.min(3, Math.floor(Math.log2(n) / 10));
      return `${numbers({ maximumFractionDigits: power ? 1 : 0 })(n / 1024 ** power)} ${['B', 'KiB', 'MiB', 'GiB'][power]}`;
    },
    duration: (millis) =>
      millis < 1000 ? `${integer(millis)} ms` : `${numbers({ maximumFractionDigits: 1 })(millis / 1000)} s`,
  };
}

/** A day without a time is a day here, not midnight in Greenwich. */
function parseDay(text: string): Date {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(text);
}

/** "1 customer", "2 customers". */
export const plural = (n: number, one: string, many = `${one}s`) => (n === 1 ? one : many);
