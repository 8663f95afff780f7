import '../main/main.ts';
