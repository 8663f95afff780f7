import { registerUser, type UserRegistered } from '../domain/user.ts';

/** Known to everybody; only ever made where demo data is asked for. */
export const demoPassword = 'quayside-demo';

export const demoUsers: readonly UserRegistered[] = [
  registerUser({
    id: '01971f00-0000-7000-8000-000000000001',
    email: 'shopper@quayside.test',
    name: 'Signe Holm',
    locale: 'en',
    emailConfirmed: true,
  }),
  registerUser({
    id: '01971f00-0000-7000-8000-000000000002',
    email: 'admin@quayside.test',
    name: 'Aksel Brandt',
    locale: 'en',
    emailConfirmed: true,
    roles: ['shopper', 'admin'],
  }),
  registerUser({
    id: '01971f00-0000-7000-8000-000000000003',
    email: 'support@quayside.test',
    name: 'Maren Krogh',
    locale: 'en',
    emailConfirmed: true,
    roles: ['shopper', 'support'],
  }),
  registerUser({
    id: '01971f00-0000-7000-8000-000000000004',
    email: 'merchandiser@quayside.test',
    name: 'Jonas Lind',
    locale: 'en',
    emailConfirmed: true,
    roles: ['shopper', 'merchandiser'],
  }),
];
