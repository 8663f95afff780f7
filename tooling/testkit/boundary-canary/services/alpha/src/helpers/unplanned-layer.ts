import '../domain/cycle-a.ts';
