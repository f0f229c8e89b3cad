import {
  Gift,
  Headset,
  type LucideIcon,
  Mail,
  Mailbox,
  Megaphone,
  MessageSquare,
  Phone,
  Smartphone,
  Store,
} from 'lucide-react';
import { DASH } from './format';
import { humanize } from './text';

const ICONS: [RegExp, LucideIcon][] = [
  [/mail/i, Mail],
  [/phone|call/i, Phone],
  [/desk|service/i, Headset],
  [/post|letter/i, Mailbox],
  [/sms|text|chat/i, MessageSquare],
  [/app|push|mobile/i, Smartphone],
  [/store|branch|shop/i, Store],
  [/offer|gift|voucher|coupon/i, Gift],
];

/** What the ids of common channels stand for, where humanizing would misspell them. */
const WORDS: Record<string, string> = { sms: 'Text message', email: 'E-mail', post: 'Letter' };

/** The picture of a channel; a megaphone for one not known. */
export const channelIcon = (name: string | null | undefined): LucideIcon =>
  ICONS.find(([pattern]) => name && pattern.test(name))?.[1] ?? Megaphone;

export function channelName(channel: string | null): string {
  if (!channel) return DASH;
  return WORDS[channel.toLowerCase()] ?? humanize(channel);
}
