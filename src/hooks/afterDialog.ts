/**
 * Do something when a dialog that is being closed has gone and given the focus back, which takes two frames: what is done
 * may want the focus itself, or open another dialog.
 */
export function afterDialog(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run))
}
