import type { Role } from '@quayside/contracts';
import { callApi } from '../../../api/browser/call-api.ts';
import type { Command } from './command.ts';

const atMost = 5;

const products = async (q: string, signal: AbortSignal): Promise<Command[]> => {
  const query = { q, pageSize: atMost, includeInactive: 'true', sort: 'relevance' } as const;
  const found = await callApi('GET /api/v1/catalog/items', { query }, { signal });
  if (!found.ok) return [];
  return found.data.items.map(({ id, name, sku }) => ({
    id: `item-${id}`,
    group: 'Products',
    label: name,
    detail: sku,
    href: `/admin/prices?${new URLSearchParams({ q: sku })}`,
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
  const asked = roles.includes('admin') ? [products(q, signal)] : [];
  return (await Promise.all(asked)).flat();
};
