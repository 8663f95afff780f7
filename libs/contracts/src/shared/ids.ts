import { z } from 'zod';

/** Catalog item ids are positive integers, small enough for a Postgres `integer`. */
export const itemId = z.int().min(1).max(2_147_483_647);

/** Order and user ids are UUIDv7 (RFC 9562). */
export const orderId = z.uuidv7();
export const userId = z.uuidv7();

export const timestamp = z.iso.datetime();

/** The version of the aggregate after the change an event reports; counts up from 1. */
export const aggregateVersion = z.int().min(1);
