import '../../test/fake-store.ts';
