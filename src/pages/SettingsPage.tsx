import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AvatarField } from '@/components/account/AvatarField'
import { DeleteAccountPanel } from '@/components/account/DeleteAccountPanel'
import { DevicesPanel } from '@/components/account/DevicesPanel'
import { ExportPanel } from '@/components/account/ExportPanel'
import { InstallPanel } from '@/components/account/InstallPanel'
import { LanguageChoice } from '@/components/account/LanguageChoice'
import { MusicPanel } from '@/components/account/MusicPanel'
import { NotificationSettings } from '@/components/account/NotificationSettings'
import { PlacesChoice } from '@/components/account/PlacesChoice'
import { ProfileForm } from '@/components/account/ProfileForm'
import { ThemeChoice } from '@/components/account/ThemeChoice'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { Panel } from '@/components/ui/Panel'
import type { Profile } from '@/domain/profile'
import { profileQueries, useUpdateProfile } from '@/hooks/queries/profile'
import { useEmail, useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'

export function SettingsPage() {
  const userId = useUserId()
  const email = useEmail()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('account.settings')} />
      <div className="grid grid-cols-1 gap-6">
        <div id="profile" className="scroll-mt-20">
          <Panel title={t('account.profile')} lead={t('account.profileLead')}>
            <WithProfile userId={userId} placeholder="h-72">
              {(profile) => <OwnProfile profile={profile} />}
            </WithProfile>
          </Panel>
        </div>
        <Panel title={t('account.appearance')}>
          <div className="grid gap-6">
            <ThemeChoice />
            <WithProfile userId={userId} placeholder="h-24">
              {(profile) => <LanguageChoice profile={profile} />}
            </WithProfile>
          </div>
        </Panel>
        <div id="notifications" className="scroll-mt-20">
          <Panel title={t('notices.title')}>
            <NotificationSettings userId={userId} />
          </Panel>
        </div>
        <Panel title={t('account.places')} lead={t('account.placesLead')}>
          <WithProfile userId={userId} placeholder="h-40">
            {(profile) => <PlacesChoice profile={profile} />}
          </WithProfile>
        </Panel>
        <InstallPanel />
        <MusicPanel userId={userId} />
        <ExportPanel userId={userId} />
        <DevicesPanel />
        <DeleteAccountPanel userId={userId} email={email} />
      </div>
    </div>
  )
}

type WithProfileProps = {
  userId: string
  /** How high what waits for the profile is about. */
  placeholder: string
  children: (profile: Profile) => ReactNode
}

function WithProfile({ userId, placeholder, children }: WithProfileProps) {
  const { data: profile, error, refetch } = useQuery(profileQueries.me(userId))
  if (profile) return children(profile)
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />
  return <Loading className={`block skeleton max-w-md ${placeholder}`} />
}

function OwnProfile({ profile }: { profile: Profile }) {
  const saving = useUpdateProfile(profile.id)
  return (
    <div className="grid gap-8">
      <AvatarField profile={profile} />
      <ProfileForm
        email={profile.email}
        displayName={profile.displayName}
        onSave={(wishes) => saving.mutateAsync(wishes)}
      />
    </div>
  )
}
