import { CatalogError } from './errors.ts';

export class ImportNotFound extends CatalogError {
  readonly code = 'import-not-found' as const;
  constructor(id: string) {
    super(`There is no import ${id}`);
  }
}

/** It is no table, or not one that can be taken. */
export class ImportFileUnfit extends CatalogError {
  readonly code = 'import-file-unfit' as const;
}

/** A picture that a file names cannot be had; noted beside its row. */
export class PictureOutOfReach extends CatalogError {
  readonly code = 'picture-out-of-reach' as const;
}

/** A product of a file cannot be taken as it is; noted beside its row. */
export class ImportRowUnfit extends CatalogError {
  readonly code = 'import-row-unfit' as const;
}

export class ImportMappingNotFound extends CatalogError {
  readonly code = 'import-mapping-not-found' as const;
  constructor(id: string) {
    super(`There is no mapping ${id}`);
  }
}

export class ImportMappingNotYours extends CatalogError {
  readonly code = 'import-mapping-not-yours' as const;
  constructor() {
    super('Somebody else saved it for all');
  }
}

export class ImportBusy extends CatalogError {
  readonly code = 'import-busy' as const;
  constructor() {
    super('Wait until what it does now is done');
  }
}

export class ImportNotReady extends CatalogError {
  readonly code = 'import-not-ready' as const;
}
