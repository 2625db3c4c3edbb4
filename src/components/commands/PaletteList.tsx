import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { commandFacts } from '@/domain/command'
import { t } from '@/lib/i18n'
import { EntryIcon } from './EntryIcon'
import { Keys } from './Keys'
import type { PaletteAction, PaletteHit, PaletteSection } from './paletteEntries'
import { SetOff } from './SetOff'

type PaletteListProps = {
  sections: readonly PaletteSection[]
  text: string
  isSearching: boolean
  onChoose: (action: PaletteAction) => void
}

/** What was found, in its groups. The focus stays in the field; the arrows go through the rows. */
export function PaletteList({ sections, text, isSearching, onChoose }: PaletteListProps) {
  const actions = new Map(sections.flatMap(({ hits }) => hits.map(({ id, action }) => [id, action] as const)))
  return (
    <ListBox
      aria-label={t('commands.results')}
      items={sections}
      selectionMode="none"
      onAction={(key) => {
        const action = actions.get(String(key))
        if (action) onChoose(action)
      }}
      renderEmptyState={() => <Nothing text={text} isSearching={isSearching} />}
      className="min-h-0 flex-1 scroll-py-10 overflow-y-auto overscroll-contain p-2 outline-none"
    >
      {({ group, hits }) => (
        <ListBoxSection id={group}>
          <Header className="px-3 pt-3 pb-1.5 text-xs font-medium tracking-wide text-muted">
            {t(`commands.group_${group}`)}
          </Header>
          <Collection items={hits}>{(hit) => <Row hit={hit} />}</Collection>
        </ListBoxSection>
      )}
    </ListBox>
  )
}

function Row({ hit }: { hit: PaletteHit }) {
  const keys = hit.action.kind === 'command' ? commandFacts(hit.action.command).keys?.[0] : undefined
  return (
    <ListBoxItem
      id={hit.id}
      textValue={hit.hint === null ? hit.title : `${hit.title}, ${hit.hint}`}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 text-body outline-none data-focused:bg-accent-soft data-hovered:bg-sunken data-focused:data-hovered:bg-accent-soft"
    >
      <EntryIcon action={hit.action} />
      <span className="min-w-0 flex-1 truncate">
        <SetOff text={hit.title} ranges={hit.ranges} />
        {hit.hint !== null && <span className="ml-2.5 text-sm text-muted">{hit.hint}</span>}
      </span>
      {keys !== undefined && (
        <span aria-hidden className="max-sm:hidden">
          <Keys shortcut={keys} />
        </span>
      )}
    </ListBoxItem>
  )
}

function Nothing({ text, isSearching }: { text: string; isSearching: boolean }) {
  return (
    <output className="grid min-h-40 place-content-center gap-1 px-6 text-center text-balance">
      {isSearching ? (
        <span className="text-muted">{t('commands.searching')}</span>
      ) : (
        <>
          <span>{t('commands.nothing', { text })}</span>
          <span className="text-sm text-muted">{t('commands.nothingHint')}</span>
        </>
      )}
    </output>
  )
}
