import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { TrainingRecipe } from './types/models';

/** What can be trained on our customers. */
export const useRecipes = () =>
  useQuery({
    queryKey: ['training-recipes'],
    queryFn: ({ signal }) => request<TrainingRecipe[]>('/trainings/recipes', { signal }),
  });
