import { useQuery } from '@tanstack/react-query'
import LogOut from 'lucide-react/icons/log-out'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router-dom'
import { DeleteAccountPanel } from '@/components/account/DeleteAccountPanel'
import { ExportPanel } from '@/components/account/ExportPanel'
import { MusicPanel } from '@/components/account/MusicPanel'
import { NotificationSettings } from '@/components/account/NotificationSettings'
import { ProfileForm } from '@/components/account/ProfileForm'
import { ThemeChoice } from '@/components/account/ThemeChoice'
import { Button } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { Panel } from '@/components/ui/Panel'
import { signOut } from '@/data/session'
import { profileQueries, useUpdateProfile } from '@/hooks/queries/profile'
import { useEmail, useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function SettingsPage() {
  const userId = useUserId()
  const email = useEmail()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('account.settings')} />
      <div className="grid grid-cols-1 gap-6">
        <Panel title={t('account.profile')} lead={t('account.profileLead')}>
          <Profile userId={userId} />
        </Panel>
        <Panel title={t('account.appearance')}>
          <ThemeChoice />
        </Panel>
        <div id="notifications" className="scroll-mt-20">
          <Panel title={t('notices.title')}>
            <NotificationSettings userId={userId} />
          </Panel>
        </div>
        <MusicPanel userId={userId} />
        <ExportPanel userId={userId} />
        <Panel title={t('account.session')} lead={t('account.sessionLead')}>
          <SignOutButton />
        </Panel>
        <DeleteAccountPanel email={email} />
      </div>
    </div>
  )
}

function Profile({ userId }: { userId: string }) {
  const { data: profile, error, refetch } = useQuery(profileQueries.me(userId))
  const saving = useUpdateProfile(userId)
  if (error && !profile) return <LoadFailed error={error} onRetry={() => void refetch()} />
  if (!profile) {
    return <Loading className="block skeleton h-40 max-w-md" />
  }
  return (
    <ProfileForm
      email={profile.email}
      displayName={profile.displayName}
      onSave={(wishes) => saving.mutateAsync(wishes)}
    />
  )
}

function SignOutButton() {
  const navigate = useNavigate()
  async function leave() {
    // Here it is done at once; the server hears of it in its own time.
    flushSync(() => void signOut())
    // The guard has already led to the sign-in form, which would lead back here; who leaves begins anew.
    await navigate(paths.home, { replace: true })
  }
  return (
    <Button onClick={() => void leave()}>
      <LogOut aria-hidden className="size-4.5" strokeWidth={1.75} />
      {t('account.signOut')}
    </Button>
  )
}
