import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Bucket } from '@/data/uploadOptions'
import { mediaQueries } from '@/hooks/queries/media'

type ThumbnailProps = {
  userId: string
  bucket: Bucket
  path: string | null
  alt: string
  /** Something stands in its place already: nothing is shown until the picture is there. */
  isBare?: boolean
  className?: string
}

/** A private picture. Until it is there, and if it never comes, its place is a calm surface of the same size. */
export function Thumbnail({ userId, bucket, path, alt, isBare = false, className = '' }: ThumbnailProps) {
  const { data: url } = useQuery(mediaQueries.url(userId, bucket, path))
  const [isShown, setIsShown] = useState(false)
  // An address that has expired fails; the next one is tried again.
  const [failedUrl, setFailedUrl] = useState<string>()
  const surface = isBare ? '' : 'bg-sunken'
  if (url === undefined || url === failedUrl)
    return isBare ? null : <div className={`${surface} ${className}`} />
  return (
    <img
      src={url}
      alt={alt}
      loading="lazy"
      decoding="async"
      onLoad={() => setIsShown(true)}
      onError={() => setFailedUrl(url)}
      className={`${surface} object-cover transition-opacity duration-slow ${isShown ? '' : 'opacity-0'} ${className}`}
    />
  )
}
