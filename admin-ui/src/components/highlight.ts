export type Language = 'drl' | 'json';

export interface Token {
  text: string;
  kind?: 'comment' | 'string' | 'number' | 'keyword' | 'variable' | 'type' | 'key';
}

type Pattern = [RegExp, Token['kind']];

const DRL: Pattern[] = [
  [/^\/\/.*/, 'comment'],
  [/^"(?:[^"\\]|\\.)*"/, 'string'],
  [/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/, 'number'],
  [
    /^(?:rule|when|then|end|salience|import|package|global|insert|modify|not|exists|or|and|in|eval|dialect|no-loop|agenda-group|unit)\b(?!-)/,
    'keyword',
  ],
  [/^\$\w+/, 'variable'],
  [/^[A-Z]\w*/, 'type'],
];

const JSON_TOKENS: Pattern[] = [
  [/^"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
  [/^"(?:[^"\\]|\\.)*"/, 'string'],
  [/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
  [/^(?:true|false|null)\b/, 'keyword'],
];

/** What follows a dot is a part of a name, even where it reads like a keyword. */
const PLAIN = /^(?:\s+|\.?\w+|[^\w\s])/;

/** Splits one line into coloured pieces; joined again they are the line. */
export function tokens(line: string, language: Language): Token[] {
  const patterns = language === 'drl' ? DRL : JSON_TOKENS;
  const found: Token[] = [];
  let rest = line;
  while (rest) {
    const token = firstMatch(rest, patterns);
    const previous = found.at(-1);
    if (!token.kind && previous && !previous.kind) previous.text += token.text;
    else found.push(token);
    rest = rest.slice(token.text.length);
  }
  return found;
}

function firstMatch(text: string, patterns: Pattern[]): Token {
  for (const [pattern, kind] of patterns) {
    const match = pattern.exec(text);
    if (match && kind) return { text: match[0], kind };
  }
  return { text: PLAIN.exec(text)?.[0] ?? text.charAt(0) };
}
