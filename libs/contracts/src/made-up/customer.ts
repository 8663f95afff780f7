const first =
  'Ada Bo Cora Dirk Edda Finn Gesa Hauke Inga Jonas Kaja Lars Mette Nils Ole Pia Rika Sven Tilda Uwe Vera Wiebke Yva Arne Britt Claas Dörte Enno Frauke Geert Hilke Ingo Jette Knut Lene Malte Nele Otto Peer Ragna'.split(
    ' ',
  );
const beginnings = 'Ahl Berg Claus Dahl Ek Fries Gram Holm Iver Jens Krog Lund Marsh'.split(' ');
const ends = ['', 'sen', 'mann', 'strand', 'vik', 'berg', 'holm', 'dorf', 'by', 'quist', 'gaard'];

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
  const given = first[number % first.length];
  const family = `${beginnings[number % beginnings.length]}${ends[number % ends.length]}`;
  return {
    id: `0199c000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    name: `${given} ${family}`,
    email: `${family}.${number}@quayside.test`.toLowerCase(),
  };
};
