import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useMemo } from 'react';
import type { GridColumn } from './columns';
import type { Selection } from './selection';

export const ROW_HEIGHT = 34;
export const HEAD_HEIGHT = 46;
/** The column of numbers and counts, which stays in sight. */
export const ROW_HEAD_WIDTH = 118;

/** A column in sight and where it begins. */
export interface Shown {
  index: number;
  start: number;
  size: number;
}

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
    overscan: 4,
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
  return {
    rows: down.getVirtualItems(),
    shown,
    width: across.getTotalSize(),
    height: down.getTotalSize(),
    /** Rows of a page, for the Page keys. */
    page: Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1),
    bring: (toRow: number, toColumn: number) => {
      down.scrollToIndex(toRow, { align: 'auto' });
      across.scrollToIndex(toColumn, { align: 'auto' });
    },
  };
}
