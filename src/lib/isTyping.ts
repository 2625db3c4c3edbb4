const WITHOUT_TEXT = ['checkbox', 'radio', 'file', 'range', 'color', 'button', 'submit', 'reset', 'image']
/** Lists in which letters look for a row that begins with them. */
const WITH_TYPEAHEAD = '[role=listbox], [role=menu], [role=tree], [role=grid], [role=combobox]'

/** Does what has the focus take characters for itself: a field, or a list that is searched by typing? */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type)
  return (
    target.closest(`textarea, select, [contenteditable]:not([contenteditable=false]), ${WITH_TYPEAHEAD}`) !==
    null
  )
}

/** Is anything over the page that has to be answered or closed first: a dialog, a menu, the notifications? */
export const isUnderDialog = () =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null
