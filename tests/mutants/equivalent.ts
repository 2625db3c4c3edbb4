/** Mutants that change nothing anybody could notice, each with the reason. A run fails when one of them is caught after all. */
export const equivalent: Record<string, string> = {}
