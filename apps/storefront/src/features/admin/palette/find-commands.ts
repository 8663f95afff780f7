import type { Role } from '@quayside/contracts';
import { callApi } from '../../../api/browser/call-api.ts';
import type { Command } from './command.ts';

const atMost = 5;

const products = async (q: string, signal: AbortSignal): Promise<Command[]> => {
  const query = { q, pageSize: atMost };
  const found = await callApi('GET /api/v1/admin/catalog/products', { query }, { signal });
  if (!found.ok) return [];
  return found.data.items.map(({ id, name, status }) => ({
    id: `product-${id}`,
    group: 'Products',
    label: name,
    detail: status === 'active' ? 'Product' : `Product, ${status}`,
    href: `/admin/products/${id}`,
  }));
};

const orders = async (q: string, signal: AbortSignal): Promise<Command[]> => {
  const found = await callApi('GET /api/v1/staff/orders', { query: { q, pageSize: atMost } }, { signal });
  if (!found.ok) return [];
  return found.data.items.map(({ id, number, buyer }) => ({
    id: `order-${id}`,
    group: 'Orders',
    label: `Order ${number}`,
    detail: buyer.name,
    href: `/admin/orders/${id}`,
  }));
};

const customers = async (q: string, signal: AbortSignal): Promise<Command[]> => {
  const query = { q, pageSize: atMost };
  const found = await callApi('GET /api/v1/admin/identity/customers', { query }, { signal });
  if (!found.ok) return [];
  return found.data.items.map(({ id, name, email }) => ({
    id: `customer-${id}`,
    group: 'Customers',
    label: name,
    detail: email,
    href: `/admin/customers/${id}`,
  }));
};

/** What the services know by this text, of what these roles may see. */
export const findCommands = async (
  text: string,
  roles: readonly Role[],
  signal: AbortSignal,
): Promise<Command[]> => {
  const q = text.trim();
  if (q.length < 2) return [];
  const mayAsk = (...wanted: Role[]) => wanted.some((role) => roles.includes(role));
  const asked = [
    ...(mayAsk('admin', 'support') ? [orders(q, signal), customers(q, signal)] : []),
    ...(mayAsk('admin', 'merchandiser') ? [products(q, signal)] : []),
  ];
  return (await Promise.all(asked)).flat();
};
