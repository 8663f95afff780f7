import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAudit } from '../../../../api/server/audit.ts';
import { readShopBrands } from '../../../../api/server/catalog.ts';
import { readCategories } from '../../../../api/server/categories.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readAdminProduct, readAttributes } from '../../../../api/server/products.ts';
import { readSalesRegions } from '../../../../api/server/sales-regions.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { categoryChoices } from '../../../../features/admin/products/category-choices.ts';
import { currenciesOf } from '../../../../features/admin/products/currencies-of.ts';
import { ProductEditor } from '../../../../features/admin/products/product-editor.tsx';

export const metadata: Metadata = { title: 'Product' };

const ProductPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const [product, attributes, brands, categories, regions, trail] = await Promise.all([
    readAdminProduct(Number(id)),
    readAttributes(),
    readShopBrands(),
    readCategories(),
    readSalesRegions(),
    readAudit({ entity: 'product', entityId: id, pageSize: 5 }),
  ]);
  const found = orThrow(product);
  return (
    <>
      <AdminHeading flag="G" title={found.name} back={{ href: '/admin/products', label: 'Products' }} />
      <ProductEditor
        product={found}
        setting={{
          attributes: orThrow(attributes).items,
          brands: orThrow(brands).items.map(({ id: value, name }) => ({ value: String(value), label: name })),
          categories: categoryChoices(orThrow(categories).items),
          currencies: currenciesOf(found, regions.ok ? regions.data : undefined),
        }}
      />
      {trail.ok && (
        <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=product&entityId=${id}`} />
      )}
    </>
  );
};

export default ProductPage;
