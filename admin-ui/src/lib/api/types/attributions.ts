import type { Shape } from '../shape';

/** What the inputs of a version add to the scores of our customers. */
export type ModelAttributions = Shape<'ModelAttributions'>;

/** One input: how large its share is, which way it goes, and how it depends on the value. */
export type InputShares = Shape<'InputShares'>;

/** What an input adds for the customers with some of its values. */
export type SharesOfPart = Shape<'SharesOfPart'>;
