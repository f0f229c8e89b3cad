/** One page of a list; the cursor asks for the next, null = there is none. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** Null = not counted. */
  total: number | null;
}
