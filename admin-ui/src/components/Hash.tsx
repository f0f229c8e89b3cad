import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './Button';

/** The beginning of a long id; a press copies the whole. */
export function Hash({ value, label, length = 10 }: { value: string; label: string; length?: number }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  const shown = value.replace(/^sha256:/, '');
  return (
    <span className="row nowrap" style={{ gap: 2, display: 'inline-flex' }}>
      <code>{shown.length > length ? shown.slice(0, length) : shown}</code>
      <IconButton
        small
        label={copied ? 'Copied' : `Copy ${label}`}
        icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onPress={() => void copy()}
      />
    </span>
  );
}
