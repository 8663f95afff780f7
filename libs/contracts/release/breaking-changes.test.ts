import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { breakingChanges } from './breaking-changes.ts';
import { schemaOf } from './event-schemas.ts';

const money = z.object({ amount: z.int(), currency: z.enum(['USD']) }).meta({ id: 'FixtureMoney' });
const line = z.object({ itemId: z.int().min(1), price: money, note: z.string().optional() });
const fields = { orderId: z.uuidv7(), lines: z.array(line).min(1), coupon: z.string().optional() };
const released = schemaOf(z.object(fields));

const changes = (shape: z.core.$ZodLooseShape): string[] =>
  breakingChanges(released, schemaOf(z.object(shape)));

describe('compatible', () => {
  test.each<[string, z.core.$ZodLooseShape]>([
    ['the same schema', fields],
    ['a new optional field', { ...fields, gift: z.boolean().optional() }],
    [
      'a new optional field deep inside',
      { ...fields, lines: z.array(line.extend({ gift: z.boolean().optional() })).min(1) },
    ],
    [
      'a shared part written out',
      {
        ...fields,
        lines: z
          .array(line.extend({ price: z.object({ amount: z.int(), currency: z.enum(['USD']) }) }))
          .min(1),
      },
    ],
    ['another description', { ...fields, coupon: z.string().describe('as typed by the shopper').optional() }],
  ])('%s', (_what, shape) => {
    expect(changes(shape)).toEqual([]);
  });
});

describe('breaking', () => {
  const { coupon: _, ...withoutCoupon } = fields;
  test.each<[string, z.core.$ZodLooseShape, string]>([
    ['a removed field', withoutCoupon, 'data.coupon is gone'],
    ['another type', { ...fields, coupon: z.int().optional() }, 'data.coupon: type changed'],
    ['another format', { ...fields, orderId: z.uuidv4() }, 'data.orderId: pattern changed'],
    ['a new required field', { ...fields, gift: z.boolean() }, 'data.gift is required now'],
    [
      'an optional field that became required',
      { ...fields, coupon: z.string() },
      'data.coupon is required now',
    ],
    [
      'a required field that became optional',
      { ...fields, orderId: z.uuidv7().optional() },
      'data.orderId is not required any more',
    ],
    ['another bound', { ...fields, lines: z.array(line) }, 'data.lines: minItems changed'],
    [
      'a removed field deep inside',
      { ...fields, lines: z.array(line.omit({ note: true })).min(1) },
      'data.lines[].note is gone',
    ],
    [
      'one more word in an enumeration of a shared part',
      {
        ...fields,
        lines: z.array(line.extend({ price: money.extend({ currency: z.enum(['USD', 'EUR']) }) })).min(1),
      },
      'data.lines[].price.currency: enum changed',
    ],
    ['null allowed', { ...fields, coupon: z.string().nullable().optional() }, 'data.coupon: type changed'],
  ])('%s', (_what, shape, expected) => {
    expect(changes(shape)).toContain(expected);
  });
});
