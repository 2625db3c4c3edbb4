/** How a slice changes its part of a store: it knows nothing of the other slices. */
export type ChangeSlice<T> = (recipe: (state: T) => Partial<T>) => void
