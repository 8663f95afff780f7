import { guarded } from '../guarded.tsx';

export default guarded('/admin/words');
