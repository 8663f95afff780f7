import { identityApi, requestFor } from '@quayside/contracts';
import { SaveButton } from '../step-up/save-button.tsx';
import { securityFilter, type AuditAsked } from './audit-query.ts';

/** What is shown, as a file. */
export const SecurityExport = ({ asked }: { asked: AuditAsked }) => (
  <SaveButton href={requestFor(identityApi.routes.exportSecurityLog, { query: securityFilter(asked) }).path}>
    As CSV
  </SaveButton>
);
