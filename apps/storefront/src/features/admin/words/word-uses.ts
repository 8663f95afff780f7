import type { WordUse } from '@quayside/contracts';

export const wordUses: Readonly<Record<WordUse, string>> = {
  attribute: 'Attribute',
  'attribute-value': 'Value of an attribute',
  option: 'Option',
  'option-value': 'Value of an option',
  tag: 'Tag',
};

export const usesInWords = (uses: readonly WordUse[]): string => uses.map((use) => wordUses[use]).join(', ');
