import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { askedPath } from '../../api/server/asked-path.ts';
import { requireStaff } from '../../api/server/session.ts';
import { AdminFrame } from '../../features/admin/frame/admin-frame.tsx';

export const metadata: Metadata = {
  title: { default: 'Back office', template: '%s · Quayside back office' },
};

/** The one place that asks who may see these pages; the services ask again for everything that they show. */
const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const user = await requireStaff(await askedPath());
  return <AdminFrame user={user}>{children}</AdminFrame>;
};

export default AdminLayout;
