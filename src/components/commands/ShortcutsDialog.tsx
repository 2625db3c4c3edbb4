import { ModalDialog } from '@/components/ui/ModalDialog'
import {
  COMMAND_IDS,
  COMMAND_PLACES,
  commandFacts,
  type CommandId,
  type CommandPlace,
} from '@/domain/command'
import { t } from '@/lib/i18n'
import { useShortcutsStore } from '@/stores/shortcuts.store'
import { Keys } from './Keys'

/** Every shortcut there is, by where it works, and the switch for those of single characters. */
export function ShortcutsDialog() {
  return (
    <ModalDialog
      name="shortcuts"
      size="large"
      title={t('commands.sheetTitle')}
      lead={t('commands.sheetLead')}
    >
      <SingleKeys />
      <div className="mt-6 shrink-0 gap-x-10 sm:columns-2">
        {PLACES.map((place) => (
          <Place key={place} place={place} />
        ))}
      </div>
    </ModalDialog>
  )
}

/** In the queue nothing has a key. */
const PLACES = COMMAND_PLACES.filter((place) => place !== 'queue')

function SingleKeys() {
  const { singleKeys, setSingleKeys } = useShortcutsStore()
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its words come from the language
    <label className="mt-5 flex min-h-11 shrink-0 cursor-pointer items-start gap-3 rounded-control bg-sunken px-4 py-3">
      <input
        type="checkbox"
        checked={singleKeys}
        onChange={({ target }) => setSingleKeys(target.checked)}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span>
        <span className="block text-body font-medium">{t('commands.singleKeys')}</span>
        <span className="block text-sm text-muted">{t('commands.singleKeysHint')}</span>
      </span>
    </label>
  )
}

function Place({ place }: { place: Exclude<CommandPlace, 'queue'> }) {
  const ids = COMMAND_IDS.filter((id) => commandFacts(id).keys && commandFacts(id).places.includes(place))
  return (
    <section className="mb-7">
      <h3 className="break-after-avoid text-sm font-semibold text-accent">{t(`commands.place_${place}`)}</h3>
      <dl className="mt-1.5">
        {ids.map((id) => (
          <Line key={id} id={id} />
        ))}
      </dl>
    </section>
  )
}

function Line({ id }: { id: CommandId }) {
  return (
    <div className="flex min-h-10 break-inside-avoid items-center justify-between gap-4 border-b border-line/60 py-1.5">
      <dt className="min-w-0 text-body break-words hyphens-auto">{t(`commands.do_${id}`)}</dt>
      <dd className="flex max-w-1/2 shrink-0 flex-wrap items-center justify-end gap-1.5">
        {(commandFacts(id).keys ?? []).map((keys, index) => (
          <span key={keys} className="flex items-center gap-1.5">
            {index > 0 && <span className="text-xs text-muted">{t('commands.keyOr')}</span>}
            <Keys shortcut={keys} />
          </span>
        ))}
      </dd>
    </div>
  )
}
