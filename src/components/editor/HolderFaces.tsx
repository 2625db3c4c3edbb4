import { Face } from '@/components/members/Face'
import { personName } from '@/components/members/person'
import type { Target } from '@/domain/target'
import { useHolders } from '@/hooks/usePresence'
import { t } from '@/lib/i18n'

/** Who else is in this field or at this photo right now. */
export function HolderFaces({ target, className = '' }: { target: Target; className?: string }) {
  const holders = useHolders(target)
  if (holders.length === 0) return null
  return (
    <span className={`inline-flex items-center -space-x-1 ${className}`}>
      {holders.map(({ key, userId, name, avatarPath }) => (
        <Face
          key={key}
          userId={userId}
          name={name}
          avatarPath={avatarPath}
          label={t('editor.heldBy', { name: personName(name) })}
          size="small"
          className="ring-2 ring-surface"
        />
      ))}
    </span>
  )
}
