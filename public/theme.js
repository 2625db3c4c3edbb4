// Runs before the first paint, as a file of its own so that a CSP without 'unsafe-inline' allows it. The choice is
// what the ui store (src/stores/ui.store.ts) keeps in localStorage; "system" needs nothing, CSS follows the system.
;(() => {
  try {
    const theme = JSON.parse(localStorage.getItem('photomemory.ui') || '{}')?.state?.theme
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  } catch {
    // No storage, or a broken value: the system's theme is right.
  }
})()
