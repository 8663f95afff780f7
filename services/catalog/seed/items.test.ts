import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { draw } from './art/draw.ts';
import { seedBrands } from './brands.ts';
import { seedItems } from './items.ts';
import { seedProducts } from './products.ts';
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

  it('are all drawn differently, and always the same way', () => {
    const drawings = seedItems.map((item) => draw(item.art));
    expect(new Set(drawings).size).toBe(seedItems.length);
    expect(seedItems.map((item) => draw(item.art))).toEqual(drawings);
  });
});

describe('the seed products', () => {
  const variants = seedProducts.flatMap((product) => product.variants);
  const drawn = seedProducts.flatMap((product) => product.pictures);

  it('hold every item as a variant with the same id, SKU and stock', () => {
    for (const [index, { sku, stock }] of seedItems.entries()) {
      expect(variants.find(({ id }) => id === index + 1)).toMatchObject({ sku, stock });
    }
  });

  it('have ids, skus, slugs and combinations of options that are theirs alone', () => {
    expect(new Set(variants.map(({ id }) => id)).size).toBe(variants.length);
    expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
    const slugs = seedProducts.flatMap(({ slug, oldSlugs }) => [slug, ...oldSlugs]);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { options, variants: own } of seedProducts) {
      expect(new Set(own.map(({ optionValues }) => optionValues.join('|'))).size).toBe(own.length);
      for (const { optionValues } of own) {
        expect(optionValues).toHaveLength(options.length);
        for (const [at, { values }] of options.entries()) expect(values).toContain(optionValues[at]);
      }
    }
  });

  it('come in sizes, colours and lengths, some of them sold out and some marked down', () => {
    const named = (name: string) =>
      seedProducts.filter(({ options }) => options.some((one) => one.name === name));
    expect(named('Size').length).toBeGreaterThan(30);
    expect(named('Colour').length).toBeGreaterThan(40);
    expect(named('Length').length).toBe(3);
    expect(variants.filter(({ stock }) => stock === 0).length).toBeGreaterThan(10);
    expect(variants.filter(({ stock }) => stock === 10)).toHaveLength(1);
    const markedDown = variants.filter(({ compareAt }) => compareAt !== undefined);
    expect(markedDown.length).toBeGreaterThan(20);
    for (const { price, compareAt } of markedDown) expect(compareAt).toBeGreaterThan(price);
  });

  it('have two to four pictures each, with no picture left over', () => {
    for (const { pictures: own } of seedProducts) {
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(own.length).toBeLessThanOrEqual(4);
    }
    expect(pictures).toEqual(drawn.map(({ file }) => `${file}.webp`).sort());
  });
});
