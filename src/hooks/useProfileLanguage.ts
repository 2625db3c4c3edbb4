import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Profile } from '@/domain/profile'
import { log } from '@/lib/log'
import { useUiStore } from '@/stores/ui.store'
import { profileQueries, useUpdateProfile } from './queries/profile'

/**
 * Speak the language of the person's profile. What was chosen on the page for signing in a moment ago is newer than the
 * profile, and goes there. See: [Note: whose language]
 */
export function useProfileLanguage(userId: string): void {
  const { mutate: updateProfile } = useUpdateProfile(userId)
  const { data: language } = useQuery({ ...profileQueries.me(userId), select: languageOf })
  useEffect(() => {
    if (language === undefined) return
    const { language: kept, isLanguageNew, setLanguage } = useUiStore.getState()
    const chosen = isLanguageNew ? kept : null
    setLanguage(chosen ?? language)
    if (chosen === null || chosen === language) return
    updateProfile({ language: chosen }, { onError: (error) => log.warn('The language was not saved', error) })
  }, [updateProfile, language])
}

const languageOf = ({ language }: Profile) => language
