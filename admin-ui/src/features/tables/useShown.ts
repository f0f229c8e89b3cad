import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { GridColumn } from './columns';
import type { Selection } from './selection';

export const ROW_HEIGHT = 34;
export const HEAD_HEIGHT = 46;
/** The column of numbers and counts, which stays in sight. */
export const ROW_HEAD_WIDTH = 132;

/** A column in sight and where it begins. */
export interface Shown {
  index: number;
  start: number;
  size: number;
}

/** A row that exists, and the element that draws it: rows that come into sight take over those of rows that left it. */
export interface ShownRow {
  index: number;
  start: number;
  slot: number | 'far';
}

const OVERSCAN = 4;

/** Indexes in sight, and that of the cell in use wherever it is. */
const withOne = (one: number) => (range: Range) => {
  const indexes = defaultRangeExtractor(range);
  if (one >= range.count || indexes.includes(one)) return indexes;
  return [...indexes, one].sort((a, b) => a - b);
};

/** Which rows and columns of a grid exist at the moment. */
export function useShown(
  grid: RefObject<HTMLDivElement | null>,
  rowCount: number,
  columns: readonly GridColumn[],
  { row, column }: Selection,
) {
  const getScrollElement = useCallback(() => grid.current, [grid]);
  const down = useVirtualizer({
    count: rowCount,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: useMemo(() => withOne(row), [row]),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement,
    estimateSize: (i) => columns[i]?.width ?? 0,
    overscan: 1,
    paddingStart: ROW_HEAD_WIDTH,
    scrollPaddingStart: ROW_HEAD_WIDTH,
    rangeExtractor: useMemo(() => withOne(column), [column]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: widths are measured again when the columns change
  useEffect(() => across.measure(), [columns, across]);

  const items = across.getVirtualItems();
  const which = items.map((i) => `${i.index}:${i.start}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same list as long as the same columns are in sight
  const shown = useMemo<Shown[]>(
    () => items.map(({ index, start, size }) => ({ index, start, size })),
    [which, columns],
  );
  const client = useClientSize(grid);
  const aimed = useRef({ from: NOWHERE, to: NOWHERE });
  const heard = { x: across.scrollOffset ?? 0, y: down.scrollOffset ?? 0 };
  useEffect(() => {
    const { from: before } = aimed.current;
    if (before.x !== heard.x || before.y !== heard.y) aimed.current = { from: NOWHERE, to: NOWHERE };
  }, [heard.x, heard.y]);
  const drawn = down.getVirtualItems();
  const [from, to] = [down.range?.startIndex ?? 0, down.range?.endIndex ?? rowCount];
  const most = Math.max(Math.ceil(client.current.height / ROW_HEIGHT) + 2, to - from + 1);
  const slots = most + 2 * OVERSCAN;
  const isFar = (index: number) => index < from - OVERSCAN || index > to + OVERSCAN;
  return {
    rows: drawn.map<ShownRow>(({ index, start }) => ({
      index,
      start,
      slot: isFar(index) ? 'far' : index % slots,
    })),
    shown,
    width: across.getTotalSize(),
    height: down.getTotalSize(),
    /** Rows of a page, for the Page keys. */
    page: Math.max(1, Math.floor((client.current.height - HEAD_HEIGHT) / ROW_HEIGHT) - 1),
    /** Scrolls as little as it takes to see a cell; from what is known already, as asking the page would lay it out. */
    bring: (toRow: number, toColumn: number) => {
      const element = grid.current;
      if (!element) return;
      const { height, width } = client.current;
      const standing = { x: across.scrollOffset ?? 0, y: down.scrollOffset ?? 0 };
      // Until the virtualiser hears of the last time, the grid stands where it was sent.
      const { from: before, to: sent } = aimed.current;
      const now = before.x === standing.x && before.y === standing.y ? sent : standing;
      const top = toRow * ROW_HEIGHT;
      const cell = across.measurementsCache[toColumn];
      const y = nearest(now.y, top + ROW_HEIGHT + HEAD_HEIGHT - height, top);
      const x = cell ? nearest(now.x, cell.end - width, cell.start - ROW_HEAD_WIDTH) : now.x;
      if (y !== now.y) element.scrollTop = y;
      if (x !== now.x) element.scrollLeft = x;
      aimed.current = { from: standing, to: { x, y } };
    },
  };
}

const NOWHERE = { x: -1, y: -1 };

/** The offset nearest to the present one from which all of something is seen; where it is too large, its beginning. */
const nearest = (now: number, least: number, most: number) => Math.min(Math.max(now, least), most);

/** What of an element shows its content, without scroll bars; kept up to date beside the drawing. */
function useClientSize(element: RefObject<HTMLElement | null>) {
  const size = useRef({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      size.current = { width: current.clientWidth, height: current.clientHeight };
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
