import { identityApi, requestFor } from '@quayside/contracts';
import { Download } from 'lucide-react';
import { button } from '../../../ui/button.ts';
import { securityFilter, type AuditAsked } from './audit-query.ts';

/** What is shown, as a file. */
export const SecurityExport = ({ asked }: { asked: AuditAsked }) => (
  <a
    href={requestFor(identityApi.routes.exportSecurityLog, { query: securityFilter(asked) }).path}
    download
    className={button('quiet')}
  >
    <Download size={17} aria-hidden /> As CSV
  </a>
);
