import { CatalogError } from '../errors.ts';

export class NothingFound extends CatalogError {
  readonly code = 'nothing-found' as const;
  constructor() {
    super('No product is found any more');
  }
}

export class TooManyTags extends CatalogError {
  readonly code = 'too-many-tags' as const;
  constructor(name: string, most: number) {
    super(`${name} has ${most} tags, and more are not taken`);
  }
}
