import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Bucket } from '@/data/uploadOptions'
import { mediaQueries } from '@/hooks/queries/media'

type ThumbnailProps = { userId: string; bucket: Bucket; path: string | null; alt: string; className?: string }

/** A private picture. Until it is there, and if it never comes, its place is a calm surface of the same size. */
export function Thumbnail({ userId, bucket, path, alt, className = '' }: ThumbnailProps) {
  const { data: url } = useQuery(mediaQueries.url(userId, bucket, path))
  const [isShown, setIsShown] = useState(false)
  // An address that has expired fails; the next one is tried again.
  const [failedUrl, setFailedUrl] = useState<string>()
  if (url === undefined || url === failedUrl) return <div className={`bg-sunken ${className}`} />
  return (
    <img
      src={url}
      alt={alt}
      loading="lazy"
      decoding="async"
      onLoad={() => setIsShown(true)}
      onError={() => setFailedUrl(url)}
      className={`bg-sunken object-cover transition-opacity duration-300 ${isShown ? '' : 'opacity-0'} ${className}`}
    />
  )
}
