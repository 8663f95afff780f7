import { callApi } from './call-api.ts';

export const fetchOrderMails = (id: string) =>
  callApi('GET /api/v1/staff/orders/:id/mails', { params: { id } });

export const resendOrderMail = (id: string, mailId: string, key: string) =>
  callApi('POST /api/v1/staff/orders/:id/mails/:mailId/resend', {
    params: { id, mailId },
    headers: { 'idempotency-key': key },
  });
