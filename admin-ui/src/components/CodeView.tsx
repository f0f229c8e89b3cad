import { Check, Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { IconButton } from './Button';
import { type Language, tokens } from './highlight';
import './codeView.css';

/** Text of a program or document, numbered and coloured, to read and copy but not to edit. */
export function CodeView({ label, code, language }: { label: string; code: string; language: Language }) {
  const [copied, setCopied] = useState(false);
  const lines = useMemo(
    () =>
      code
        .trimEnd()
        .split('\n')
        .map((line) => tokens(line, language)),
    [code, language],
  );
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <div className="code">
      <IconButton
        small
        kind="plain"
        className="code-copy"
        label={copied ? 'Copied' : `Copy ${label}`}
        icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onPress={() => void copy()}
      />
      <section className="code-scroll" aria-label={label} tabIndex={0}>
        <pre>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their number
            <span key={i} className="code-line">
              {line.map((t, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
                <span key={j} className={t.kind ? `code-${t.kind}` : undefined}>
                  {t.text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </pre>
      </section>
    </div>
  );
}
