import { useQuery } from '@tanstack/react-query'
import { profileQueries } from './queries/profile'

const NOTHING: [] = []

/** Know the person's profile, whatever page is shown: it says whether the account is being deleted. */
export function useProfileWatch(userId: string): void {
  useQuery({ ...profileQueries.me(userId), notifyOnChangeProps: NOTHING })
}
