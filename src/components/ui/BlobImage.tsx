import { useCallback, type ImgHTMLAttributes } from 'react'

type BlobImageProps = Omit<ImgHTMLAttributes<HTMLImageElement>, 'src' | 'alt'> & { blob: Blob; alt: string }

/** A picture that is in memory or in the local database; its URL lives exactly as long as the element shows it. */
export function BlobImage({ blob, alt, ...image }: BlobImageProps) {
  const show = useCallback(
    (element: HTMLImageElement) => {
      const url = URL.createObjectURL(blob)
      element.src = url
      return () => URL.revokeObjectURL(url)
    },
    [blob],
  )
  return <img {...image} ref={show} alt={alt} />
}
