import type { FieldWords } from '../form/form-fields.ts';

export const brandFields = {
  name: { label: 'Name' },
  slug: { label: 'Slug', hint: 'Small letters, digits and single hyphens, such as north-sea-co' },
  description: { label: 'Description', hint: 'A few sentences on who they are', isMultiline: true },
} satisfies Record<string, FieldWords>;
