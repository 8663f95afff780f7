import { forbidden } from 'next/navigation';
import type { ReactNode } from 'react';
import { askedPath } from '../../api/server/asked-path.ts';
import { requireStaff } from '../../api/server/session.ts';
import { mayBeAt } from '../../features/admin/frame/places.ts';

/** The layout of a place, which lets in whoever may be there. The services ask again for everything that it shows. */
export const guarded = (href: string) => {
  const Guarded = async ({ children }: { children: ReactNode }) => {
    const { roles } = await requireStaff(await askedPath());
    if (!mayBeAt(href, roles)) forbidden();
    return children;
  };
  return Guarded;
};
