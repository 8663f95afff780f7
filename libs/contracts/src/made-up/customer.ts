const first = [
  'Ada',
  'Bo',
  'Cora',
  'Dirk',
  'Edda',
  'Finn',
  'Gesa',
  'Hauke',
  'Inga',
  'Jonas',
  'Kaja',
  'Lars',
  'Mette',
  'Nils',
];
const last = [
  'Ahlers',
  'Brandt',
  'Claussen',
  'Dahl',
  'Ekholm',
  'Friis',
  'Gram',
  'Holm',
  'Iversen',
  'Jensen',
  'Krog',
  'Lund',
  'Marsh',
];

/** Somebody who shops at a shop that is made up to be large. */
export interface MadeUpCustomer {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * The customer of a number, from 0: the same for every service, so that those who have the account and those who have
 * its orders mean the same person.
 */
export const madeUpCustomer = (number: number): MadeUpCustomer => {
  const [given, family] = [first[number % first.length], last[number % last.length]];
  return {
    id: `0199c000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    name: `${given} ${family}`,
    email: `${given}.${family}.${number}@quayside.test`.toLowerCase(),
  };
};
