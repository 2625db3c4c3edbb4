/** Put text on the clipboard. False where the person or the browser does not allow it; over plain http there is none. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
