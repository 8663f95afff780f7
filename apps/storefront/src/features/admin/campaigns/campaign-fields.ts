import type { FieldWords } from '../form/form-fields.ts';

interface Department {
  readonly slug: string;
  readonly name: string;
}

const german = 'Empty: German pages show the English one';

const words = {
  name: { label: 'Name', hint: 'What basket and invoice call it, such as Spring fit-out' },
  'names.de': { label: 'Name in German', hint: german, language: 'de' },
  headline: { label: 'Headline', hint: 'One sentence, large, on the home page; not of one with a code' },
  'headlines.de': { label: 'Headline in German', hint: german, language: 'de' },
  body: { label: 'Text', hint: 'What it is about, below the headline', isMultiline: true },
  'bodies.de': { label: 'Text in German', hint: german, isMultiline: true, language: 'de' },
  discountPercent: {
    label: 'Discount in percent',
    hint: '0 for a message without a discount',
    input: 'number',
  },
} satisfies Record<string, FieldWords>;

const times = {
  startsAt: { label: 'Starts', hint: 'In your time zone', input: 'date-time' },
  endsAt: { label: 'Ends', hint: 'From this moment on it is over', input: 'date-time' },
} satisfies Record<string, FieldWords>;

const limits = {
  maxUses: {
    label: 'Orders at most',
    hint: 'How many may use the code; empty is any number',
    input: 'number',
  },
  maxUsesPerCustomer: {
    label: 'Orders of one customer at most',
    hint: 'Guests cannot use such a code: they have to sign in',
    input: 'number',
  },
} satisfies Record<string, FieldWords>;

const goods = (departments: readonly Department[]): FieldWords => ({
  label: 'For',
  choices: [
    { value: '', label: 'The whole shop' },
    ...departments.map(({ slug, name }) => ({ value: slug, label: name })),
  ],
});

/** Of a campaign that is there; its code stays. */
export const campaignFields = (
  departments: readonly Department[],
  hasCode: boolean,
): Record<string, FieldWords> => ({
  ...words,
  typeSlug: goods(departments),
  ...(hasCode && limits),
  ...times,
});

export const newCampaignFields = (departments: readonly Department[]): Record<string, FieldWords> => ({
  ...words,
  typeSlug: goods(departments),
  code: {
    label: 'Code',
    hint: 'Letters, digits and hyphens, three at least. With one, only those have the discount who type it; it cannot be changed later',
  },
  ...limits,
  ...times,
});
