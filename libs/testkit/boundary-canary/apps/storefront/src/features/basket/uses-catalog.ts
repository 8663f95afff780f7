import '../catalog/card.ts';
