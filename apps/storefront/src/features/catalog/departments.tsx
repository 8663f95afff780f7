import { readShopTypes } from '../../api/server/catalog.ts';
import { TypeLinks } from './type-links.tsx';

/** Where to go on; nothing where that cannot be read now. */
export const Departments = async () => {
  const types = await readShopTypes();
  return types.ok ? <TypeLinks types={types.data.items} /> : null;
};
