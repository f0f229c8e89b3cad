const KEYS: [string, string][] = [
  ['Enter, F2', 'edit, or just type'],
  ['Esc', 'leave as it was'],
  ['Shift + arrows', 'select'],
  ['Ctrl + C, V', 'to and from a spreadsheet'],
  ['Alt + ↑ ↓', 'move the row'],
  ['Ctrl + D', 'duplicate it'],
  ['Insert', 'new row below'],
  ['Ctrl + Del', 'delete the row'],
  ['F8', 'next problem'],
  ['Tab', 'leave the table'],
];

/** The keys of the grid, to look up. */
export function GridKeysHint() {
  return (
    <details className="grid-keys">
      <summary>Keys</summary>
      <dl>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
