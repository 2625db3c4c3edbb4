import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { createFilmShare, listFilmShares, revokeFilmShare } from '@/data/filmShares'
import { openSharedFilm } from '@/data/sharedFilm'
import type { FilmShare, ShareDays } from '@/domain/filmShare'
import { NOBODYS } from '@/lib/pagePerson'

export const filmShareQueries = {
  /** The links to a film, newest first. */
  ofFilm: (userId: string, filmId: string) =>
    queryOptions({
      queryKey: [userId, 'shares', filmId] as const,
      queryFn: ({ signal }) => listFilmShares(filmId, signal),
    }),
}

/** `mutateAsync(days)` gives the token, which is in no cache. The dialog says why it was refused. */
export function useCreateFilmShare(userId: string, filmId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (days: ShareDays) => createFilmShare(filmId, days),
    meta: { quiet: true },
    gcTime: 0,
    onSettled: () => client.invalidateQueries({ queryKey: filmShareQueries.ofFilm(userId, filmId).queryKey }),
  })
}

/** `mutate(shareId)`. Shown as ended when it has: nobody is to rely on an end that did not come about. */
export function useRevokeFilmShare(userId: string, filmId: string) {
  const client = useQueryClient()
  const { queryKey } = filmShareQueries.ofFilm(userId, filmId)
  return useMutation({
    mutationFn: revokeFilmShare,
    onSuccess: (_, shareId) =>
      client.setQueryData<FilmShare[]>(queryKey, (shares) =>
        shares?.map((share) =>
          share.id === shareId ? { ...share, revokedAt: new Date().toISOString() } : share,
        ),
      ),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}

/** What a link shows, to whoever it may be; its addresses last for minutes. */
export const sharedFilmQuery = (token: string) =>
  queryOptions({
    queryKey: [NOBODYS, 'sharedFilm', token] as const,
    queryFn: ({ signal }) => openSharedFilm(token, signal),
    staleTime: Infinity,
    // The download always has an address that works; the player keeps the one it began with.
    refetchInterval: ({ state }) => (state.data ? state.data.validSeconds * 750 : false),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { quiet: true },
  })
