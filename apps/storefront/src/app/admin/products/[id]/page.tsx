import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { readShopBrands } from '../../../../api/server/catalog.ts';
import { readCategories } from '../../../../api/server/categories.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readAdminProduct, readAttributes, readPriceChanges } from '../../../../api/server/products.ts';
import { readSalesRegions } from '../../../../api/server/sales-regions.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { categoryChoices } from '../../../../features/admin/products/category-choices.ts';
import { currenciesOf } from '../../../../features/admin/products/currencies-of.ts';
import { PriceHistory } from '../../../../features/admin/products/prices/price-history.tsx';
import { ProductEditor } from '../../../../features/admin/products/product-editor.tsx';

export const metadata: Metadata = { title: 'Product' };

const ProductPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const [product, attributes, brands, categories, regions, trail, changes] = await Promise.all([
    readAdminProduct(Number(id)),
    readAttributes(),
    readShopBrands(),
    readCategories(),
    readSalesRegions(),
    readAudit({ entity: 'product', entityId: id, pageSize: 5 }),
    readPriceChanges(Number(id)),
  ]);
  const found = orThrow(product);
  const currencies = currenciesOf(found, regions.ok ? regions.data : undefined);
  return (
    <>
      <AdminHeading flag="G" title={found.name} back={{ href: '/admin/products', label: 'Products' }} />
      <ProductEditor
        product={found}
        setting={{
          attributes: orThrow(attributes).items,
          brands: orThrow(brands).items.map(({ id: value, name }) => ({ value: String(value), label: name })),
          categories: categoryChoices(orThrow(categories).items),
          currencies,
        }}
      />
      {changes.ok && found.variants.length > 0 && (
        <div className="mt-10">
          <PriceHistory
            key={changes.data.items[0]?.id}
            productId={found.id}
            changes={changes.data}
            variants={found.variants.map(({ itemId, sku, optionValues }) => ({
              itemId,
              label: optionValues.join(', ') || sku,
            }))}
            currencies={currencies}
            now={Date.now()}
          />
        </div>
      )}
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=product&entityId=${id}`} />
      )}
    </>
  );
};

export default ProductPage;
