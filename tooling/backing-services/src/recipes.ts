import type { BackingName } from './backing.ts';
import { kafkaRecipe } from './kafka.ts';
import { mongodbRecipe } from './mongodb.ts';
import { postgresRecipe } from './postgres.ts';
import type { Recipe } from './recipe.ts';
import { redisRecipe } from './redis.ts';

export const recipes: Record<BackingName, Recipe> = {
  postgres: postgresRecipe,
  redis: redisRecipe,
  mongodb: mongodbRecipe,
  kafka: kafkaRecipe,
};
