import { z } from 'zod';

/** Catalog item ids are positive integers, small enough for a Postgres `integer`. */
export const itemId = z.int().min(1).max(2_147_483_647);

/**
 * A whole number of a path or query, where everything is text: digits and nothing else, so that neither `1e2` nor
 * an empty parameter is taken for a number.
 */
export const wholeNumber = <T extends z.ZodType<number>>(number: T) =>
  z.preprocess(
    (text) => (typeof text === 'string' && /^[0-9]{1,10}$/.test(text) ? Number(text) : text),
    number,
  );

/** Order and user ids are UUIDv7 (RFC 9562). */
export const orderId = z.uuidv7();
export const userId = z.uuidv7();

export const timestamp = z.iso.datetime();

/** The version of the aggregate after the change an event reports; counts up from 1. */
export const aggregateVersion = z.int().min(1);
