import '../http/edge.ts';
