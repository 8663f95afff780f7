import type { FieldWords } from '../form/form-fields.ts';

interface Department {
  readonly slug: string;
  readonly name: string;
}

const words = {
  name: { label: 'Name', hint: 'What basket and invoice call it, such as Spring fit-out' },
  headline: { label: 'Headline', hint: 'One sentence, large, on the home page; not of one with a code' },
  body: { label: 'Text', hint: 'What it is about, below the headline', isMultiline: true },
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

const goods = (departments: readonly Department[]): FieldWords => ({
  label: 'For',
  choices: [
    { value: '', label: 'The whole shop' },
    ...departments.map(({ slug, name }) => ({ value: slug, label: name })),
  ],
});

/** Of a campaign that is there; its code stays. */
export const campaignFields = (departments: readonly Department[]): Record<string, FieldWords> => ({
  ...words,
  typeSlug: goods(departments),
  ...times,
});

export const newCampaignFields = (departments: readonly Department[]): Record<string, FieldWords> => ({
  ...words,
  typeSlug: goods(departments),
  code: {
    label: 'Code',
    hint: 'Letters, digits and hyphens, three at least. With one, only those have the discount who type it; it cannot be changed later',
  },
  ...times,
});
