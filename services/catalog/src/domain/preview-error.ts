import { CatalogError } from './errors.ts';

export class PreviewNotValid extends CatalogError {
  readonly code = 'preview-not-valid' as const;
  constructor() {
    super('Ask for another one in the editor of the product');
  }
}
