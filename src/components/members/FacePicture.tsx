import { Thumbnail } from '@/components/ui/Thumbnail'
import { useUserId } from '@/hooks/useSession'

/** The picture of a person, over their initials: those are there until it has come, and if it never comes. */
export function FacePicture({ path }: { path: string }) {
  return (
    <Thumbnail
      userId={useUserId()}
      bucket="media"
      path={path}
      alt=""
      isBare
      className="absolute inset-0 size-full rounded-full"
    />
  )
}
