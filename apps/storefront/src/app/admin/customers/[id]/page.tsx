import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readCustomerSecurity, readIdentityAudit } from '../../../../api/server/audit.ts';
import { readCustomer, readCustomerOrders } from '../../../../api/server/customers.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { requireStaff } from '../../../../api/server/session.ts';
import { readStaffOrders } from '../../../../api/server/staff-orders.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { SecurityTrail } from '../../../../features/admin/audit/security-trail.tsx';
import { AuditTrail } from '../../../../features/admin/audit/audit-trail.tsx';
import { CustomerAddresses } from '../../../../features/admin/customers/customer-addresses.tsx';
import { CustomerOrders } from '../../../../features/admin/customers/customer-orders.tsx';
import { CustomerPage } from '../../../../features/admin/customers/customer-page.tsx';
import { Section } from '../../../../features/admin/section.tsx';
import { isUserId } from '../../../../features/admin/users/user-id.ts';
import { RoleMarks } from '../../../../features/admin/users/role-marks.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';
import { Notice } from '../../../../ui/notice.tsx';

export const metadata: Metadata = { title: 'Customer' };

const shown = 8;
const link = 'text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

const OneCustomerPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!isUserId(id)) notFound();
  const self = await requireStaff(`/admin/customers/${id}`);
  const isAdmin = self.roles.includes('admin');
  const customer = orThrow(await readCustomer(id));
  const [orders, known, trail, security] = await Promise.all([
    readStaffOrders({ buyer: id, page: 1, pageSize: shown }),
    readCustomerOrders(id),
    isAdmin ? readIdentityAudit({ entity: 'customer', entityId: id, pageSize: 5 }) : undefined,
    readCustomerSecurity(id, shown),
  ]);
  const isMore = orders.ok && orders.data.totalItems > shown;
  return (
    <>
      <AdminHeading
        flag="Q"
        title={customer.name}
        about={customer.email}
        back={{ href: '/admin/customers', label: 'Customers' }}
      >
        <span className="flex flex-wrap items-center gap-3">
          <RoleMarks roles={customer.roles} isDisabled={customer.isDisabled} />
          {isAdmin && (
            <AppLink href={`/admin/users/${id}`} className={link}>
              Roles
            </AppLink>
          )}
        </span>
      </AdminHeading>
      <CustomerPage
        key={`${id} ${customer.version}`}
        first={customer}
        isAdmin={isAdmin}
        isSelf={self.id === id}
      >
        <Section
          title="Orders"
          aside={
            isMore && (
              <AppLink href={`/admin/orders?buyer=${id}`} className={link}>
                All {orders.data.totalItems} orders
              </AppLink>
            )
          }
        >
          {orders.ok ? (
            <CustomerOrders orders={orders.data.items} />
          ) : (
            <Notice look="trouble" title="Orders are out of reach right now" />
          )}
        </Section>
        {known.ok && known.data.addresses.length > 0 && (
          <Section title="Where orders went">
            <CustomerAddresses addresses={known.data.addresses} />
          </Section>
        )}
        {security.ok && (
          <SecurityTrail
            entries={security.data.items}
            href={isAdmin ? `/admin/audit?show=security&actor=${id}` : undefined}
          />
        )}
      </CustomerPage>
      {trail?.ok && (
        <AuditTrail
          title="Lately on record"
          entries={trail.data.items}
          href={`/admin/audit?entity=customer&entityId=${id}`}
        />
      )}
    </>
  );
};

export default OneCustomerPage;
