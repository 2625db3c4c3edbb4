/** Of the person's own row; alone here for those who must not bring the client along that asks for it. */
export const profileKey = (userId: string) => [userId, 'profile'] as const
