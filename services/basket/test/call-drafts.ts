import request from 'supertest';
import { order } from './call-basket.ts';

/** A draft nothing is wrong with. */
export const content = {
  email: 'buyer@example.com',
  language: 'en',
  shippingAddress: order.shippingAddress,
  lines: [{ itemId: 1, quantity: 2 }],
};

/** What staff do with drafts, and what whoever has a link does. */
export const callDrafts = (url: string, token: string) => {
  const path = '/api/v1/staff/draft-orders';
  const link = '/api/v1/payment-links';
  const as = (bearer: string) => ({ authorization: `Bearer ${bearer}` });
  const based = (etag: string) => ({ ...as(token), 'if-match': etag });
  return {
    list: (query: object = {}) => request(url).get(path).query(query).set(as(token)),
    create: (body: object) => request(url).post(path).set(as(token)).send(body),
    price: (body: object) => request(url).post(`${path}/price`).set(as(token)).send(body),
    read: (id: string) => request(url).get(`${path}/${id}`).set(as(token)),
    change: (id: string, etag: string, body: object) =>
      request(url).put(`${path}/${id}`).set(based(etag)).send(body),
    drop: (id: string, etag: string) => request(url).delete(`${path}/${id}`).set(based(etag)),
    send: (id: string, etag: string) => request(url).post(`${path}/${id}/link`).set(based(etag)),
    withdraw: (id: string, etag: string) => request(url).delete(`${path}/${id}/link`).set(based(etag)),
    audit: (bearer: string, query: object = {}) =>
      request(url).get('/api/v1/admin/basket/audit').query(query).set(as(bearer)),
    open: (id: string, secret: string, bearer: string) =>
      request(url)
        .get(`${link}/${id}`)
        .set({ ...as(bearer), 'order-link': secret }),
    pay: (id: string, secret: string, bearer: string, body: object) =>
      request(url)
        .post(`${link}/${id}/checkout`)
        .set({ ...as(bearer), 'order-link': secret })
        .send(body),
  };
};
