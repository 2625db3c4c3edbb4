import { Button } from '@/components/ui/Button'
import { Panel } from '@/components/ui/Panel'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'

export function DeleteAccountPanel({ email }: { email: string }) {
  const open = useOpenModal('deleteAccount')
  return (
    <Panel title={t('accountData.deleteTitle')} lead={t('accountData.deleteLead')}>
      <Button variant="danger" onClick={() => open({ email })}>
        {t('accountData.delete')}
      </Button>
    </Panel>
  )
}
