import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { CellPanel } from './CellPanel';
import type { GridColumn } from './columns';

/** Where the cell in use goes when the editor closes. */
export type Leave = 'down' | 'up' | 'right' | 'left' | 'stay';

interface Props {
  column: GridColumn;
  /** Names the cell, such as "Churn risk, row 3". */
  label: string;
  text: string;
  /** What was typed to open it, in place of the text. */
  typed: string | null;
  onDone: (text: string, leave: Leave) => void;
  onCancel: () => void;
}

/**
 * Writes in one cell: as text, in the notation of the table, and below it in fields for what the column is about. The arrow down
 * leads into these; Enter, Tab and a click elsewhere take what is written over, Escape does not.
 */
export function CellEditor({ column, label, text: before, typed, onDone, onCancel }: Props) {
  const [text, setText] = useState(typed ?? before);
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);
  const closed = useRef(false);
  const close = (leave: Leave | null, as = text) => {
    if (closed.current) return;
    closed.current = true;
    if (leave === null) onCancel();
    else onDone(as, leave);
  };
  useEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    if (typed === null) field?.select();
    else field?.setSelectionRange(typed.length, typed.length);
  }, [typed]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const inField = event.target === input.current;
    if (event.key === 'Escape') close(null);
    else if (event.key === 'Enter' && inField) close(event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      // A field of the panel tells its value when it is left.
      input.current?.focus({ preventScroll: true });
      requestAnimationFrame(() => close(event.shiftKey ? 'up' : 'down', input.current?.value));
    } else if (event.key === 'Tab' && inField) close(event.shiftKey ? 'left' : 'right');
    else if (event.key === 'ArrowDown' && inField) firstIn(panel.current)?.focus();
    else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    if (to instanceof Node && (to === input.current || panel.current?.contains(to))) return;
    close('stay', input.current?.value);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the field and of what stands below it
    <div className="cell-editor" data-own-undo onKeyDown={onKeyDown} onBlur={onBlur}>
      <input
        ref={input}
        className="cell-input"
        aria-label={label}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Popover
        ref={panel}
        triggerRef={input}
        isOpen
        isNonModal
        placement="bottom start"
        offset={4}
        className="popover cell-panel"
        onOpenChange={() => {}}
      >
        <div
          role="dialog"
          className="cell-panel-in"
          aria-label={`Fields for ${label}`}
          data-own-undo
          onMouseDown={(event) => {
            if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
          }}
        >
          <CellPanel column={column} text={text} onText={setText} onChosen={(as) => close('stay', as)} />
        </div>
      </Popover>
    </div>
  );
}

const firstIn = (panel: HTMLElement | null) =>
  panel?.querySelector<HTMLElement>('[aria-checked=true], [aria-pressed=true], input:checked') ??
  panel?.querySelector<HTMLElement>('button, input');
