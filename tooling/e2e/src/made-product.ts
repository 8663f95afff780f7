import type { ProductUpdate } from '@quayside/contracts';
import { eventually } from './control.ts';
import type { Answer, ShopClient } from './shop-client.ts';

interface Wanted {
  name: string;
  categoryId?: number;
  options?: ProductUpdate['options'];
  variants: NonNullable<ProductUpdate['variants']>;
  /** How many there are of each variant, in their order. */
  stock: readonly number[];
}

const done = <T>(answer: Answer<T>, status: number): T => {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Makes a product, publishes it and waits until a basket takes it. */
export const makeProduct = async (staff: ShopClient, buyer: ShopClient, wanted: Wanted) => {
  const { name, categoryId = 1, options = [], variants, stock } = wanted;
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const draft = await staff.ask('POST /api/v1/admin/catalog/products', {
    body: { slug, name, brandId: 1, categoryId },
  });
  const { id } = done(draft, 201);
  const params = { id: String(id) };
  const saved = await staff.ask('PUT /api/v1/admin/catalog/products/:id', {
    params,
    headers: { 'if-match': draft.headers.get('etag') ?? '' },
    body: { options, variants },
  });
  const items = done(saved, 200).variants.map(({ itemId }) => itemId);
  for (const [at, delta] of stock.entries()) {
    if (delta === 0) continue;
    const adjusted = await staff.ask('POST /api/v1/catalog/items/:id/stock-adjustments', {
      params: { id: String(items[at]) },
      body: { delta, reason: 'A first delivery' },
    });
    done(adjusted, 200);
  }
  const published = await staff.ask('PUT /api/v1/admin/catalog/products/:id/status', {
    params,
    headers: { 'if-match': saved.headers.get('etag') ?? '' },
    body: { status: 'active' },
  });
  done(published, 200);
  for (const [at, itemId] of items.entries())
    if (stock[at])
      await eventually(`a basket to take ${name}`, async () => (await buyer.put(itemId, 1)).status === 200);
  await buyer.emptyBasket();
  return { id, slug, items };
};
