import { describe, expect, test } from '@jest/globals';
import type { Campaign, ProductCard } from '@quayside/contracts';
import { plateItems } from './plate-items.ts';

const item = (id: number, type: string) => ({ id, type: { id: 1, slug: type, name: type } }) as ProductCard;
const campaign = (typeSlug?: string) => ({ ...(typeSlug && { typeSlug }) }) as Campaign;
const shelf = [item(1, 'bags'), item(2, 'bags'), item(3, 'knitwear'), item(1, 'bags'), item(4, 'knitwear')];
const idsOf = (items: ProductCard[]) => items.map(({ id }) => id);

describe('the items beside the campaign', () => {
  test('are first those the campaign is for', () => {
    expect(idsOf(plateItems(shelf, campaign('knitwear')))).toEqual([3, 4, 1]);
  });

  test('are the first of all when it is for the whole shop, or there is none', () => {
    expect(idsOf(plateItems(shelf, campaign()))).toEqual([1, 2, 3]);
    expect(idsOf(plateItems(shelf, undefined))).toEqual([1, 2, 3]);
  });
});
