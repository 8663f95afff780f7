import '../store/store.ts';
