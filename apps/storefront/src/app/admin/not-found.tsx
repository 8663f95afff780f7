import { readUser } from '../../api/server/session.ts';
import { mayBeAt } from '../../features/admin/frame/places.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

const NotFound = async () => {
  const user = await readUser();
  const readsLog = user !== undefined && mayBeAt('/admin/audit', user.roles);
  return (
    <EmptyState flags="NC" title="Page not found">
      <p>It was never there, or somebody deleted it.{readsLog && ' The audit log knows which.'}</p>
      <AppLink href={readsLog ? '/admin/audit' : '/admin'} className={button('primary')}>
        {readsLog ? 'Look in the audit log' : 'To the back office'}
      </AppLink>
    </EmptyState>
  );
};

export default NotFound;
