import type { AttributeDefinition } from '../../domain/full-product/fit.ts';
import type { Attributes } from '../../domain/full-product/full-product.ts';
import type { Cell, ProductCells } from './product-cells.ts';
import { yesOrNo } from './yes-or-no.ts';

const valueIn = (cells: ProductCells, cell: Cell, { type }: AttributeDefinition) => {
  switch (type) {
    case 'text':
      return cell.value.length <= 200
        ? cell.value
        : cells.refuse(cell, 'cell-unfit', `${cell.value.length} characters, and 200 at most are taken`);
    case 'number':
      return /^-?\d{1,9}(\.\d+)?$/.test(cell.value)
        ? Number(cell.value)
        : cells.refuse(cell, 'number-unfit', 'It has to be a number');
    case 'boolean': {
      const answer = yesOrNo(cell.value);
      return answer === undefined
        ? cells.refuse(cell, 'cell-unfit', 'It has to be yes or no')
        : answer === 'yes';
    }
    default:
      return type satisfies never;
  }
};

/** What a file says of what the shop describes products by; undefined where it says nothing. */
export const attributesIn = (
  cells: ProductCells,
  definitions: readonly AttributeDefinition[],
): Attributes | undefined => {
  const found = definitions.flatMap((definition): [string, string | number | boolean][] => {
    const cell = cells.first(`attribute:${definition.code}`);
    const value = cell && valueIn(cells, cell, definition);
    return value === undefined ? [] : [[definition.code, value]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
};
