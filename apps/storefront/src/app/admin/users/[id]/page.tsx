import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readIdentityAudit } from '../../../../api/server/audit.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { requireStaff } from '../../../../api/server/session.ts';
import { readAdminUser } from '../../../../api/server/users.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { RoleForm } from '../../../../features/admin/users/role-form.tsx';
import { RoleMarks } from '../../../../features/admin/users/role-marks.tsx';
import { isUserId } from '../../../../features/admin/users/user-id.ts';

export const metadata: Metadata = { title: 'User' };

const UserPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!isUserId(id)) notFound();
  const [read, trail, self] = await Promise.all([
    readAdminUser(id),
    readIdentityAudit({ entity: 'user', entityId: id, pageSize: 5 }),
    requireStaff(`/admin/users/${id}`),
  ]);
  const user = orThrow(read);
  return (
    <>
      <AdminHeading
        flag="W"
        title={user.name}
        about={user.email}
        back={{ href: '/admin/users', label: 'Users and roles' }}
      >
        <RoleMarks roles={user.roles} isDisabled={user.isDisabled} />
      </AdminHeading>
      <RoleForm user={user} isSelf={self.id === id} />
      {trail.ok && <AuditTrail entries={trail.data.items} href={`/admin/audit?entity=user&entityId=${id}`} />}
    </>
  );
};

export default UserPage;
