import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import './virtualList.css';

interface Props<T> {
  label: string;
  items: T[];
  itemKey: (item: T) => string;
  /** How many there are in all; more than the items when the rest is still on the server. */
  total: number;
  value: string;
  onChange: (key: string) => void;
  /** Asked for when the end of the loaded items comes into sight. */
  onNearEnd?: (() => unknown) | undefined;
  rowHeight: number;
  row: (item: T) => ReactNode;
  /** Hears keys before the list does; true = it used the key. */
  onKey?: (event: KeyboardEvent) => boolean;
  /** Lets rows be dragged: the key of the one dropped, and the index it was dropped on. */
  onDrop?: ((key: string, to: number) => void) | undefined;
}

/**
 * A listbox of any length: only the rows in sight exist. One tab stop; the arrow keys, Home, End and Page keys move the
 * selection; assistive technology hears the position in the whole list.
 */
export function VirtualList<T>(props: Props<T>) {
  const { label, items, itemKey, total, value, onChange, onNearEnd, rowHeight, row, onKey, onDrop } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    paddingStart: 6,
    paddingEnd: 6,
  });
  const selected = items.findIndex((item) => itemKey(item) === value);
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;

  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' });
  }, [selected, virtual]);

  useEffect(() => {
    if (last >= items.length - 20) onNearEnd?.();
  }, [last, items.length, onNearEnd]);

  const dragged = useRef<string | null>(null);
  const dragging = (index: number, key: string) =>
    onDrop && {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        dragged.current = key;
        event.dataTransfer.effectAllowed = 'move';
      },
      onDragOver: (event: DragEvent) => dragged.current !== null && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged.current !== null) onDrop(dragged.current, index);
        dragged.current = null;
      },
    };

  const onKeyDown = (event: KeyboardEvent) => {
    if (onKey?.(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: selected + page,
      PageUp: selected - page,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const item = items[Math.max(0, Math.min(items.length - 1, wanted))];
    if (item) onChange(itemKey(item));
  };

  return (
    <div
      ref={scroller}
      className="virtual-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={selected >= 0 ? `${base}-${selected}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="virtual-space" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const item = items[index];
          if (!item) return null;
          const chosen = index === selected;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the listbox, which holds the focus
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox (aria-activedescendant)
            <div
              key={itemKey(item)}
              id={`${base}-${index}`}
              role="option"
              aria-selected={chosen}
              aria-posinset={index + 1}
              aria-setsize={total}
              data-selected={chosen || undefined}
              className="virtual-row"
              {...dragging(index, itemKey(item))}
              style={{ height: rowHeight - 2, transform: `translateY(${start}px)` }}
              onClick={() => {
                onChange(itemKey(item));
                scroller.current?.focus();
              }}
            >
              {row(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
