import { CatalogError } from './errors.ts';

export class ReviewNotFound extends CatalogError {
  readonly code = 'review-not-found' as const;
  constructor(id: string) {
    super(`There is no review ${id}`);
  }
}

export class ReviewNotYoursToWrite extends CatalogError {
  readonly code = 'review-not-yours-to-write' as const;
  constructor() {
    super('Whoever bought it may say what it is like');
  }
}

export class ReviewIsYourOwn extends CatalogError {
  readonly code = 'review-is-your-own' as const;
  constructor() {
    super('Others say whether it helped them');
  }
}
