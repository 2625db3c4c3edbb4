import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { mediaQueries } from '@/hooks/queries/media'
import { t } from '@/lib/i18n'

type LargePhotoProps = { userId: string; photo: LibraryPhoto }

/** A photo as large as its place, and never larger than it is: first the small picture that is there already, then the whole. */
export function LargePhoto({ userId, photo }: LargePhotoProps) {
  const small = useQuery(mediaQueries.url(userId, 'media', photo.thumbnailPath))
  const large = useQuery(mediaQueries.url(userId, 'media', photo.storagePath))
  const [isShown, setIsShown] = useState(false)
  // An address that has expired fails; the next one is tried again.
  const [failedUrl, setFailedUrl] = useState<string>()
  const hasFailed = large.isError || (large.data !== undefined && large.data === failedUrl)
  const size = { maxWidth: photo.width, maxHeight: photo.height }
  const place = 'absolute inset-0 m-auto size-full object-contain select-none'
  return (
    <>
      {small.data !== undefined && !isShown && (
        <img
          src={small.data}
          alt={hasFailed ? photo.filename : ''}
          draggable={false}
          style={size}
          className={place}
        />
      )}
      {large.data !== undefined && !hasFailed && (
        <img
          src={large.data}
          alt={photo.filename}
          draggable={false}
          decoding="async"
          onLoad={() => setIsShown(true)}
          onError={() => setFailedUrl(large.data)}
          style={size}
          className={place}
        />
      )}
      {hasFailed && (
        <p className="absolute inset-x-0 bottom-6 mx-auto w-fit rounded-full bg-scrim/75 px-4 py-2 text-sm text-on-film">
          {t('library.largeFailed')}
        </p>
      )}
    </>
  )
}
