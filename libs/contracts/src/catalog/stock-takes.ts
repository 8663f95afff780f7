import { z } from 'zod';
import { aggregateVersion, itemId, timestamp } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { isPrintableLine, printableLine, writtenLine } from '../shared/text.ts';

export const stockTakeId = z.uuid();

/** What one sheet holds at most. */
export const maxStockTakeLines = 2000;

const person = z.object({ id: z.string(), name: z.string().optional() });

/** A sheet on which staff count what is on the shelf, and what it comes to so far. */
export const stockTake = z
  .object({
    id: stockTakeId,
    name: z.string(),
    state: z.enum(['open', 'booked']),
    lines: z.int(),
    counted: z.int(),
    /** Lines whose count is another than what the ledger said at that moment. */
    differing: z.int(),
    /** Units that were found beyond the ledger, and units that were not found. */
    surplus: z.int(),
    missing: z.int(),
    /** Why it was booked. */
    reason: z.string().optional(),
    createdBy: person,
    createdAt: timestamp,
    bookedBy: person.optional(),
    bookedAt: timestamp.optional(),
    /** Rises with everything that happens on the sheet. */
    version: aggregateVersion,
  })
  .meta({ id: 'StockTake' });
export type StockTake = z.infer<typeof stockTake>;
export const stockTakePage = pageOf(stockTake).meta({ id: 'StockTakePage' });

export const stockTakeQuery = z.strictObject({
  ...pageQuery,
  /** Looked for in the name. */
  q: z.string().trim().min(1).max(100).refine(isPrintableLine).optional(),
  state: z.enum(['open', 'booked']).optional(),
});
export type StockTakeQuery = z.input<typeof stockTakeQuery>;

/** A variant on a sheet. */
export const stockTakeLine = z
  .object({
    itemId,
    sku: z.string(),
    barcode: z.string().optional(),
    name: z.string(),
    /** What the ledger says now; sales go on while the shelf is counted. */
    onHand: z.int(),
    reserved: z.int(),
    counted: z.int().optional(),
    /** What the ledger said at the moment of the count. */
    expected: z.int().optional(),
    /** `counted` less `expected`: what is booked. */
    difference: z.int().optional(),
    countedBy: person.optional(),
    countedAt: timestamp.optional(),
    /** 0 until it is counted. */
    version: z.int().min(0),
  })
  .meta({ id: 'StockTakeLine' });
export type StockTakeLine = z.infer<typeof stockTakeLine>;
export const stockTakeLinePage = pageOf(stockTakeLine).meta({ id: 'StockTakeLinePage' });

export const stockTakeLineQuery = z.strictObject({
  ...pageQuery,
  /** Lines that are not counted yet, that are, or whose count differs. */
  show: z.enum(['open', 'counted', 'differing']).optional(),
});
export type StockTakeLineQuery = z.input<typeof stockTakeLineQuery>;

/** A SKU or a barcode, as it is typed or scanned. */
const code = printableLine(64);

/** Which variants are to be counted: in one of three ways. */
export const stockTakeChoice = z
  .strictObject({
    /** What is in a category, or below it. */
    category: itemId.optional(),
    /** What a search finds. */
    q: z.string().trim().min(1).max(100).refine(isPrintableLine).optional(),
    codes: z.array(code).min(1).max(maxStockTakeLines).optional(),
  })
  .refine((choice) => Object.keys(choice).length === 1, 'Choose by one of category, q and codes')
  .meta({ id: 'StockTakeChoice' });
export type StockTakeChoice = z.infer<typeof stockTakeChoice>;

/** Body of `POST /api/v1/admin/catalog/stock-takes`. */
export const newStockTake = z
  .strictObject({ name: writtenLine(80), choose: stockTakeChoice })
  .meta({ id: 'NewStockTake' });
export type NewStockTake = z.input<typeof newStockTake>;

export const stockCount = z.strictObject({
  code,
  /** Null takes a count back. */
  counted: z.int().min(0).max(1_000_000).nullable(),
  /** The version of the line that was seen; 0 where nobody had counted it. */
  version: z.int().min(0),
});
export type StockCount = z.infer<typeof stockCount>;

/** Body of `PUT /api/v1/admin/catalog/stock-takes/{id}/counts`: all of it counts, or nothing. */
export const stockCounts = z
  .strictObject({
    lines: z
      .array(stockCount)
      .min(1)
      .max(500)
      .refine((all) => new Set(all.map((line) => line.code)).size === all.length, 'Each code once'),
    /** When the shelf was counted, where that was on paper; now where absent. */
    countedAt: timestamp.optional(),
  })
  .meta({ id: 'StockCounts' });
export type StockCounts = z.input<typeof stockCounts>;

export const stockCounted = z
  .object({ stockTake, lines: z.array(stockTakeLine) })
  .meta({ id: 'StockCounted' });
export type StockCounted = z.infer<typeof stockCounted>;

/** Body of `POST /api/v1/admin/catalog/stock-takes/{id}/booking`. */
export const stockTakeBooking = z.strictObject({ reason: writtenLine(200) }).meta({ id: 'StockTakeBooking' });
