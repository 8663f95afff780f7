import type { FieldWords } from '../form/form-fields.ts';

export const wordFields = {
  'names.de': {
    label: 'In German',
    hint: 'The same everywhere in the shop. Empty: German pages show the English word',
  },
} satisfies Record<string, FieldWords>;
