interface SeedReview {
  /** Slug of a product. */
  readonly of: string;
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly helpful: number;
  readonly daysAgo: number;
  readonly reply?: string;
}

/** What the buyers of the demo shop say; they are as invented as its goods. */
export const seedReviews: readonly SeedReview[] = [
  {
    of: 'offshore-jacket',
    stars: 5,
    title: 'Dry through a week of south-westerlies',
    body: 'Seven days from Stavanger to Inverness, and most of them on the nose. The collar closes to the cheekbones as they say, and the cuffs let nothing in. I took a size larger than usual for the fleece below.',
    author: 'Ragnhild',
    helpful: 14,
    daysAgo: 41,
  },
  {
    of: 'offshore-jacket',
    stars: 4,
    title: 'Good, once the hood is set',
    body: 'Nothing to say against the cloth. The cord of the hood is stiff with cold fingers; set it in harbour and leave it.',
    author: 'Tom W.',
    helpful: 6,
    daysAgo: 88,
    reply: 'Thank you, Tom. From this season on the cord is two millimetres thicker and has a knot to pull.',
  },
  {
    of: 'offshore-jacket',
    stars: 5,
    title: 'My third one',
    body: 'The first two went to the children, and they still sail in them.',
    author: 'Carsten',
    helpful: 3,
    daysAgo: 130,
  },
  {
    of: 'hurricane-lamp',
    stars: 5,
    title: 'Burns all night',
    body: 'One filling from dusk to breakfast. It smells a little for the first hour, then no more.',
    author: 'Ines',
    helpful: 9,
    daysAgo: 25,
  },
  {
    of: 'hurricane-lamp',
    stars: 3,
    title: 'Lovely, but mind the glass',
    body: 'The lamp is beautiful. The glass came through the post, and did not come through the first week aboard.',
    author: 'J. Prior',
    helpful: 11,
    daysAgo: 60,
    reply: 'Glasses are sold by themselves, and the first one that breaks we replace: write to us.',
  },
  {
    of: 'fisherman-sweater',
    stars: 5,
    title: 'Warm when it is wet',
    body: 'That is what one buys it for, and it is true. It scratches for a fortnight.',
    author: 'Marit',
    helpful: 8,
    daysAgo: 19,
  },
  {
    of: 'fisherman-sweater',
    stars: 4,
    title: 'Sleeves for tall people',
    body: 'I fold them back once. Otherwise the best sweater that I have had.',
    author: 'Wout',
    helpful: 2,
    daysAgo: 75,
  },
  {
    of: 'expedition-duffel-60-l',
    stars: 5,
    title: 'Floats, with everything in it',
    body: 'Not tried on purpose.',
    author: 'Bengt',
    helpful: 17,
    daysAgo: 33,
  },
  {
    of: 'sea-boots',
    stars: 2,
    title: 'Narrow',
    body: 'Dry and well made, but my feet are not as slim as these boots would have them. They went back without a word.',
    author: 'Ulla',
    helpful: 5,
    daysAgo: 52,
  },
  {
    of: 'sea-boots',
    stars: 5,
    title: 'Grip on a wet foredeck',
    body: 'With a thick sock they fit, and they hold on teak, on glass fibre and on the slip at low water.',
    author: 'Skipper of the Anna',
    helpful: 7,
    daysAgo: 96,
  },
  {
    of: 'mooring-rope-12-mm',
    stars: 5,
    title: 'Splices like butter',
    body: 'Eye in each end on a Sunday afternoon, and no creak at night.',
    author: 'Femke',
    helpful: 4,
    daysAgo: 14,
  },
  {
    of: 'rescue-knife-signal-orange',
    stars: 4,
    title: 'Sharp, and easy to find',
    body: 'The orange is what saved it when it went over the toe rail, in two metres of water.',
    author: 'Davide',
    helpful: 3,
    daysAgo: 47,
  },
];
