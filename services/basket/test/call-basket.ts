import request from 'supertest';

/** The routes of the basket, called as one person. */
export const callAs = (url: string, { token }: { token: string }) => {
  const authorization = `Bearer ${token}`;
  return {
    read: () => request(url).get('/api/v1/basket').set({ authorization }),
    put: (itemId: number | string, body: object) =>
      request(url).put(`/api/v1/basket/items/${itemId}`).set({ authorization }).send(body),
    add: (body: object) => request(url).post('/api/v1/basket/items').set({ authorization }).send(body),
    choose: (body: object) => request(url).put('/api/v1/basket/terms').set({ authorization }).send(body),
    useCoupon: (code: unknown) =>
      request(url).put('/api/v1/basket/coupon').set({ authorization }).send({ code }),
    dropCoupon: () => request(url).delete('/api/v1/basket/coupon').set({ authorization }),
    remove: (itemId: number | string) =>
      request(url).delete(`/api/v1/basket/items/${itemId}`).set({ authorization }),
    checkOut: (key: string | undefined, body: object = order) =>
      request(url)
        .post('/api/v1/basket/checkout')
        .set({ authorization, ...(key === undefined ? {} : { 'idempotency-key': key }) })
        .send(body),
    merge: (body: object) => request(url).post('/internal/v1/basket/merge').set({ authorization }).send(body),
  };
};

/** A checkout request nothing is wrong with. */
export const order = {
  shippingAddress: {
    name: 'Sam Shopper',
    street: 'Quay 1',
    city: 'Kiel',
    postalCode: '24103',
    country: 'DE',
  },
  paymentToken: 'tok_ok',
};
