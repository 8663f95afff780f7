interface SeedQuestion {
  /** Slug of a product. */
  readonly of: string;
  readonly body: string;
  readonly author: string;
  readonly daysAgo: number;
  readonly reply?: string;
  readonly answers?: readonly { readonly author: string; readonly body: string }[];
}

/** What the shoppers of the demo shop ask; they are as invented as its goods. */
export const seedQuestions: readonly SeedQuestion[] = [
  {
    of: 'offshore-jacket',
    body: 'Does the hood fit over a helmet?',
    author: 'Liv',
    daysAgo: 12,
    reply: 'Over most, with the cord at its widest. The collar then closes to the chin and no further.',
    answers: [{ author: 'Tom W.', body: 'Over mine it does. Set the cord before you put your gloves on.' }],
  },
  {
    of: 'offshore-jacket',
    body: 'Can the braces be washed by themselves?',
    author: 'Henk',
    daysAgo: 33,
    answers: [
      { author: 'Ragnhild', body: 'They come off with four buttons, and go in with the rest at 30 degrees.' },
    ],
  },
  {
    of: 'offshore-jacket',
    body: 'Is there a loop to hang it up that holds a wet jacket?',
    author: 'Maud',
    daysAgo: 4,
  },
  {
    of: 'hurricane-lamp',
    body: 'Which oil does it burn?',
    author: 'Per',
    daysAgo: 21,
    reply: 'Lamp oil or paraffin. No petrol, no spirit, and nothing scented: that soots the glass.',
  },
  {
    of: 'sea-boots',
    body: 'Do they run large or small?',
    author: 'Agnes',
    daysAgo: 40,
    reply: 'Narrow rather than small. With thick socks take a size more.',
    answers: [
      { author: 'Ulla', body: 'I would have needed one size more, and wider.' },
      { author: 'Skipper of the Anna', body: 'With a thick sock they fit as they are.' },
    ],
  },
];
