import { redirect } from 'next/navigation';
import { requireStaff } from '../../api/server/session.ts';
import { placesFor } from '../../features/admin/frame/places.ts';

/** The first place that is theirs. */
const AdminPage = async () => {
  const { roles } = await requireStaff('/admin');
  return redirect(placesFor(roles)[0]?.places[0]?.href ?? '/');
};

export default AdminPage;
