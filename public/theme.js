// Runs before the first paint, as a file of its own so that a CSP without 'unsafe-inline' allows it. The choice is
// what the ui store (src/stores/ui.store.ts) keeps in localStorage; "system" needs nothing, CSS follows the system.
// src/app/useAppliedTheme.ts does the same when the choice changes.
;(() => {
  // As src/lib/i18n/languages.ts does, for the sentence that is shown before its code has come: src/app/build/firstPaint.ts.
  const speak = (wished) => {
    const ours = ['en', 'ko', 'ja', 'zh', 'es', 'fr', 'de']
    const tags = wished.map((tag) => String(tag).toLowerCase().split(/[-_]/)[0])
    document.documentElement.lang = tags.find((tag) => ours.includes(tag)) || 'en'
  }
  try {
    const { theme, sidebar, language } =
      JSON.parse(localStorage.getItem('photomemory.ui') || '{}')?.state ?? {}
    speak([language || '', ...navigator.languages])
    // Whoever was signed in here sees where things will be, as wide as they left them: src/app/theme.css, `main[aria-busy]`.
    if (Object.keys(localStorage).some((key) => /^sb-.*-auth-token$/.test(key))) {
      const isWide = innerWidth < 1024 ? sidebar?.tablet === true : sidebar?.laptop !== false
      document.documentElement.dataset.returning = isWide ? 'wide' : 'narrow'
    }
    if (theme !== 'light' && theme !== 'dark') return
    document.documentElement.dataset.theme = theme
    for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
      meta.setAttribute('media', meta.dataset.theme === theme ? 'all' : 'not all')
    // What the browser paints while the style sheet is on its way.
    const scheme = document.querySelector('meta[name="color-scheme"]')
    if (scheme) scheme.content = theme
  } catch {
    // No storage, or a broken value: the system's theme and language are right.
    speak(navigator.languages)
  }
})()
