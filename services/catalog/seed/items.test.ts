import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { draw } from './art/draw.ts';
import { seedBrands } from './brands.ts';
import { seedItems } from './items.ts';
import { seedTypes } from './types.ts';

const brands = new Set<string>(seedBrands.map((brand) => brand.slug));
const types = new Set<string>(seedTypes.map((type) => type.slug));
const pictures = readdirSync(join(import.meta.dirname, 'pictures')).sort();

describe('the seed items', () => {
  it('have unique slugs and skus', () => {
    expect(new Set(seedItems.map((item) => item.slug)).size).toBe(seedItems.length);
    expect(new Set(seedItems.map((item) => item.sku)).size).toBe(seedItems.length);
    for (const item of seedItems) {
      expect(item.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(item.sku).toMatch(/^QS-[A-Z]{3}-\d{4}$/);
    }
  });

  it('belong to a known brand and type, and leave none empty', () => {
    for (const item of seedItems) {
      expect(brands).toContain(item.brand);
      expect(types).toContain(item.type);
    }
    expect(new Set(seedItems.map((item) => item.brand)).size).toBe(brands.size);
    expect(new Set(seedItems.map((item) => item.type)).size).toBe(types.size);
  });

  it('have a price in whole cents and a stock that is not negative', () => {
    for (const { price, stock } of seedItems) {
      expect(Number.isInteger(price) && price > 0).toBe(true);
      expect(Number.isInteger(stock) && stock >= 0).toBe(true);
    }
  });

  it('include sold-out and scarce ones, and exactly one with a stock of ten', () => {
    const withStock = (stock: number) => seedItems.filter((item) => item.stock === stock).length;
    expect(withStock(0)).toBeGreaterThan(1);
    expect(withStock(3)).toBeGreaterThan(1);
    expect(withStock(10)).toBe(1);
  });

  it('are described in 80 to 400 characters', () => {
    for (const { description } of seedItems) {
      expect(description.length).toBeGreaterThanOrEqual(80);
      expect(description.length).toBeLessThanOrEqual(400);
    }
  });

  it('show one item of each type first', () => {
    expect(new Set(seedItems.slice(0, types.size).map((item) => item.type)).size).toBe(types.size);
  });

  it('each have a picture, with no picture left over', () => {
    expect(pictures).toEqual(seedItems.map((item) => `${item.slug}.webp`).sort());
  });

  it('are all drawn differently, and always the same way', () => {
    const drawings = seedItems.map((item) => draw(item.art));
    expect(new Set(drawings).size).toBe(seedItems.length);
    expect(seedItems.map((item) => draw(item.art))).toEqual(drawings);
  });
});
