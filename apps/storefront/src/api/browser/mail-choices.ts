import type { MailChoices } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const chooseMails = (choices: MailChoices) => callApi('PUT /api/v1/mail-choices', { body: choices });

export const endMails = (link: string) => callApi('POST /api/v1/mail-choices/end', { body: { link } });
